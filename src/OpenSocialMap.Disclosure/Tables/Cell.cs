namespace OpenSocialMap.Disclosure;

/// <summary>One figure of a table: what it is, its raw value and the rules it falls under.</summary>
public sealed record Cell
{
    /// <summary>The cell's identity, the same text in every table and release that has it; keyed rounding and linked tables go by it.</summary>
    public required string Key { get; init; }

    public CellKind Kind { get; init; } = CellKind.Count;

    public CellRole Role { get; init; } = CellRole.Publishable;

    /// <summary>The raw value. Of a percentage or mean it is worked out from numerator and denominator, whatever stands here.</summary>
    public double Value { get; init; }

    public required ProtectionPolicy Policy { get; init; }

    /// <summary>What withholding it loses; null leaves it to <see cref="ProtectorOptions.Weights"/>.</summary>
    public double? Weight { get; init; }

    /// <summary>Index in the table of what is above the line of a percentage or mean.</summary>
    public int? Numerator { get; init; }

    /// <summary>Index in the table of what is below the line: the n of a percentage or mean.</summary>
    public int? Denominator { get; init; }

    /// <summary>Decimals with which a percentage or mean is published.</summary>
    public int Decimals { get; init; } = 1;

    /// <summary>Of an amount under a dominance rule: its largest contributions, largest first.</summary>
    public IReadOnlyList<double> Contributions { get; init; } = [];

    /// <summary>A zero that everybody knows to be one, because nothing else is possible.</summary>
    public bool IsStructuralZero { get; init; }

    /// <summary>The least that the world knows the value to be without any figure of ours.</summary>
    public double KnownLower { get; init; }

    /// <summary>The most that the world knows it to be, such as the number of inhabitants.</summary>
    public double KnownUpper { get; init; } = double.PositiveInfinity;

    internal bool IsRatio => Kind is CellKind.Percentage or CellKind.Mean;
}
