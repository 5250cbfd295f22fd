namespace OpenSocialMap.GraphQL.Cost;

/// <summary>What an operation may cost, and what its formula may come to.</summary>
public sealed record CostLimits
{
    /// <summary>The weighted work of all fields.</summary>
    public int MaxFieldCost { get; init; } = 10_000;

    /// <summary>The weighted objects of an answer.</summary>
    public int MaxTypeCost { get; init; } = 10_000;

    /// <summary>Fields of the plan, counted for each object type that they may meet.</summary>
    public int MaxFields { get; init; } = 2_000;

    /// <summary>The most items that a page can have, whatever is asked for.</summary>
    public int LargestPage { get; init; } = int.MaxValue;

    public bool Allow(OperationCost cost) => cost.Field <= MaxFieldCost && cost.Type <= MaxTypeCost;
}
