namespace OpenSocialMap.GraphQL.Limits;

/// <summary>How large the variables of a request may be. What a custom scalar holds inside, such as a polygon, is for that scalar to limit.</summary>
public sealed record VariableLimits
{
    public static readonly VariableLimits Default = new();

    /// <summary>Members of the JSON object, whether the operation knows them or not.</summary>
    public int MaxVariables { get; init; } = 100;

    /// <summary>How many objects and lists may be open at one point inside a variable.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>Items of one list.</summary>
    public int MaxListLength { get; init; } = 1_000;

    /// <summary>Values of all variables together: every scalar, object and list counts as one.</summary>
    public int MaxValues { get; init; } = 10_000;
}
