using OpenSocialMap.Cli.Catalog;
using OpenSocialMap.Disclosure;

namespace OpenSocialMap.Cli.Releases;

/// <summary>The rules that the figures of each indicator fall under: the dataset's, with what the indicator sets for itself.</summary>
internal sealed class Policies(CatalogDataset dataset)
{
    readonly Dictionary<(int?, int?), ProtectionPolicy> _made = [];

    public ProtectionPolicy Of(CatalogIndicator indicator)
    {
        var own = (indicator.MinimumCount, indicator.MinimumDenominator);
        if (!_made.TryGetValue(own, out var policy))
            _made[own] = policy = Make(indicator);
        return policy;
    }

    ProtectionPolicy Make(CatalogIndicator indicator)
    {
        var usual = new ProtectionPolicy();
        var minimum = indicator.MinimumCount ?? dataset.MinimumCount ?? usual.MinimumCount;
        return new()
        {
            Method = dataset.Method switch
            {
                Data.Model.ProtectionMethod.None => ProtectionMethod.None,
                Data.Model.ProtectionMethod.Suppression => ProtectionMethod.Suppression,
                Data.Model.ProtectionMethod.Rounding => ProtectionMethod.Rounding,
                _ => throw new System.Diagnostics.UnreachableException(),
            },
            MinimumCount = minimum,
            Zeros = dataset.ZeroPolicy == Data.Model.ZeroPolicy.Publish ? ZeroPolicy.Publish : ZeroPolicy.Protect,
            RoundingBase = dataset.RoundingBase ?? usual.RoundingBase,
            MinimumDenominator = indicator.MinimumDenominator ?? dataset.MinimumDenominator ?? Math.Max(usual.MinimumDenominator, minimum),
            MinimumMeanCount = dataset.MinimumMeanCount ?? Math.Max(usual.MinimumMeanCount, minimum),
            Dominance = dataset.DominancePercentage is { } percentage ? new DominanceRule.PriorKnowledge((double)percentage) : null,
        };
    }
}
