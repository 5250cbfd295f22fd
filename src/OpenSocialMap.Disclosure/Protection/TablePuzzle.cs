using OpenSocialMap.Disclosure.Attack;
using OpenSocialMap.Disclosure.Rules;

namespace OpenSocialMap.Disclosure.Protection;

/// <summary>
/// The puzzle in which a table is decided: what earlier releases told, the primary rules applied, and the choices that are left.
/// A percentage is counted as telling its numerator and denominator exactly, which is more than it does.
/// </summary>
sealed class TablePuzzle
{
    private readonly CellTable _table;
    private readonly ProtectorOptions _options;
    private readonly PuzzleBuilder _builder = new();
    private readonly WithheldReason[] _reasons;
    private readonly int[] _variables;
    private readonly long[] _rounded;

    public TablePuzzle(CellTable table, ProtectorOptions options, IReadOnlyList<PublishedRelease> earlier, IProgress<ProtectionProgress>? progress)
    {
        (_table, _options) = (table, options);
        _reasons = new WithheldReason[table.Cells.Count];
        _variables = new int[table.Cells.Count];
        _rounded = new long[table.Cells.Count];
        foreach (var release in earlier)
        {
            new ReleaseReader(_builder, release).Read();
        }
        _builder.Settle();
        var withheldBefore = WithheldBefore(earlier);
        var used = UsedInternals();
        for (var index = 0; index < table.Cells.Count; index++)
        {
            _variables[index] = table.Cells[index].IsRatio ? -1 : Read(index, used, withheldBefore);
            if (index % 50_000 == 0)
            {
                progress?.Report(new(ProtectionStage.PrimaryRules, index, table.Cells.Count));
            }
        }
        foreach (var cell in table.Cells)
        {
            if (cell.Kind == CellKind.Percentage)
            {
                _builder.Complement(cell, table.Cells[cell.Numerator!.Value], table.Cells[cell.Denominator!.Value]);
            }
        }
        _builder.Relate(table);
        Puzzle = _builder.Build();
        progress?.Report(new(ProtectionStage.PrimaryRules, table.Cells.Count, table.Cells.Count));
    }

    public Puzzle Puzzle { get; }

    /// <summary>What became of each cell, now that the puzzle's choices are made.</summary>
    public Outcome[] Outcomes() => [.. Enumerable.Range(0, _table.Cells.Count).Select(OutcomeOf)];

    /// <summary>What is lost when the cell is withheld.</summary>
    public double WeightOf(Cell cell) => cell.Weight ?? _options.Weights switch
    {
        SuppressionWeights.Constant => 1,
        SuppressionWeights.Value => Math.Max(cell.Value, 0.1),
        _ => Math.Log(1 + Math.Max(cell.Value, 0.1)),
    };

    public InformationLoss Loss(Outcome[] outcomes)
    {
        var (publishable, published, primary, sum, sumWithheld, error, counts) = (0, 0, 0, 0.0, 0.0, 0.0, 0);
        for (var index = 0; index < outcomes.Length; index++)
        {
            var (cell, outcome) = (_table.Cells[index], outcomes[index]);
            if (cell.Role != CellRole.Publishable)
            {
                continue;
            }
            publishable++;
            published += outcome.IsPublished ? 1 : 0;
            primary += outcome.IsPrimary ? 1 : 0;
            if (cell.IsRatio)
            {
                continue;
            }
            sum += cell.Value;
            sumWithheld += outcome.IsPublished ? 0 : cell.Value;
            counts += outcome.IsPublished ? 1 : 0;
            error += outcome.IsPublished ? Math.Abs(outcome.Value - cell.Value) : 0;
        }
        var weight = Enumerable.Range(0, Puzzle.Count).Where(variable => Puzzle.IsWithheld[variable] && Puzzle.Unknowns[variable].Choice == Choice.Free).Sum(variable => Puzzle.Unknowns[variable].Weight);
        return new(publishable, published, primary, publishable - published - primary, sum == 0 ? 0 : sumWithheld / sum, weight, counts == 0 ? 0 : error / counts);
    }

    private Outcome OutcomeOf(int index)
    {
        var cell = _table.Cells[index];
        if (cell.IsRatio)
        {
            return OutcomeOfRatio(cell);
        }
        if (cell.Role == CellRole.Internal || Puzzle.IsWithheld[_variables[index]])
        {
            return Outcome.Withheld(_reasons[index] == WithheldReason.None ? WithheldReason.Secondary : _reasons[index]);
        }
        return Outcome.Published(Shown(index));
    }

    private Outcome OutcomeOfRatio(Cell ratio)
    {
        var (numerator, denominator) = (ratio.Numerator!.Value, ratio.Denominator!.Value);
        var reason = RatioRules.Judge(ratio, Shown(denominator));
        if (reason == WithheldReason.None && (Puzzle.IsWithheld[_variables[numerator]] || Puzzle.IsWithheld[_variables[denominator]]))
        {
            reason = WithheldReason.TellsWithheldCount;
        }
        return reason == WithheldReason.None ? Outcome.Published(RatioRules.Value(ratio, Shown(numerator), Shown(denominator))) : Outcome.Withheld(reason);
    }

    /// <summary>What is shown for a count or amount, or would be: rounded where the table is.</summary>
    private double Shown(int index) => IsRounded(_table.Cells[index]) ? _rounded[index] : _table.Cells[index].Value;

    private static bool IsRounded(Cell cell) => cell is { Role: not CellRole.Public, Kind: CellKind.Count, IsStructuralZero: false, Policy.Method: ProtectionMethod.Rounding };

    private int Read(int index, Dictionary<int, double> used, HashSet<(string, double)> withheldBefore)
    {
        var cell = _table.Cells[index];
        var draft = _builder.Of(cell);
        var isKnown = draft.Known.IsPoint;
        draft.Level = ReleaseReader.Larger(draft.Level, PrimaryRules.LevelOf(cell));
        draft.Withheld = ReleaseReader.ToldByWithholding(cell);
        draft.Weight = cell.Role == CellRole.Internal ? used.GetValueOrDefault(index) : WeightOf(cell);
        draft.Told = Interval.At(cell.Value);
        if (IsRounded(cell))
        {
            Refuse.Unless(_options.RoundingKey is not null, "The table is to be rounded, and there is no rounding key.");
            _rounded[index] = _options.RoundingKey!.Round(cell.Key, (long)cell.Value, cell.Policy.RoundingBase);
            draft.Told = Interval.Around(_rounded[index], cell.Policy.RoundingBase - 1);
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
            if (RatioRules.Judge(cell, _table.Cells[denominator].Value) == WithheldReason.None)
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
