namespace OpenSocialMap.Data.Model;

/// <summary>What every row that tells a fact has in common: where the fact comes from, and whether the world may see it.</summary>
public abstract class Fact
{
    public Provenance Provenance { get; set; } = null!;
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the content last changed; what is derived from other records doesn't count.</summary>
    public DateTimeOffset ModifiedAt { get; private set; }
}

/// <summary>A fact that is published or not, and that the seed files or an editor keep.</summary>
public abstract class EditorialFact : Fact
{
    /// <summary>Internal, and never shown.</summary>
    public int Key { get; private set; }

    public Origin Origin { get; set; } = Origin.Editor;
    public bool Published { get; set; } = true;
}

/// <summary>An editorial fact with a public id that never changes and is never given out again.</summary>
public abstract class Record : EditorialFact
{
    public string Id { get; set; } = null!;
}

/// <summary>A record that people name: with a name, and a readable slug for addresses.</summary>
public abstract class NamedRecord : Record
{
    public string Slug { get; set; } = null!;
    public string Name { get; set; } = null!;
    public string? Description { get; set; }
}
