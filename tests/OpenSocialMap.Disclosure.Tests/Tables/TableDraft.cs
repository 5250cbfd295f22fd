namespace OpenSocialMap.Disclosure.Tests;

/// <summary>A table in the making, of made-up names and numbers.</summary>
sealed class TableDraft(ProtectionPolicy policy)
{
    private readonly Dictionary<string, int> _index = [];

    public List<Cell> Cells { get; } = [];

    public List<Relation> Relations { get; } = [];

    public int this[string key] => _index[key];

    public int Add(string key, double value, CellRole role = CellRole.Publishable) => Add(new() { Key = key, Value = value, Role = role, Policy = policy });

    public int Add(Cell cell)
    {
        _index[cell.Key] = Cells.Count;
        Cells.Add(cell);
        return Cells.Count - 1;
    }

    /// <summary>A total of what is there already.</summary>
    public int AddTotal(string key, params int[] parts)
    {
        var total = Add(key, parts.Sum(part => Cells[part].Value));
        Relations.Add(Relation.Sum(total, parts));
        return total;
    }

    public CellTable Build() => new(Cells, Relations);
}
