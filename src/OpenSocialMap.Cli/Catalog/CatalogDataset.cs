using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Cli.Catalog;

/// <summary>A dataset as the catalogue describes it, with the numbers of its protection.</summary>
internal sealed record CatalogDataset(
    int Key,
    string Slug,
    string Name,
    ProtectionMethod Method,
    int? MinimumCount,
    ZeroPolicy? ZeroPolicy,
    int? RoundingBase,
    int? MinimumDenominator,
    int? MinimumMeanCount,
    decimal? DominancePercentage)
{
    /// <summary>Nothing in it can be about a person: all is published as it is.</summary>
    public bool IsUnprotected => Method == ProtectionMethod.None;
}
