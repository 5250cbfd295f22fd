using OpenSocialMap.Disclosure.Attack;
using OpenSocialMap.Disclosure.Rules;

namespace OpenSocialMap.Disclosure.Protection;

/// <summary>
/// Makes the puzzle in which a table is decided: what earlier releases told, the primary rules applied, and the choices that are left.
/// A percentage is counted as telling its numerator and denominator exactly, which is more than it does.
/// </summary>
sealed class TableReader
{
    private readonly CellTable _table;
    private readonly ProtectorOptions _options;
    private readonly PuzzleBuilder _builder = new();
    private readonly WithheldReason[] _reasons;
    private readonly int[] _variables;
    private readonly double[] _shown;

    private TableReader(CellTable table, ProtectorOptions options)
    {
        (_table, _options) = (table, options);
        _reasons = new WithheldReason[table.Cells.Count];
        _variables = new int[table.Cells.Count];
        _shown = new double[table.Cells.Count];
    }

    public static Decision Read(CellTable table, ProtectorOptions options, IReadOnlyList<PublishedRelease> earlier, IProgress<ProtectionProgress>? progress) =>
        new TableReader(table, options).Read(earlier, progress);

    private Decision Read(IReadOnlyList<PublishedRelease> earlier, IProgress<ProtectionProgress>? progress)
    {
        foreach (var release in earlier)
        {
            new ReleaseReader(_builder, release).Read();
        }
        _builder.Settle();
        var withheldBefore = WithheldBefore(earlier);
        var used = UsedInternals();
        for (var index = 0; index < _table.Cells.Count; index++)
        {
            _variables[index] = _table.Cells[index].IsRatio ? -1 : Read(index, used, withheldBefore);
            if (index % 50_000 == 0)
            {
                progress?.Report(new(ProtectionStage.PrimaryRules, index, _table.Cells.Count));
            }
        }
        foreach (var cell in _table.Cells)
        {
            if (cell.Kind == CellKind.Percentage)
            {
                _builder.Complement(cell, _table.Cells[cell.Numerator!.Value], _table.Cells[cell.Denominator!.Value]);
            }
        }
        _builder.Relate(_table);
        var puzzle = _builder.Build();
        progress?.Report(new(ProtectionStage.PrimaryRules, _table.Cells.Count, _table.Cells.Count));
        return new(_table, puzzle, _variables, _reasons, _shown);
    }

    private static bool IsRounded(Cell cell) =>
        cell is { Role: not CellRole.Public, Kind: CellKind.Count, IsStructuralZero: false, Policy.Method: ProtectionMethod.Rounding };

    /// <summary>What is lost when the cell is withheld.</summary>
    private double WeightOf(Cell cell) => cell.Weight ?? _options.Weights switch
    {
        SuppressionWeights.Constant => 1,
        SuppressionWeights.Value => Math.Max(cell.Value, 0.1),
        _ => Math.Log(1 + Math.Max(cell.Value, 0.1)),
    };

    private int Read(int index, Dictionary<int, double> used, HashSet<(string, double)> withheldBefore)
    {
        var cell = _table.Cells[index];
        var draft = _builder.Of(cell);
        var isKnown = draft.Known.IsPoint;
        draft.Level = ReleaseReader.Larger(draft.Level, PrimaryRules.LevelOf(cell));
        draft.Withheld = ReleaseReader.ToldByWithholding(cell);
        draft.Weight = cell.Role == CellRole.Internal ? used.GetValueOrDefault(index) : WeightOf(cell);
        draft.Told = Interval.At(cell.Value);
        _shown[index] = cell.Value;
        if (IsRounded(cell))
        {
            Refuse.Unless(_options.RoundingKey is not null, "The table is to be rounded, and there is no rounding key.");
            _shown[index] = _options.RoundingKey!.Round(cell.Key, (long)cell.Value, cell.Policy.RoundingBase);
            draft.Told = Interval.Around(_shown[index], cell.Policy.RoundingBase - 1);
        }
        _reasons[index] = ReasonOf(cell, draft, withheldBefore);
        draft.Choice = ChoiceOf(cell, _reasons[index], isKnown, used.ContainsKey(index));
        return draft.Index;
    }

    private WithheldReason ReasonOf(Cell cell, Draft draft, HashSet<(string, double)> withheldBefore)
    {
        if (cell.Policy.Method == ProtectionMethod.None || cell.Role == CellRole.Public || cell.IsStructuralZero)
        {
            return WithheldReason.None;
        }
        var reason = IsRounded(cell) ? WithheldReason.None : PrimaryRules.Judge(cell);
        if (reason == WithheldReason.None && cell.Kind == CellKind.Count && !IsRounded(cell)
            && _builder.OtherVersions(cell).Any(version => version.Known.IsPoint && PrimaryRules.LevelOfChange(cell.Value - version.Truth, cell.Policy).IsNeeded))
        {
            reason = WithheldReason.SmallDifference;
        }
        return reason == WithheldReason.None && !draft.Known.IsPoint && withheldBefore.Contains((cell.Key, cell.Value)) ? WithheldReason.WithheldBefore : reason;
    }

    private static Choice ChoiceOf(Cell cell, WithheldReason reason, bool isKnown, bool isUsed) => cell switch
    {
        _ when reason != WithheldReason.None => Choice.Withheld,
        { Role: CellRole.Public } or { Policy.Method: ProtectionMethod.None } or { IsStructuralZero: true } => Choice.Told,
        { Role: CellRole.Internal } when !isUsed => Choice.Withheld,
        { Value: 0, Policy: { Method: ProtectionMethod.Suppression, Zeros: ZeroPolicy.Publish } } => Choice.Told,
        _ => isKnown ? Choice.Told : Choice.Free,
    };

    /// <summary>The internal cells that a percentage or mean tells, with the weight of what can't be published without them.</summary>
    private Dictionary<int, double> UsedInternals()
    {
        var used = new Dictionary<int, double>();
        foreach (var cell in _table.Cells.Where(cell => cell.IsRatio))
        {
            var (numerator, denominator) = (cell.Numerator!.Value, cell.Denominator!.Value);
            Refuse.Unless(cell.Policy.Method != ProtectionMethod.Rounding || _table.Cells[denominator].Role != CellRole.Internal,
                $"'{cell.Key}' is made of rounded counts; its denominator has to be published beside it, or nobody can tell what the percentage is worth.");
            if (cell.Policy.Method == ProtectionMethod.Rounding || RatioRules.Judge(cell, _table.Cells[denominator].Value) == WithheldReason.None)
            {
                used[numerator] = used.GetValueOrDefault(numerator) + WeightOf(_table.Cells[numerator]);
                used[denominator] = used.GetValueOrDefault(denominator) + WeightOf(_table.Cells[denominator]);
            }
        }
        return used;
    }

    /// <summary>The cells, with their raw values, that an earlier release withheld.</summary>
    private static HashSet<(string, double)> WithheldBefore(IReadOnlyList<PublishedRelease> earlier)
    {
        var withheld = new HashSet<(string, double)>();
        foreach (var release in earlier)
        {
            for (var index = 0; index < release.Table.Cells.Count; index++)
            {
                var cell = release.Table.Cells[index];
                if (cell is { Role: CellRole.Publishable, IsRatio: false } && !release.Outcomes[index].IsPublished)
                {
                    withheld.Add((cell.Key, cell.Value));
                }
            }
        }
        return withheld;
    }
}
