using OpenSocialMap.Disclosure.Solver;

namespace OpenSocialMap.Disclosure.Attack;

/// <summary>
/// Attacks unknowns by linear and integer programs. A solution with whole numbers is a world that could be the true one; it clears every unknown that is
/// far enough from the truth in it, so that most of them need no program of their own.
/// </summary>
sealed class ProgramAttack(Puzzle puzzle) : IDisposable
{
    private static readonly TimeSpan IntegerTime = TimeSpan.FromSeconds(30);

    /// <summary>How far each unknown was seen from the truth, both ways, in worlds that could be true.</summary>
    private readonly Dictionary<int, Interval> _seen = [];

    /// <summary>The last program over everything that hangs together: it serves all who are in it.</summary>
    private (LocalProgram Local, ClpModel Model)? _whole;

    public int IntegerPrograms { get; private set; }

    /// <summary>Null when the unknown is uncertain enough, else what it can be (as change from the truth).</summary>
    public Interval? Attack(int target)
    {
        if (_whole is { } whole && whole.Local.Holds(target) && !IsCleared(target))
        {
            return AttackWithin(whole.Local, whole.Model, target);
        }
        for (var radius = 2; !IsCleared(target); radius *= 2)
        {
            var local = new LocalProgram(puzzle, Around(target, radius));
            local.SetBounds(rimStands: true, target, puzzle.Levels[target].Reach);
            var model = new ClpModel(local.Program);
            if (local.Place.IsWhole)
            {
                Forget();
                _whole = (local, model);
            }
            var opened = AttackWithin(local, model, target);
            if (!local.Place.IsWhole)
            {
                model.Dispose();
            }
            if (opened is not null)
            {
                return opened;
            }
        }
        return null;
    }

    /// <summary>More was withheld: programs are out of date, though every world that was seen still could be true.</summary>
    public void Forget()
    {
        _whole?.Model.Dispose();
        _whole = null;
    }

    /// <summary>What an open unknown can be, to the unit: over everything that hangs together with it.</summary>
    public Interval ExactExtent(int target) => WholeExtent(new(puzzle, Around(target, int.MaxValue)), target);

    public void Dispose() => Forget();

    private Neighbourhood Around(int target, int radius) => Neighbourhood.Around(puzzle.System, target, radius, variable => !puzzle.IsDetermined(variable));

    /// <summary>What the target can be, when that is too little; null when it is enough or can't be told from in here.</summary>
    private Interval? AttackWithin(LocalProgram local, ClpModel model, int target)
    {
        var extent = Extent(local, model, target, rimStands: true);
        if (IsCleared(target))
        {
            return null;
        }
        if (!IsReached(target, extent))
        {
            if (!local.Place.IsWhole)
            {
                extent = Extent(local, model, target, rimStands: false);
            }
            return IsReached(target, extent) ? null : extent;
        }
        extent = WholeExtent(local, target);
        return IsCleared(target) || !local.Place.IsWhole ? null : extent;
    }

    /// <summary>How far the target gets, both ways; not further than it needs to. With a rim that moves at will a solution is no world.</summary>
    private Interval Extent(LocalProgram local, ClpModel model, int target, bool rimStands)
    {
        local.SetBounds(rimStands, target, puzzle.Levels[target].Reach);
        model.SetBounds([.. local.Program.Lower], [.. local.Program.Upper]);
        var (objective, column) = (new double[local.Program.Columns], local.ColumnOf(target));
        var extent = new Interval();
        foreach (var direction in (ReadOnlySpan<int>)[1, -1])
        {
            objective[column] = -direction;
            model.SetObjective(objective);
            if (!model.Minimise())
            {
                throw new DisclosureException($"The linear program of the attack on '{puzzle.Unknowns[target].Name}' was not solved.");
            }
            extent = Including(extent, model.Solution[column]);
            if (rimStands)
            {
                See(local.Place, model.Solution);
                if (IsCleared(target))
                {
                    break;
                }
            }
        }
        return extent;
    }

    private Interval WholeExtent(LocalProgram local, int target)
    {
        local.SetBounds(rimStands: true, target, puzzle.Levels[target].Reach);
        var place = local.Place;
        var whole = Enumerable.Range(0, place.Variables.Count).Where(column => puzzle.Unknowns[place.Variables[column]].IsWhole).ToArray();
        var extent = new Interval();
        foreach (var direction in (ReadOnlySpan<int>)[1, -1])
        {
            local.Program.Objective[local.ColumnOf(target)] = -direction;
            var solution = IntegerProgram.Minimise(local.Program, whole, IntegerTime);
            IntegerPrograms++;
            if (solution.Columns is { } columns)
            {
                extent = Including(extent, columns[local.ColumnOf(target)]);
                See(place, columns);
            }
        }
        local.Program.Objective[local.ColumnOf(target)] = 0;
        return extent;
    }

    private void See(Neighbourhood place, ReadOnlySpan<double> changes)
    {
        for (var column = 0; column < changes.Length; column++)
        {
            if (puzzle.Unknowns[place.Variables[column]].IsWhole && Math.Abs(changes[column] - Math.Round(changes[column])) > 1e-6)
            {
                return;
            }
        }
        for (var column = 0; column < changes.Length; column++)
        {
            if (puzzle.Levels[place.Variables[column]].IsNeeded)
            {
                _seen[place.Variables[column]] = Including(_seen.GetValueOrDefault(place.Variables[column]), changes[column]);
            }
        }
    }

    private static Interval Including(Interval interval, double change) => new(Math.Min(interval.Lower, change), Math.Max(interval.Upper, change));

    private bool IsCleared(int variable) => IsReached(variable, _seen.GetValueOrDefault(variable));

    private bool IsReached(int variable, Interval changes) => puzzle.Levels[variable].IsReached(-changes.Lower, changes.Upper);
}
