namespace OpenSocialMap.Cli.Tests.Published;

/// <summary>What somebody reads of one cell, wherever it stands.</summary>
/// <param name="Release">The dataset and the number of the release.</param>
/// <param name="Value">Null when it is withheld.</param>
internal readonly record struct Figure(string Release, string Cell, decimal? Value)
{
    public static string Name(string indicator, string area, string period, string breakdown) =>
        $"{indicator} {area} {period}{(breakdown == "" ? "" : $" {breakdown}")}";
}
