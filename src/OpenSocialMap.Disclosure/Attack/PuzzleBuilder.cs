namespace OpenSocialMap.Disclosure.Attack;

/// <summary>
/// Puts the puzzle together from tables: cells with the same key and the same raw value are one unknown, however many releases and datasets have them;
/// a changed raw value is a new unknown, and the change between them one more.
/// </summary>
sealed class PuzzleBuilder
{
    private readonly Dictionary<(string Key, double Value), Draft> _drafts = [];
    private readonly Dictionary<string, List<Draft>> _versions = new(StringComparer.Ordinal);
    private readonly List<Draft> _order = [];
    private readonly List<LinearRow> _rows = [];
    private readonly List<(Draft New, Draft Old, Draft Change)> _changes = [];
    private readonly HashSet<LinearRow> _distinct = new(LinearRowComparer.Instance);

    /// <summary>The unknown of a cell: of this version of it, if there are more.</summary>
    public Draft Of(Cell cell)
    {
        if (!_drafts.TryGetValue((cell.Key, cell.Value), out var draft))
        {
            draft = Add(cell.Key, cell.Value, cell.Kind == CellKind.Count);
            _drafts.Add((cell.Key, cell.Value), draft);
            Compare(draft, cell);
        }
        draft.Assume(new(Math.Max(0, cell.KnownLower), cell.IsStructuralZero ? 0 : cell.KnownUpper));
        return draft;
    }

    /// <summary>The earlier versions of a cell: its unknowns with other values.</summary>
    public IEnumerable<Draft> OtherVersions(Cell cell) =>
        _versions.TryGetValue(cell.Key, out var versions) ? versions.Where(version => version.Truth != cell.Value) : [];

    /// <summary>Those of the denominator who aren't in the numerator: nobody publishes them, and everybody can subtract.</summary>
    public Draft Complement(Cell ratio, Cell numerator, Cell denominator)
    {
        var (key, value) = ($"{denominator.Key} without {numerator.Key}", denominator.Value - numerator.Value);
        if (_drafts.TryGetValue((key, value), out var draft))
        {
            return draft;
        }
        draft = Add(key, value, isWhole: true);
        _drafts.Add((key, value), draft);
        draft.Assume(new(0, double.PositiveInfinity));
        if (ratio.Policy.Method != ProtectionMethod.None && Rules.PrimaryRules.JudgeCount(value, ratio.Policy) != WithheldReason.None)
        {
            draft.Level = Rules.PrimaryRules.LevelOfCount(ratio.Policy);
        }
        Relate([Of(numerator), draft, Of(denominator)], [1, 1, -1], Interval.At(0));
        return draft;
    }

    public void Relate(CellTable table)
    {
        foreach (var relation in table.Relations)
        {
            var total = Of(table.Cells[relation.Total]);
            var parts = relation.Parts.Select(part => Of(table.Cells[part])).ToList();
            if (relation.Kind is RelationKind.Cover or RelationKind.Within)
            {
                foreach (var part in parts)
                {
                    Relate([part, total], [1, -1], new(double.NegativeInfinity, 0));
                }
            }
            if (relation.Kind != RelationKind.Within)
            {
                Relate([.. parts, total], [.. Enumerable.Repeat(1.0, parts.Count), -1], relation.Kind switch
                {
                    RelationKind.Sum => Interval.At(0),
                    RelationKind.Cover => new(0, double.PositiveInfinity),
                    _ => new(double.NegativeInfinity, 0),
                });
            }
        }
    }

    /// <summary>Adds: sum of coefficients x values lies in the range.</summary>
    public void Relate(ReadOnlySpan<Draft> drafts, ReadOnlySpan<double> coefficients, Interval range)
    {
        var variables = new int[drafts.Length];
        var sum = 0.0;
        for (var place = 0; place < drafts.Length; place++)
        {
            variables[place] = drafts[place].Index;
            sum += coefficients[place] * drafts[place].Truth;
        }
        // A sum of amounts may miss its total by a rounding error, and the truth has to be a solution.
        var changes = range.Shifted(-sum);
        var row = new LinearRow(variables, coefficients.ToArray(), new(Math.Min(changes.Lower, 0), Math.Max(changes.Upper, 0)));
        if (range.IsPoint)
        {
            row = row with { Range = Interval.At(0) };
        }
        if (_distinct.Add(row))
        {
            _rows.Add(row);
        }
    }

    /// <summary>Takes what was told so far for what the world knows: it is no secret any more, and can't be made one.</summary>
    public void Settle()
    {
        _order.ForEach(draft => draft.Settle());
        foreach (var (newer, older, change) in _changes)
        {
            if (newer.Known.IsPoint && older.Known.IsPoint)
            {
                change.Level = default;
            }
        }
    }

    public Puzzle Build() => new(new(_order.Count, _rows), [.. _order.Select(draft => draft.Finished())]);

    private Draft Add(string name, double value, bool isWhole)
    {
        var draft = new Draft(_order.Count, name, value, isWhole);
        _order.Add(draft);
        return draft;
    }

    private void Compare(Draft draft, Cell cell)
    {
        if (!_versions.TryGetValue(cell.Key, out var versions))
        {
            _versions.Add(cell.Key, versions = []);
        }
        foreach (var version in versions)
        {
            var level = cell.Kind == CellKind.Count ? Rules.PrimaryRules.LevelOfChange(draft.Truth - version.Truth, cell.Policy) : default;
            if (level.IsNeeded)
            {
                var change = Add($"{cell.Key} (change)", draft.Truth - version.Truth, isWhole: true);
                change.Level = level;
                _changes.Add((draft, version, change));
                Relate([draft, version, change], [1, -1, -1], Interval.At(0));
            }
        }
        versions.Add(draft);
    }
}
