using OpenSocialMap.Disclosure.Attack;
using OpenSocialMap.Disclosure.Solver;

namespace OpenSocialMap.Disclosure.Suppression;

/// <summary>
/// The heuristic: for one unknown that is too well known, the cheapest other worlds in which it is far enough from the truth. What else differs in
/// them is withheld too, so that they can't be told from the truth. One linear program in the spirit of Kelly, Golden and Assad (1992) and Castro (2002),
/// in the smallest neighbourhood that has such worlds.
/// </summary>
sealed class CheapestRepair(Puzzle puzzle)
{
    private const double Used = 1e-7;

    /// <summary>Withholds what it takes; false when nothing that may still be withheld can protect the target.</summary>
    public bool Protect(int target)
    {
        for (var radius = 2; ; radius *= 2)
        {
            var place = Neighbourhood.Around(puzzle.System, target, radius, puzzle.CanMove);
            if (WithholdWithin(place))
            {
                return true;
            }
            if (place.IsWhole)
            {
                return false;
            }
        }
    }

    private bool WithholdWithin(Neighbourhood place)
    {
        var program = new LinearProgram();
        var withheld = new List<(int Variable, int Column)>();
        var level = puzzle.Levels[place.Variables[0]];
        var up = AddWorld(program, place, level, withheld);
        var down = AddWorld(program, place, level, withheld);
        AddGoal(program, [(up, 1)], level.Up);
        AddGoal(program, [(down, -1)], level.Down);
        AddGoal(program, [(up, 1), (down, -1)], level.Sliding);
        using var model = new ClpModel(program);
        if (!model.Minimise(boundsChanged: true))
        {
            return false;
        }
        foreach (var (variable, column) in withheld)
        {
            puzzle.IsWithheld[variable] |= model.Solution[column] > Used;
        }
        return true;
    }

    /// <summary>Columns and rows for one other world; returns the columns that make up the target's change, with their signs.</summary>
    private List<(int Column, double Sign)> AddWorld(LinearProgram program, Neighbourhood place, ProtectionLevel level, List<(int Variable, int Column)> withheld)
    {
        var columns = new Dictionary<int, List<(int Column, double Sign)>>(place.Variables.Count);
        for (var index = 0; index < place.Variables.Count; index++)
        {
            if (!place.IsRim[index])
            {
                columns[place.Variables[index]] = AddChange(program, place.Variables[index], level, withheld);
            }
        }
        foreach (var row in place.Rows)
        {
            var range = puzzle.System.RangeOf(row);
            var line = program.AddRow(Math.Max(range.Lower, -LocalProgram.Endless), Math.Min(range.Upper, LocalProgram.Endless));
            var variables = puzzle.System.VariablesOf(row);
            var coefficients = puzzle.System.CoefficientsOf(row);
            for (var index = 0; index < variables.Length; index++)
            {
                foreach (var (column, sign) in columns.GetValueOrDefault(variables[index], []))
                {
                    program.AddEntry(line, column, sign * coefficients[index]);
                }
            }
        }
        return columns[place.Variables[0]];
    }

    /// <summary>Within what is known it changes for nothing; beyond that it has to be withheld, and costs its weight by the unit.</summary>
    private List<(int Column, double Sign)> AddChange(LinearProgram program, int variable, ProtectionLevel level, List<(int Variable, int Column)> withheld)
    {
        var known = puzzle.KnownOf(variable);
        var change = new List<(int, double)>();
        if (!known.IsPoint)
        {
            change.Add((program.AddColumn(Math.Max(known.Lower, -LocalProgram.Endless), Math.Min(known.Upper, LocalProgram.Endless)), 1));
        }
        if (!puzzle.IsFree(variable))
        {
            return change;
        }
        var beyond = puzzle.Unknowns[variable].Withheld;
        foreach (var (room, sign) in (ReadOnlySpan<(double, double)>)[(beyond.Upper - known.Upper, 1), (known.Lower - beyond.Lower, -1)])
        {
            if (room > 0)
            {
                var column = program.AddColumn(0, Math.Min(room, LocalProgram.Endless), puzzle.Unknowns[variable].Weight / Math.Min(room, level.Reach));
                change.Add((column, sign));
                withheld.Add((variable, column));
            }
        }
        return change;
    }

    private static void AddGoal(LinearProgram program, ReadOnlySpan<(List<(int Column, double Sign)> Change, double Sign)> changes, double least)
    {
        var line = program.AddRow(least, LocalProgram.Endless);
        foreach (var (change, changeSign) in changes)
        {
            foreach (var (column, sign) in change)
            {
                program.AddEntry(line, column, changeSign * sign);
            }
        }
    }
}
