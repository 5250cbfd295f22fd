using OpenSocialMap.GraphQL.Planning;

namespace OpenSocialMap.GraphQL.Cost;

/// <summary>
/// The cost of an operation as arithmetic over the sizes that its variables give. Everything else is worked out when it is made, so an
/// operation without such a variable costs a constant.
/// </summary>
public abstract class CostFormula
{
    public static readonly CostFormula Zero = Of(default);

    private CostFormula() { }

    public abstract OperationCost Evaluate(CoercedVariables variables);

    internal static CostFormula Of(OperationCost cost) => new Constant(cost);

    /// <summary>All of these.</summary>
    internal static CostFormula Sum(params IEnumerable<CostFormula> parts) => Fold(parts, (a, b) => a + b, open => new Total(open));

    /// <summary>The most that one of these can come to.</summary>
    internal static CostFormula Largest(params IEnumerable<CostFormula> alternatives) =>
        Fold(alternatives, OperationCost.Largest, open => new Greatest(open));

    /// <summary>A list of that many.</summary>
    internal static CostFormula Times(CostSize size, CostFormula item) => (size, item) switch
    {
        ({ Read: null }, Constant constant) => Of(size.Value * constant.Cost),
        _ when item is Constant { Cost: (0, 0) } => Zero,
        _ => new Product(size, item),
    };

    // Neither sums nor maxima care about order, so all constants become one.
    private static CostFormula Fold(IEnumerable<CostFormula> parts, Func<OperationCost, OperationCost, OperationCost> join, Func<CostFormula[], CostFormula> make)
    {
        var known = default(OperationCost);
        var open = new List<CostFormula>();
        foreach (var part in parts)
        {
            if (part is Constant constant)
                known = join(known, constant.Cost);
            else
                open.Add(part);
        }
        if (open.Count == 0)
            return Of(known);
        if (known != default)
            open.Add(Of(known));
        return open is [var only] ? only : make([.. open]);
    }

    private sealed class Constant(OperationCost cost) : CostFormula
    {
        public OperationCost Cost => cost;
        public override OperationCost Evaluate(CoercedVariables variables) => cost;
    }

    private sealed class Total(CostFormula[] parts) : CostFormula
    {
        public override OperationCost Evaluate(CoercedVariables variables)
        {
            var sum = default(OperationCost);
            foreach (var part in parts)
                sum += part.Evaluate(variables);
            return sum;
        }
    }

    private sealed class Greatest(CostFormula[] alternatives) : CostFormula
    {
        public override OperationCost Evaluate(CoercedVariables variables)
        {
            var largest = default(OperationCost);
            foreach (var alternative in alternatives)
                largest = OperationCost.Largest(largest, alternative.Evaluate(variables));
            return largest;
        }
    }

    private sealed class Product(CostSize size, CostFormula item) : CostFormula
    {
        public override OperationCost Evaluate(CoercedVariables variables) => size.Of(variables) * item.Evaluate(variables);
    }
}
