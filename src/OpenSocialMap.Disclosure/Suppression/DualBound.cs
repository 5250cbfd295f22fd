using OpenSocialMap.Disclosure.Attack;

namespace OpenSocialMap.Disclosure.Suppression;

/// <summary>
/// How far the attacker can get from the truth, as the prices of the rows prove by weak duality: at most
/// a constant plus, for each free unknown that is withheld, its coefficient. True for every choice, whatever the prices.
/// </summary>
sealed class DualBound
{
    private const double Nothing = 1e-9;

    private readonly double _constant;
    private readonly double[] _coefficients;

    private DualBound(double constant, double[] coefficients) => (_constant, _coefficients) = (constant, coefficients);

    /// <summary>Null when the prices prove nothing, because something without end has a price.</summary>
    public static DualBound? From(Puzzle puzzle, ReadOnlySpan<double> prices, int target, int direction)
    {
        var reduced = new double[puzzle.Count];
        reduced[target] = -direction;
        var constant = 0.0;
        for (var row = 0; row < puzzle.System.Rows; row++)
        {
            var price = prices[row];
            if (Math.Abs(price) < Nothing)
            {
                continue;
            }
            var range = puzzle.System.RangeOf(row);
            constant -= price * (price > 0 ? range.Lower : range.Upper);
            var variables = puzzle.System.VariablesOf(row);
            var factors = puzzle.System.CoefficientsOf(row);
            for (var index = 0; index < variables.Length; index++)
            {
                reduced[variables[index]] -= price * factors[index];
            }
        }
        var coefficients = new double[puzzle.Count];
        for (var variable = 0; variable < puzzle.Count && double.IsFinite(constant); variable++)
        {
            var cost = reduced[variable];
            if (Math.Abs(cost) < Nothing)
            {
                continue;
            }
            var unknown = puzzle.Unknowns[variable];
            var known = unknown.Choice == Choice.Free ? unknown.Told : puzzle.KnownOf(variable);
            constant -= cost * (cost > 0 ? known.Lower : known.Upper);
            if (unknown.Choice == Choice.Free)
            {
                coefficients[variable] = cost > 0 ? cost * (known.Lower - unknown.Withheld.Lower) : -cost * (unknown.Withheld.Upper - known.Upper);
            }
        }
        return double.IsFinite(constant) ? new(constant, coefficients) : null;
    }

    public DualBound Plus(DualBound other) =>
        new(_constant + other._constant, [.. _coefficients.Zip(other._coefficients, (one, another) => one + another)]);

    /// <summary>What has to be withheld to get so far; a coefficient above the demand is as good as the demand. Null when nothing has to be.</summary>
    public CapacityCut? CutFor(double demand)
    {
        var left = demand - _constant;
        if (left < 1e-6)
        {
            return null;
        }
        var variables = Enumerable.Range(0, _coefficients.Length).Where(variable => _coefficients[variable] > Nothing).ToArray();
        return new(variables, Array.ConvertAll(variables, variable => Math.Min(1, _coefficients[variable] / left)), 1);
    }
}
