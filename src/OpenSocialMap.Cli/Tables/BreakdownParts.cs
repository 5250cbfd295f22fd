using OpenSocialMap.Cli.Catalog;
using OpenSocialMap.Data.Figures;

namespace OpenSocialMap.Cli.Tables;

/// <summary>What a breakdown consists of: the same with one dimension more, or with a category's own categories in its place.</summary>
internal sealed class BreakdownParts(FigureCatalog catalog, Words breakdowns)
{
    readonly Dictionary<int, IReadOnlyList<(bool IsAdditive, string[] Parts)>> _parts = [];

    /// <summary>For each dimension along which it can be split: the breakdowns that there can be, and whether they add up.</summary>
    public IReadOnlyList<(bool IsAdditive, string[] Parts)> Of(int breakdown)
    {
        if (!_parts.TryGetValue(breakdown, out var parts))
            _parts[breakdown] = parts = [.. Split(Categories(breakdown))];
        return parts;
    }

    /// <summary>Every breakdown that this one is a part of.</summary>
    public IEnumerable<string> Above(int breakdown)
    {
        var categories = Categories(breakdown);
        foreach (var dimension in catalog.Dimensions)
            if (categories.TryGetValue(dimension.Code, out var category))
                yield return With(categories, dimension.Code, dimension.Parents.GetValueOrDefault(category));
    }

    IEnumerable<(bool IsAdditive, string[] Parts)> Split(IReadOnlyDictionary<string, string> categories)
    {
        foreach (var dimension in catalog.Dimensions)
        {
            var below = dimension.Below(categories.GetValueOrDefault(dimension.Code));
            if (below.Count > 0)
                yield return (dimension.IsAdditive, [.. below.Select(category => With(categories, dimension.Code, category))]);
        }
    }

    Dictionary<string, string> Categories(int breakdown) =>
        Breakdown.Read(breakdowns[breakdown])!.ToDictionary(it => it.Dimension, it => it.Category, StringComparer.Ordinal);

    static string With(IReadOnlyDictionary<string, string> categories, string dimension, string? category)
    {
        var changed = categories.ToDictionary(StringComparer.Ordinal);
        changed.Remove(dimension);
        if (category is not null)
            changed[dimension] = category;
        return Breakdown.Of(changed.Select(it => (it.Key, it.Value)));
    }
}
