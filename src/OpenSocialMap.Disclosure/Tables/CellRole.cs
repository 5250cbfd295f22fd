namespace OpenSocialMap.Disclosure;

/// <summary>What may become of a cell.</summary>
public enum CellRole
{
    /// <summary>It is published unless protection needs it withheld.</summary>
    Publishable,

    /// <summary>It is never published itself; it is here because others follow from it, as a percentage from its numerator.</summary>
    Internal,

    /// <summary>The world knows it anyway, such as a figure of Statistics Netherlands; nothing can be gained by withholding it.</summary>
    Public,
}
