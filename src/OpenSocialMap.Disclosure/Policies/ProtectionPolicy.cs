namespace OpenSocialMap.Disclosure;

/// <summary>The rules of a dataset or of one indicator in it. They are published with the figures: whoever attacks the figures knows them.</summary>
public sealed record ProtectionPolicy
{
    public ProtectionMethod Method { get; init; } = ProtectionMethod.Suppression;

    /// <summary>The smallest count, in persons or contacts, that may be told; 8 for care and help.</summary>
    public int MinimumCount { get; init; } = 5;

    public ZeroPolicy Zeros { get; init; } = ZeroPolicy.Protect;

    /// <summary>Counts are rounded to a multiple of this; only with <see cref="ProtectionMethod.Rounding"/>, and at least <see cref="MinimumCount"/>.</summary>
    public int RoundingBase { get; init; } = 5;

    /// <summary>Percentages are published over at least this many.</summary>
    public int MinimumDenominator { get; init; } = 25;

    /// <summary>Means are published over at least this many.</summary>
    public int MinimumMeanCount { get; init; } = 100;

    /// <summary>For amounts; null when the dataset has none or each contribution is public.</summary>
    public DominanceRule? Dominance { get; init; }

    /// <summary>Whether a small change between two releases is itself a small count: a correction of 107 to 109 tells of two people.</summary>
    public bool ProtectsDifferences { get; init; } = true;

    public static ProtectionPolicy Unprotected { get; } = new() { Method = ProtectionMethod.None };

    /// <summary>The policy itself, or an exception that says what is wrong with it.</summary>
    public ProtectionPolicy Checked()
    {
        if (Method == ProtectionMethod.None)
        {
            return this;
        }
        Refuse.Unless(MinimumCount >= 2, $"The minimum count is {MinimumCount}; below 2 it protects nobody.");
        Refuse.Unless(MinimumDenominator >= MinimumCount,
            $"The minimum denominator is {MinimumDenominator}, below the minimum count of {MinimumCount}; percentages would be of groups that may not be told.");
        Refuse.Unless(MinimumMeanCount >= MinimumCount,
            $"The minimum count under a mean is {MinimumMeanCount}, below the minimum count of {MinimumCount}.");
        Refuse.Unless(Method != ProtectionMethod.Rounding || RoundingBase >= MinimumCount,
            $"The rounding base is {RoundingBase}, below the minimum count of {MinimumCount}; a rounded figure would tell that a group is smaller than may be told. Choose a base of at least {MinimumCount}.");
        Refuse.Unless(Dominance is not DominanceRule.LargestShare share || (share.Contributors >= 1 && share.Percentage is > 0 and < 100),
            "The (n,k) rule wants at least one contributor and a percentage between 0 and 100.");
        Refuse.Unless(Dominance is not DominanceRule.PriorKnowledge prior || prior.Percentage is > 0 and <= 100,
            "The p% rule wants a percentage above 0 and at most 100.");
        return this;
    }
}
