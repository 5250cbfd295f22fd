using OpenSocialMap.Disclosure.Attack;

namespace OpenSocialMap.Disclosure.Suppression;

/// <summary>
/// The optimum for one total and its parts, which is by far the commonest cluster. With the total told, what is withheld can be shifted among
/// the withheld parts: the attacker is uncertain about each of them over the sum of how far they can go down. So parts have to be chosen
/// with at least so much room, for the least weight: a covering knapsack, solved by dynamic programming. With the total withheld two cells are enough.
/// </summary>
static class RowKnapsack
{
    private const int LargestDemand = 1000;

    /// <summary>Null when the cluster isn't of this kind.</summary>
    public static Solved? Solve(Puzzle puzzle)
    {
        if (puzzle.System.Rows != 1 || !puzzle.System.RangeOf(0).IsPoint || TotalOf(puzzle) is not { } total || !Enumerable.Range(0, puzzle.Count).All(variable => IsPlain(puzzle, variable)))
        {
            return null;
        }
        var demand = puzzle.Protected.Max(variable => puzzle.Levels[variable].Sliding);
        var fixedCells = Enumerable.Range(0, puzzle.Count).Where(variable => puzzle.IsWithheld[variable]).ToList();
        if (demand > LargestDemand || fixedCells.Count == 0)
        {
            return null;
        }
        if (fixedCells.Contains(total))
        {
            return Chosen(puzzle, fixedCells.Count > 1 ? [] : Lightest(puzzle, total));
        }
        var missing = (int)Math.Ceiling(demand - fixedCells.Sum(variable => Room(puzzle, variable)) - 1e-9);
        var parts = missing > 0 ? Cover(puzzle, total, missing) : fixedCells.Count > 1 ? [] : Lightest(puzzle, total);
        int[]? withTotal = total >= 0 && puzzle.IsFree(total) ? [total] : null;
        var best = parts is null || (withTotal is not null && Weight(puzzle, withTotal) < Weight(puzzle, parts)) ? withTotal : parts;
        return best is null ? null : Chosen(puzzle, best);
    }

    /// <summary>The only unknown with the other sign; -1 when it is determined and so not in the cluster, null when there are more.</summary>
    private static int? TotalOf(Puzzle puzzle)
    {
        var coefficients = puzzle.System.CoefficientsOf(0);
        var total = -1;
        for (var index = 0; index < coefficients.Length; index++)
        {
            if (coefficients[index] == -1 && total < 0)
            {
                total = puzzle.System.VariablesOf(0)[index];
            }
            else if (coefficients[index] != 1)
            {
                return null;
            }
        }
        return total;
    }

    private static bool IsPlain(Puzzle puzzle, int variable) =>
        puzzle.Unknowns[variable] is { IsWhole: true, Told.IsPoint: true, Withheld.Upper: double.PositiveInfinity } && puzzle.Levels[variable] is { Up: 0, Down: 0 };

    private static double Room(Puzzle puzzle, int variable) => -puzzle.Unknowns[variable].Withheld.Lower;

    private static double Weight(Puzzle puzzle, int[] variables) => variables.Sum(variable => puzzle.Unknowns[variable].Weight);

    private static int[]? Lightest(Puzzle puzzle, int total)
    {
        var free = Enumerable.Range(0, puzzle.Count).Where(variable => variable != total && puzzle.IsFree(variable)).ToList();
        return free.Count == 0 ? null : [free.MinBy(variable => puzzle.Unknowns[variable].Weight)];
    }

    /// <summary>The lightest parts with so much room together.</summary>
    private static int[]? Cover(Puzzle puzzle, int total, int demand)
    {
        var items = Enumerable.Range(0, puzzle.Count).Where(variable => variable != total && puzzle.IsFree(variable) && Room(puzzle, variable) > 0).ToArray();
        // lightest[d]: the least weight that covers d, with the items so far.
        var lightest = new double[demand + 1];
        Array.Fill(lightest, double.PositiveInfinity, 1, demand);
        var taken = new bool[items.Length, demand + 1];
        for (var item = 0; item < items.Length; item++)
        {
            var (room, weight) = ((int)Math.Min(demand, Room(puzzle, items[item])), puzzle.Unknowns[items[item]].Weight);
            for (var covered = demand; covered > 0; covered--)
            {
                var with = lightest[Math.Max(0, covered - room)] + weight;
                if (with < lightest[covered])
                {
                    lightest[covered] = with;
                    taken[item, covered] = true;
                }
            }
        }
        if (double.IsInfinity(lightest[demand]))
        {
            return null;
        }
        var chosen = new List<int>();
        for (var (item, left) = (items.Length - 1, demand); left > 0; item--)
        {
            if (taken[item, left])
            {
                chosen.Add(items[item]);
                left = Math.Max(0, left - (int)Math.Min(demand, Room(puzzle, items[item])));
            }
        }
        return [.. chosen];
    }

    private static Solved? Chosen(Puzzle puzzle, int[]? variables)
    {
        if (variables is null)
        {
            return null;
        }
        var withheld = puzzle.IsWithheld.ToArray();
        foreach (var variable in variables)
        {
            withheld[variable] = true;
        }
        return new(withheld, Weight(puzzle, variables), IsOptimal: true);
    }
}
