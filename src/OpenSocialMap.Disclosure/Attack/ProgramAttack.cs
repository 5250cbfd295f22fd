using OpenSocialMap.Disclosure.Solver;

namespace OpenSocialMap.Disclosure.Attack;

/// <summary>
/// Attacks unknowns by linear and integer programs. A solution with whole numbers is a world that could be the true one; it clears every unknown that is
/// far enough from the truth in it, so that most of them need no program of their own.
/// </summary>
sealed class ProgramAttack(Puzzle puzzle)
{
    private static readonly TimeSpan IntegerTime = TimeSpan.FromSeconds(30);

    /// <summary>How far each unknown was seen from the truth, both ways, in worlds that could be true.</summary>
    private readonly Dictionary<int, Interval> _seen = [];

    public int IntegerPrograms { get; private set; }

    /// <summary>Null when the unknown is uncertain enough, else what it can be (as change from the truth).</summary>
    public Interval? Attack(int target)
    {
        for (var radius = 2; !IsCleared(target); radius *= 2)
        {
            var place = Neighbourhood.Around(puzzle.System, target, radius, variable => !puzzle.IsDetermined(variable));
            if (AttackWithin(place) is { } opened)
            {
                return opened;
            }
        }
        return null;
    }

    /// <summary>What an open unknown can be, to the unit: over everything that hangs together with it.</summary>
    public Interval ExactExtent(int target)
    {
        var place = Neighbourhood.Around(puzzle.System, target, int.MaxValue, variable => !puzzle.IsDetermined(variable));
        return WholeExtent(new(puzzle, place), place);
    }

    /// <summary>What the first unknown of the place can be, when that is too little; null when it is enough or can't be told from in here.</summary>
    private Interval? AttackWithin(Neighbourhood place)
    {
        var target = place.Variables[0];
        var local = new LocalProgram(puzzle, place);
        local.SetBounds(rimStands: true, puzzle.Levels[target].Reach);
        using var model = new ClpModel(local.Program);
        var extent = Extent(model, place, worldsCount: true);
        if (IsCleared(target))
        {
            return null;
        }
        if (!IsReached(target, extent))
        {
            if (!place.IsWhole)
            {
                local.SetBounds(rimStands: false, puzzle.Levels[target].Reach);
                model.SetBounds([.. local.Program.Lower], [.. local.Program.Upper]);
                extent = Extent(model, place, worldsCount: false);
            }
            return IsReached(target, extent) ? null : extent;
        }
        extent = WholeExtent(local, place);
        return IsCleared(target) || !place.IsWhole ? null : extent;
    }

    private Interval Extent(ClpModel model, Neighbourhood place, bool worldsCount)
    {
        var objective = new double[place.Variables.Count];
        var extent = new Interval();
        foreach (var direction in (ReadOnlySpan<int>)[1, -1])
        {
            objective[0] = -direction;
            model.SetObjective(objective);
            if (!model.Minimise())
            {
                throw new DisclosureException($"The linear program of the attack on '{puzzle.Unknowns[place.Variables[0]].Name}' was not solved.");
            }
            extent = Including(extent, model.Solution[0]);
            if (worldsCount)
            {
                See(place, model.Solution);
                if (IsCleared(place.Variables[0]))
                {
                    break;
                }
            }
        }
        return extent;
    }

    private Interval WholeExtent(LocalProgram local, Neighbourhood place)
    {
        local.SetBounds(rimStands: true, puzzle.Levels[place.Variables[0]].Reach);
        var whole = Enumerable.Range(0, place.Variables.Count).Where(column => puzzle.Unknowns[place.Variables[column]].IsWhole).ToArray();
        var extent = new Interval();
        foreach (var direction in (ReadOnlySpan<int>)[1, -1])
        {
            local.Program.Objective[0] = -direction;
            var solution = IntegerProgram.Minimise(local.Program, whole, IntegerTime);
            IntegerPrograms++;
            if (solution.Columns is { } columns)
            {
                extent = Including(extent, columns[0]);
                See(place, columns);
            }
        }
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
