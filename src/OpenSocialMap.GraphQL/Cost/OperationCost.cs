namespace OpenSocialMap.GraphQL.Cost;

/// <summary>What an operation may cost at most: the work of its fields, and the objects of its answer, each weighted.</summary>
public readonly record struct OperationCost(double Field, double Type)
{
    public static OperationCost operator +(OperationCost a, OperationCost b) => new(a.Field + b.Field, a.Type + b.Type);

    public static OperationCost operator *(double times, OperationCost cost) => new(times * cost.Field, times * cost.Type);

    /// <summary>Each of the two numbers at its largest: of alternatives, either may come.</summary>
    public static OperationCost Largest(OperationCost a, OperationCost b) => new(Math.Max(a.Field, b.Field), Math.Max(a.Type, b.Type));
}
