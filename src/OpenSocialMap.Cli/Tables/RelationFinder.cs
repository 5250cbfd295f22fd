namespace OpenSocialMap.Cli.Tables;

/// <summary>Finds which cells of a table are totals of which others: over areas, over categories and over periods.</summary>
internal sealed class RelationFinder(Vocabulary words)
{
    readonly AreaParts _areas = new(words.Catalog);
    readonly BreakdownParts _breakdowns = new(words.Catalog, words.Breakdowns);
    readonly Dictionary<int, string[][]> _periods = [];

    /// <summary>All relations between the cells that can be added up; each cell is there once.</summary>
    public IEnumerable<FoundRelation> Find(IReadOnlyList<CellKey> cells)
    {
        foreach (var group in Groups(cells, key => (key.Indicator, key.Period, key.Breakdown), key => key.Area))
            foreach (var (area, total) in group)
                foreach (var (parts, isComplete) in _areas.Covers(area, group))
                    if (parts.Count > 0)
                        yield return new(RelationSort.Areas, total, [.. parts.Select(part => group[part])], isComplete);
        foreach (var group in Groups(cells, key => (key.Indicator, key.Area, key.Period), key => key.Breakdown))
            foreach (var (breakdown, total) in group)
                foreach (var (isAdditive, parts) in _breakdowns.Of(breakdown))
                    if (Present(parts, words.Breakdowns, group) is { Length: > 0 } present)
                        yield return new(isAdditive ? RelationSort.Categories : RelationSort.OverlappingCategories, total, present, present.Length == parts.Length);
        foreach (var group in Groups(cells, key => (key.Indicator, key.Area, key.Breakdown), key => key.Period))
            foreach (var (period, total) in group)
                foreach (var parts in PartsOfPeriod(period))
                    if (Present(parts, words.Periods, group) is { Length: > 0 } present)
                        yield return new(RelationSort.Periods, total, present, present.Length == parts.Length);
    }

    /// <summary>
    /// Totals that are not in the table but follow from it in two ways, such as the grand total of a table that gives both its margins. Whoever
    /// adds up finds them, so protection has to know them too.
    /// </summary>
    public List<CellKey> MissingTotals(IReadOnlyList<CellKey> cells)
    {
        var known = cells.ToHashSet();
        var candidates = new Dictionary<CellKey, int>();
        foreach (var cell in cells)
        {
            foreach (var area in _areas.Above(cell.Area))
                Note(cell with { Area = area }, 1);
            foreach (var breakdown in _breakdowns.Above(cell.Breakdown))
                Note(cell with { Breakdown = words.Breakdowns.Number(breakdown) }, 2);
            foreach (var period in PeriodParts.Above(words.Periods[cell.Period]))
                Note(cell with { Period = words.Periods.Number(period) }, 4);
        }
        return [.. candidates.Where(it => it.Value is not (1 or 2 or 4)).Select(it => it.Key)];

        void Note(CellKey total, int sort)
        {
            if (!known.Contains(total))
                candidates[total] = candidates.GetValueOrDefault(total) | sort;
        }
    }

    string[][] PartsOfPeriod(int period)
    {
        if (!_periods.TryGetValue(period, out var parts))
            _periods[period] = parts = [.. PeriodParts.Of(words.Periods[period])];
        return parts;
    }

    static int[] Present(string[] parts, Words words, Dictionary<int, int> group) =>
        [.. parts.Select(words.Find).OfType<int>().Where(group.ContainsKey).Select(part => group[part])];

    // The cells that differ in one thing only, as that thing and their number. One group at a time, so that a million cells take little memory.
    static IEnumerable<Dictionary<int, int>> Groups(IReadOnlyList<CellKey> cells, Func<CellKey, (int, int, int)> same, Func<CellKey, int> differs)
    {
        var order = Enumerable.Range(0, cells.Count).ToArray();
        var keys = Array.ConvertAll(order, number => same(cells[number]));
        Array.Sort(keys, order);
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && keys[end] == keys[start])
                end++;
            if (end - start > 1)
            {
                var group = new Dictionary<int, int>(end - start);
                for (var at = start; at < end; at++)
                    group[differs(cells[order[at]])] = order[at];
                yield return group;
            }
            start = end;
        }
    }
}
