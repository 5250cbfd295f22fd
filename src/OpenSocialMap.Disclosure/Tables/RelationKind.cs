namespace OpenSocialMap.Disclosure;

/// <summary>What everybody knows about a total and its parts.</summary>
public enum RelationKind
{
    /// <summary>The total is the sum of the parts: a wijk and its buurten, a year and its months when contacts are counted.</summary>
    Sum,

    /// <summary>The parts cover the total but may overlap: each part is at most the total, and the total at most their sum. Unique persons over months or activities.</summary>
    Cover,

    /// <summary>The parts don't overlap but may leave something out: their sum is at most the total.</summary>
    Partial,

    /// <summary>Each part is at most the total, and nothing more is known.</summary>
    Within,
}
