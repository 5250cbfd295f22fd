using OpenSocialMap.Cli.Catalog;
using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Cli.Tables;

/// <summary>
/// Says what holds between a total and its parts. Parts that happen to add up count as parts that must: whoever attacks the figures
/// would try that too.
/// </summary>
internal static class Judge
{
    public static Judgement Of(FoundRelation relation, CatalogIndicator indicator, decimal total, IReadOnlyList<decimal> parts)
    {
        var sum = parts.Sum();
        var rest = total - sum;
        if (Math.Abs(rest) <= Tolerance(indicator, parts.Count))
            return Judgement.AddsUp;
        var mustAddUp = relation.Sort switch
        {
            RelationSort.Areas => !indicator.CountsPersons,
            RelationSort.Categories => true,
            RelationSort.OverlappingCategories => false,
            RelationSort.Periods => indicator.CountsContacts || indicator.Measure == Measure.Amount,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (mustAddUp)
            return rest < 0 ? Judgement.Exceeds : relation.IsComplete ? Judgement.FallsShort : Judgement.HasRest;
        if (parts.Max() > total)
            return relation.Sort == RelationSort.Periods ? Judgement.Unrelated : Judgement.PartExceeds;
        if (rest > 0)
            return relation.Sort == RelationSort.Areas ? Judgement.HasRest : Judgement.Within;
        return relation.IsComplete ? Judgement.Covers : Judgement.Within;
    }

    // Amounts are rounded before they come here, so each may be half of its last decimal off.
    static decimal Tolerance(CatalogIndicator indicator, int parts)
    {
        if (indicator.Measure != Measure.Amount)
            return 0;
        var unit = 1m;
        for (var decimals = indicator.Decimals; decimals > 0; decimals--)
            unit /= 10;
        return unit / 2 * (parts + 1);
    }
}
