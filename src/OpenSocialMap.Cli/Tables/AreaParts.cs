using OpenSocialMap.Cli.Catalog;
using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Cli.Tables;

/// <summary>What areas consist of: a municipality and a werkgebied of wijken, a wijk of buurten, a large werkgebied also of smaller ones.</summary>
internal sealed class AreaParts
{
    readonly FigureCatalog _catalog;
    readonly Dictionary<int, int[]> _wijken;
    readonly Dictionary<int, int[]> _buurten;
    readonly Dictionary<int, int[]> _inner;
    readonly ILookup<int, int> _werkgebiedenOfWijk;

    public AreaParts(FigureCatalog catalog)
    {
        _catalog = catalog;
        _buurten = Group(catalog.Areas.Values.Where(area => area.Kind == AreaKind.Buurt), area => area.WijkKey);
        _wijken = Group(catalog.Areas.Values.Where(area => area.Kind == AreaKind.Wijk), area => area.MunicipalityKey);
        var werkgebieden = catalog.WijkenOfWerkgebieden.Where(it => catalog.Areas.ContainsKey(it.Key)).ToList();
        foreach (var (werkgebied, wijken) in werkgebieden)
            _wijken[werkgebied] = [.. wijken];
        _werkgebiedenOfWijk = werkgebieden.SelectMany(it => it.Value.Select(wijk => (wijk, werkgebied: it.Key))).ToLookup(it => it.wijk, it => it.werkgebied);
        // The largest first, so that as little as possible is left to be covered by wijken.
        _inner = _wijken.ToDictionary(
            outer => outer.Key,
            outer => outer.Value.SelectMany(wijk => _werkgebiedenOfWijk[wijk]).Distinct()
                .Where(inner => inner != outer.Key && _wijken[inner].Length < outer.Value.Length && _wijken[inner].All(outer.Value.ToHashSet().Contains))
                .OrderByDescending(inner => _wijken[inner].Length).ThenBy(inner => inner)
                .ToArray());
    }

    /// <summary>Every area that this one is a part of.</summary>
    public IEnumerable<int> Above(int area)
    {
        var node = _catalog.Areas[area];
        if (node.WijkKey is { } wijk)
            yield return wijk;
        if (node.Kind == AreaKind.Wijk && node.MunicipalityKey is { } municipality)
            yield return municipality;
        if (node.Kind == AreaKind.Wijk)
            foreach (var werkgebied in _werkgebiedenOfWijk[area])
                yield return werkgebied;
    }

    /// <summary>How an area's figure is made up of those that are there; each way with whether nothing is left out.</summary>
    public IReadOnlyList<(List<int> Parts, bool IsComplete)> Covers(int area, IReadOnlyDictionary<int, int> present)
    {
        if (_buurten.TryGetValue(area, out var buurten))
        {
            var parts = buurten.Where(present.ContainsKey).ToList();
            return [(parts, parts.Count == buurten.Length)];
        }
        if (!_wijken.TryGetValue(area, out var wijken))
            return [];
        var byWijken = Cover(wijken, [], present);
        if (byWijken.IsComplete || !_inner.TryGetValue(area, out var inner))
            return [byWijken];
        var covers = ByWerkgebieden(wijken, [.. inner.Where(present.ContainsKey)], present).Prepend(byWijken).ToList();
        // What is left out of one way is known by another.
        return covers.Any(cover => cover.IsComplete) ? [.. covers.Where(cover => cover.IsComplete)] : covers;
    }

    IEnumerable<(List<int> Parts, bool IsComplete)> ByWerkgebieden(int[] wijken, List<int> candidates, IReadOnlyDictionary<int, int> present)
    {
        var seen = new HashSet<string>();
        foreach (var first in candidates)
        {
            var chosen = Disjoint(first, candidates);
            if (seen.Add(string.Join(',', chosen.Order())))
                yield return Cover(wijken, chosen, present);
        }
    }

    List<int> Disjoint(int first, List<int> candidates)
    {
        var taken = _wijken[first].ToHashSet();
        var chosen = new List<int> { first };
        foreach (var other in candidates.Where(other => !_wijken[other].Any(taken.Contains)))
        {
            chosen.Add(other);
            taken.UnionWith(_wijken[other]);
        }
        return chosen;
    }

    (List<int> Parts, bool IsComplete) Cover(int[] wijken, List<int> werkgebieden, IReadOnlyDictionary<int, int> present)
    {
        var parts = new List<int>(werkgebieden);
        var covered = werkgebieden.SelectMany(werkgebied => _wijken[werkgebied]).ToHashSet();
        var isComplete = true;
        foreach (var wijk in wijken.Where(wijk => !covered.Contains(wijk)))
            if (present.ContainsKey(wijk))
            {
                parts.Add(wijk);
            }
            else
            {
                var buurten = _buurten.GetValueOrDefault(wijk) ?? [];
                parts.AddRange(buurten.Where(present.ContainsKey));
                isComplete &= buurten.Length > 0 && buurten.All(present.ContainsKey);
            }
        return (parts, isComplete);
    }

    static Dictionary<int, int[]> Group(IEnumerable<CatalogArea> areas, Func<CatalogArea, int?> above) => areas
        .Where(area => above(area) is not null)
        .GroupBy(area => above(area)!.Value)
        .ToDictionary(group => group.Key, group => group.Select(area => area.Key).Order().ToArray());
}
