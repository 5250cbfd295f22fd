using OpenSocialMap.Disclosure.Attack;

namespace OpenSocialMap.Disclosure.Suppression;

/// <summary>
/// Some rows of a puzzle as a puzzle of their own. An unknown that is also in rows outside weighs only the share of its rows that are inside,
/// so that the weights of separate clusters never add up to more than the whole's.
/// </summary>
sealed class Cluster
{
    public Cluster(Puzzle whole, IReadOnlyList<int> rows)
    {
        var places = new Dictionary<int, int>();
        var inside = new List<int>();
        foreach (var row in rows)
        {
            foreach (var variable in whole.System.VariablesOf(row))
            {
                if (whole.CanMove(variable) && places.TryAdd(variable, places.Count))
                {
                    inside.Add(0);
                }
                if (places.TryGetValue(variable, out var place))
                {
                    inside[place]++;
                }
            }
        }
        Variables = [.. places.Keys];
        Array.Sort(Variables, (one, other) => places[one].CompareTo(places[other]));
        IsRim = new bool[Variables.Length];
        var unknowns = new Unknown[Variables.Length];
        for (var place = 0; place < unknowns.Length; place++)
        {
            var variable = Variables[place];
            var all = whole.System.RowsOf(variable).Length;
            IsRim[place] = inside[place] < all;
            unknowns[place] = whole.Unknowns[variable] with { Level = whole.Levels[variable], Weight = whole.Unknowns[variable].Weight * inside[place] / all };
        }
        Puzzle = new(new(unknowns.Length, [.. rows.Select(row => RowOf(whole, row, places))]), unknowns);
    }

    public Puzzle Puzzle { get; }

    /// <summary>The unknowns of the whole puzzle that are in here, in the cluster's order.</summary>
    public int[] Variables { get; }

    /// <summary>Which of them are in rows outside as well.</summary>
    public bool[] IsRim { get; }

    private static LinearRow RowOf(Puzzle whole, int row, Dictionary<int, int> places)
    {
        var variables = whole.System.VariablesOf(row);
        var coefficients = whole.System.CoefficientsOf(row);
        var (kept, factors) = (new List<int>(variables.Length), new List<double>(variables.Length));
        for (var index = 0; index < variables.Length; index++)
        {
            if (places.TryGetValue(variables[index], out var place))
            {
                kept.Add(place);
                factors.Add(coefficients[index]);
            }
        }
        return new([.. kept], [.. factors], whole.System.RangeOf(row));
    }
}
