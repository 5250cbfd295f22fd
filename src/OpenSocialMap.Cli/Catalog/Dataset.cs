namespace OpenSocialMap.Cli.Catalog;

/// <summary>A dataset as the catalogue describes it, with the numbers of its protection.</summary>
internal sealed record Dataset(
    int Key,
    string Slug,
    string Name,
    string Method,
    int? MinimumCount,
    string? ZeroPolicy,
    int? RoundingBase,
    int? MinimumDenominator,
    int? MinimumMeanCount,
    decimal? DominancePercentage)
{
    /// <summary>Nothing in it can be about a person: all is published as it is.</summary>
    public bool IsUnprotected => Method == "NONE";
}
