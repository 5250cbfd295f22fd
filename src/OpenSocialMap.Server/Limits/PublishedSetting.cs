namespace OpenSocialMap.Server.Limits;

/// <summary>A number that rules traffic, as the page on limits shows it.</summary>
/// <param name="Value">What it is on this server; 0 is no limit where <paramref name="ZeroIsNone"/>.</param>
/// <param name="Unit">What the number counts.</param>
/// <param name="Means">What it is for, and what happens beyond it.</param>
/// <param name="Variable">The environment variable that sets it; null when it is fixed.</param>
public sealed record PublishedSetting(double Value, string Unit, string Means, string? Variable = null, bool ZeroIsNone = false);
