using System.Diagnostics;
using OpenSocialMap.Disclosure.Attack;

namespace OpenSocialMap.Disclosure.Suppression;

/// <summary>
/// The least weight that protects a cluster, after M. Fischetti and J.J. Salazar-González, "Solving the Cell Suppression Problem on Tabular Data with
/// Linear Constraints", Management Science 47 (2001). A master program chooses what to withhold, the attacker's program looks for a target that the choice leaves
/// open, its dual gives a cut for the master; first with fractional choices, then with whole ones, until the attacker is beaten.
/// </summary>
sealed class CuttingPlanes : IDisposable
{
    private const int FractionalRounds = 50;

    private readonly Puzzle _puzzle;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly TimeSpan _time;
    private readonly CancellationToken _cancellation;
    private readonly int[] _free;
    private readonly Master _master;
    private readonly Separation _separation;
    private readonly double _reach;

    private CuttingPlanes(Puzzle puzzle, TimeSpan time, CancellationToken cancellation)
    {
        (_puzzle, _time, _cancellation) = (puzzle, time, cancellation);
        _free = [.. Enumerable.Range(0, puzzle.Count).Where(variable => puzzle.Unknowns[variable].Choice == Choice.Free)];
        _master = new(_free, variable => puzzle.Unknowns[variable].Weight);
        _separation = new(puzzle);
        _reach = puzzle.Protected.Max(target => puzzle.Levels[target].Reach);
    }

    /// <summary>The best choice found, and how good it is. <paramref name="known"/> is one that protects.</summary>
    public static Solved Solve(Puzzle puzzle, bool[] known, TimeSpan time, CancellationToken cancellation)
    {
        using var planes = new CuttingPlanes(puzzle, time, cancellation);
        return planes.Solve(known);
    }

    public void Dispose()
    {
        _master.Dispose();
        _separation.Dispose();
    }

    private Solved Solve(bool[] known)
    {
        var bound = TightenFractionally();
        var weight = _free.Where(variable => known[variable]).Sum(variable => _puzzle.Unknowns[variable].Weight);
        while (_clock.Elapsed < _time)
        {
            _cancellation.ThrowIfCancellationRequested();
            var (columns, least, isSettled) = _master.Whole(weight, _time - _clock.Elapsed);
            bound = Math.Min(weight, Math.Max(bound, least));
            if (columns is null)
            {
                return new(known, bound, isSettled);
            }
            var choice = ChoiceOf(columns);
            if (!AddCuts(choice, isWhole: true))
            {
                return new(Array.ConvertAll(choice, value => value > 0.5), bound, IsOptimal: true);
            }
        }
        return new(known, Math.Min(weight, bound), IsOptimal: false);
    }

    /// <summary>Cuts found with fractional choices are cheap, and most of those that are needed. Returns the least weight that they leave possible.</summary>
    private double TightenFractionally()
    {
        var bound = 0.0;
        for (var round = 0; round < FractionalRounds && _clock.Elapsed < _time / 2; round++)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (_master.Relaxed() is not { } relaxed)
            {
                break;
            }
            bound = relaxed.Bound;
            if (!AddCuts(ChoiceOf(relaxed.Choice), isWhole: false))
            {
                break;
            }
        }
        return bound;
    }

    private double[] ChoiceOf(Dictionary<int, double> columns)
    {
        var choice = new double[_puzzle.Count];
        for (var variable = 0; variable < choice.Length; variable++)
        {
            choice[variable] = columns.TryGetValue(variable, out var chosen) ? chosen : _puzzle.IsWithheld[variable] ? 1 : 0;
        }
        return choice;
    }

    /// <summary>Adds the cuts that the choice violates; whether there were any.</summary>
    private bool AddCuts(double[] choice, bool isWhole)
    {
        var added = false;
        var open = new List<int>();
        _separation.Choose(choice, _reach);
        foreach (var target in _puzzle.Protected)
        {
            var cuts = _separation.Cuts(target, choice, out var isProtected);
            cuts.ForEach(_master.Add);
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
        _separation.Choose(choice, LocalProgram.Endless);
        foreach (var cut in open.SelectMany(target => _separation.Cuts(target, choice, out _)))
        {
            _master.Add(cut);
            added = true;
        }
        return added;
    }
}
