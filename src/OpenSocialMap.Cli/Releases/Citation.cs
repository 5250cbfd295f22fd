namespace OpenSocialMap.Cli.Releases;

/// <summary>Where a figure stands: a source by its slug, the place in it, and the date that it is of.</summary>
internal sealed record Citation(string Source, string? Locator, string StatedOn);
