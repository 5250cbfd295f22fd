namespace OpenSocialMap.Disclosure;

/// <summary>What the number in a cell is.</summary>
public enum CellKind
{
    /// <summary>So many persons or contacts: a whole number, not negative.</summary>
    Count,

    /// <summary>A sum of what contributors brought in, such as euros or hours; not negative.</summary>
    Amount,

    /// <summary>100 x numerator / denominator, both counts in the same table.</summary>
    Percentage,

    /// <summary>Numerator / denominator: an amount or count over a count, both in the same table.</summary>
    Mean,
}
