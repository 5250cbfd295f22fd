namespace OpenSocialMap.Disclosure;

/// <summary>What protection needs to know beside the table, and how hard it tries.</summary>
public sealed record ProtectorOptions
{
    /// <summary>Needed for rounding.</summary>
    public RoundingKey? RoundingKey { get; init; }

    public SuppressionWeights Weights { get; init; } = SuppressionWeights.Logarithm;

    /// <summary>Whether the optimal method runs at all; without it only the heuristic does.</summary>
    public bool Optimises { get; init; } = true;

    /// <summary>Up to so many cells that hang together the least loss is looked for by integer programming; beyond, the heuristic stands.</summary>
    public int OptimalCells { get; init; } = 400;

    /// <summary>For so long in all the optimum is looked for, a group of cells getting at most half of what is left; after that the best found stands.</summary>
    public TimeSpan OptimalTime { get; init; } = TimeSpan.FromSeconds(60);
}
