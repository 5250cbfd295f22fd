namespace OpenSocialMap.Disclosure;

/// <summary>Why a cell is withheld. For the steward's eyes only: what is published makes no difference between them.</summary>
public enum WithheldReason
{
    /// <summary>It isn't.</summary>
    None,

    /// <summary>Primary: a count below the minimum.</summary>
    SmallCount,

    /// <summary>Primary: a zero, where zeros are protected.</summary>
    Zero,

    /// <summary>Primary: a few contributors dominate the amount.</summary>
    Dominance,

    /// <summary>Primary: a percentage or mean over too few.</summary>
    SmallDenominator,

    /// <summary>A percentage or mean would tell a count or amount that is withheld: its numerator, its denominator or what is between them.</summary>
    TellsWithheldCount,

    /// <summary>A percentage over nothing.</summary>
    NoDenominator,

    /// <summary>The new value differs so little from a published one that the difference is a small count.</summary>
    SmallDifference,

    /// <summary>It was withheld in an earlier release with the same value.</summary>
    WithheldBefore,

    /// <summary>Secondary: without it a protected cell could be worked out.</summary>
    Secondary,
}
