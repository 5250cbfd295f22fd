namespace OpenSocialMap.Data.Model;

/// <summary>Another name that a record goes by or went by, and perhaps a slug that still leads to it.</summary>
public sealed class AlternateName : EditorialFact
{
    /// <summary>The public id of the record, of whatever type.</summary>
    public string SubjectId { get; set; } = null!;

    public string Name { get; set; } = null!;
    public NameKind NameKind { get; set; }
    public string? Slug { get; set; }
    public bool Visible { get; private set; }
}
