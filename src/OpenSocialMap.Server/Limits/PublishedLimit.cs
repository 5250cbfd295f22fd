namespace OpenSocialMap.Server.Limits;

/// <summary>A limit as the page on limits shows it.</summary>
/// <param name="Name">What errors carry in <c>extensions.limit</c>.</param>
/// <param name="Value">What it is on this server.</param>
/// <param name="Counts">What is counted.</param>
/// <param name="WayUnder">How to stay below it.</param>
/// <param name="CanBeSet">Whether an operator can choose another number. The rest is part of the schema's promises, or guards the server itself.</param>
public sealed record PublishedLimit(string Name, int Value, string Counts, string WayUnder, bool CanBeSet = true);
