namespace OpenSocialMap.Disclosure;

/// <summary>
/// What was published at one time: the table and what became of each cell. A withdrawn release is one too, since nobody forgets it,
/// and so is a release of another dataset that has cells with the same keys. The raw values stay with the steward.
/// </summary>
public sealed record PublishedRelease
{
    public PublishedRelease(string name, CellTable table, IReadOnlyList<Outcome> outcomes)
    {
        Refuse.Unless(outcomes.Count == table.Cells.Count, $"Release {name} has {outcomes.Count} outcomes for {table.Cells.Count} cells.");
        Name = name;
        Table = table;
        Outcomes = outcomes;
    }

    public string Name { get; }

    public CellTable Table { get; }

    public IReadOnlyList<Outcome> Outcomes { get; }
}
