using OpenSocialMap.Disclosure.Attack;
using OpenSocialMap.Disclosure.Solver;

namespace OpenSocialMap.Disclosure.Suppression;

/// <summary>
/// The attacker's program under a choice z (0 told, 1 withheld, fractions in between), and what it proves. When it leaves a target too certain, its
/// dual solution bounds the attacker for every choice: that is the capacity constraint of Fischetti and Salazar (2001).
/// </summary>
sealed class Separation : IDisposable
{
    private readonly Puzzle _puzzle;
    private readonly ClpModel _model;
    private readonly double[] _objective;
    private readonly double[] _lower;
    private readonly double[] _upper;

    public Separation(Puzzle puzzle)
    {
        _puzzle = puzzle;
        var program = new LinearProgram();
        for (var variable = 0; variable < puzzle.Count; variable++)
        {
            program.AddColumn(0, 0);
        }
        for (var row = 0; row < puzzle.System.Rows; row++)
        {
            var range = puzzle.System.RangeOf(row);
            program.AddRow(Math.Max(range.Lower, -LocalProgram.Endless), Math.Min(range.Upper, LocalProgram.Endless));
            for (var index = 0; index < puzzle.System.VariablesOf(row).Length; index++)
            {
                program.AddEntry(row, puzzle.System.VariablesOf(row)[index], puzzle.System.CoefficientsOf(row)[index]);
            }
        }
        _model = new(program);
        _objective = new double[puzzle.Count];
        _lower = new double[puzzle.Count];
        _upper = new double[puzzle.Count];
    }

    /// <summary>Sets the choice. A withheld unknown moves at most <paramref name="reach"/>: a tight reach gives strong cuts, a wide one misses none.</summary>
    public void Choose(ReadOnlySpan<double> choice, double reach)
    {
        for (var variable = 0; variable < _puzzle.Count; variable++)
        {
            var (told, withheld) = (_puzzle.Unknowns[variable].Told, _puzzle.Unknowns[variable].Withheld);
            if (_puzzle.Unknowns[variable].Choice != Choice.Free)
            {
                _lower[variable] = Math.Max(_puzzle.KnownOf(variable).Lower, -LocalProgram.Endless);
                _upper[variable] = Math.Min(_puzzle.KnownOf(variable).Upper, LocalProgram.Endless);
                continue;
            }
            _lower[variable] = told.Lower - Math.Min(told.Lower - withheld.Lower, reach) * choice[variable];
            _upper[variable] = told.Upper + Math.Min(withheld.Upper - told.Upper, reach) * choice[variable];
        }
    }

    /// <summary>The cuts that the choice violates for the target; <paramref name="isProtected"/> says whether it is protected anyway.</summary>
    public List<CapacityCut> Cuts(int target, ReadOnlySpan<double> choice, out bool isProtected)
    {
        var level = _puzzle.Levels[target];
        var (up, upBound) = Extreme(target, 1, level.Reach);
        var (down, downBound) = Extreme(target, -1, level.Reach);
        isProtected = level.IsReached(down, up);
        var cuts = new List<CapacityCut>();
        if (!isProtected)
        {
            AddIfViolated(cuts, choice, up, upBound, level.Up);
            AddIfViolated(cuts, choice, down, downBound, level.Down);
            AddIfViolated(cuts, choice, up + down, upBound is null || downBound is null ? null : upBound.Plus(downBound), level.Sliding);
        }
        return cuts;
    }

    public void Dispose() => _model.Dispose();

    private static void AddIfViolated(List<CapacityCut> cuts, ReadOnlySpan<double> choice, double reached, DualBound? bound, double demand)
    {
        if (reached < demand - 1e-6 && bound?.CutFor(demand) is { } cut && cut.Slack(choice) < -1e-6)
        {
            cuts.Add(cut);
        }
    }

    private (double Distance, DualBound? Bound) Extreme(int target, int direction, double reach)
    {
        var (lower, upper) = (_lower[target], _upper[target]);
        (_lower[target], _upper[target]) = (Math.Max(lower, -reach), Math.Min(upper, reach));
        _objective[target] = -direction;
        _model.SetBounds(_lower, _upper);
        _model.SetObjective(_objective);
        var isSolved = _model.Minimise();
        _objective[target] = 0;
        (_lower[target], _upper[target]) = (lower, upper);
        return isSolved
            ? (direction * _model.Solution[target], DualBound.From(_puzzle, _model.RowPrices, target, direction))
            : throw new DisclosureException("The attacker's linear program was not solved.");
    }
}
