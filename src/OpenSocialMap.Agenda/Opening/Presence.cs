namespace OpenSocialMap.Agenda.Opening;

/// <summary>Who is in a place at a time, as roles and never as persons; a null in a list is somebody without a stated role.</summary>
/// <param name="Present">Who is certainly there.</param>
/// <param name="Perhaps">Who is there at some time of that day or week, and nobody says when exactly.</param>
/// <param name="IsStated">Anybody has said who is there when. When not, nobody present means unknown.</param>
public sealed record Presence(IReadOnlyList<string?> Present, IReadOnlyList<string?> Perhaps, bool IsStated);
