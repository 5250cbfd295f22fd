using System.Diagnostics;
using OpenSocialMap.Disclosure.Attack;
using OpenSocialMap.Disclosure.Solver;

namespace OpenSocialMap.Disclosure.Suppression;

/// <summary>
/// The least weight that protects a cluster, after M. Fischetti and J.J. Salazar-González, "Solving the Cell Suppression Problem on Tabular Data with
/// Linear Constraints", Management Science 47 (2001). A master program chooses what to withhold, the attacker's program looks for a target that the choice leaves
/// open, its dual gives a cut for the master; first with fractional choices, then with whole ones, until the attacker is beaten.
/// </summary>
sealed class CuttingPlanes
{
    private const int FractionalRounds = 50;

    private readonly Puzzle _puzzle;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly TimeSpan _time;
    private readonly CancellationToken _cancellation;
    private readonly int[] _free;
    private readonly Dictionary<int, int> _columns = [];
    private readonly LinearProgram _master = new();
    private readonly double _reach;

    private CuttingPlanes(Puzzle puzzle, TimeSpan time, CancellationToken cancellation)
    {
        (_puzzle, _time, _cancellation) = (puzzle, time, cancellation);
        _free = [.. Enumerable.Range(0, puzzle.Count).Where(variable => puzzle.Unknowns[variable].Choice == Choice.Free)];
        foreach (var variable in _free)
        {
            _columns[variable] = _master.AddColumn(0, 1, puzzle.Unknowns[variable].Weight);
        }
        _reach = puzzle.Protected.Max(target => puzzle.Levels[target].Reach);
    }

    /// <summary>The best choice found, and how good it is. <paramref name="known"/> is one that protects.</summary>
    public static Solved Solve(Puzzle puzzle, bool[] known, TimeSpan time, CancellationToken cancellation) =>
        new CuttingPlanes(puzzle, time, cancellation).Solve(known);

    private Solved Solve(bool[] known)
    {
        using var separation = new Separation(_puzzle);
        TightenFractionally(separation);
        var weight = _free.Where(variable => known[variable]).Sum(variable => _puzzle.Unknowns[variable].Weight);
        var bound = 0.0;
        while (_clock.Elapsed < _time)
        {
            _cancellation.ThrowIfCancellationRequested();
            var solution = IntegerProgram.Minimise(_master, Enumerable.Range(0, _free.Length).ToArray(), _time - _clock.Elapsed);
            bound = Math.Max(bound, Math.Min(solution.Bound, weight));
            if (solution.Bound >= weight - 1e-6)
            {
                return new(known, weight, IsOptimal: true);
            }
            if (!solution.IsOptimal)
            {
                break;
            }
            var choice = ChoiceOf(solution.Columns, Math.Round);
            if (!AddCuts(separation, choice, isWhole: true))
            {
                return new(Array.ConvertAll(choice, value => value > 0.5), solution.Bound, IsOptimal: true);
            }
        }
        return new(known, bound, IsOptimal: false);
    }

    /// <summary>Cuts found with fractional choices are cheap, and most of those that are needed.</summary>
    private void TightenFractionally(Separation separation)
    {
        for (var round = 0; round < FractionalRounds && _clock.Elapsed < _time / 2; round++)
        {
            _cancellation.ThrowIfCancellationRequested();
            using var model = new ClpModel(_master);
            if (!model.Minimise(boundsChanged: true) || !AddCuts(separation, ChoiceOf(model.Solution, value => value), isWhole: false))
            {
                return;
            }
        }
    }

    private double[] ChoiceOf(ReadOnlySpan<double> columns, Func<double, double> read)
    {
        var choice = new double[_puzzle.Count];
        for (var variable = 0; variable < choice.Length; variable++)
        {
            choice[variable] = _columns.TryGetValue(variable, out var column) ? Math.Clamp(read(columns[column]), 0, 1) : _puzzle.IsWithheld[variable] ? 1 : 0;
        }
        return choice;
    }

    /// <summary>Adds the cuts that the choice violates; whether there were any.</summary>
    private bool AddCuts(Separation separation, double[] choice, bool isWhole)
    {
        var added = false;
        var open = new List<int>();
        separation.Choose(choice, _reach);
        foreach (var target in _puzzle.Protected)
        {
            var cuts = separation.Cuts(target, choice, out var isProtected);
            cuts.ForEach(Add);
            added |= cuts.Count > 0;
            if (!isProtected)
            {
                open.Add(target);
            }
        }
        if (added || !isWhole || open.Count == 0)
        {
            return added;
        }
        // In some tables others have to move further than the target does.
        separation.Choose(choice, LocalProgram.Endless);
        foreach (var cut in open.SelectMany(target => separation.Cuts(target, choice, out _)))
        {
            Add(cut);
            added = true;
        }
        return added;
    }

    private void Add(CapacityCut cut)
    {
        var row = _master.AddRow(cut.Demand, LocalProgram.Endless);
        for (var index = 0; index < cut.Variables.Length; index++)
        {
            _master.AddEntry(row, _columns[cut.Variables[index]], cut.Coefficients[index]);
        }
    }
}
