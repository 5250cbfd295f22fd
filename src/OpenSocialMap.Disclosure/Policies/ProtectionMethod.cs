namespace OpenSocialMap.Disclosure;

/// <summary>How the figures of a dataset are protected. One dataset has one method; the two never go together naively.</summary>
public enum ProtectionMethod
{
    /// <summary>Nothing in it can be about a person, such as the circulation of a newspaper: every value is published as it is.</summary>
    None,

    /// <summary>Exact values, with cells withheld: the small ones, and as many others as it takes to keep those from being worked out.</summary>
    Suppression,

    /// <summary>Every count is rounded at random, without bias, to a multiple of a base; a cell is withheld only where roundings together would give it away.</summary>
    Rounding,
}
