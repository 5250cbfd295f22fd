namespace OpenSocialMap.Disclosure;

/// <summary>What became of a cell: published with the value as it is published, or withheld for a reason.</summary>
public readonly record struct Outcome
{
    private Outcome(bool isPublished, double value, WithheldReason reason)
    {
        IsPublished = isPublished;
        Value = value;
        Reason = reason;
    }

    public bool IsPublished { get; }

    /// <summary>The value as published: exact, rounded, or a percentage with its decimals. NaN when withheld.</summary>
    public double Value { get; }

    public WithheldReason Reason { get; }

    public bool IsPrimary => !IsPublished && Reason is not (WithheldReason.Secondary or WithheldReason.WithheldBefore);

    public static Outcome Published(double value) => new(true, value, WithheldReason.None);

    public static Outcome Withheld(WithheldReason reason) => new(false, double.NaN, reason);
}
