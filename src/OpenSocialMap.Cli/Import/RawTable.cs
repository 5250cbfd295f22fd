using OpenSocialMap.Cli.Tables;

namespace OpenSocialMap.Cli.Import;

/// <summary>The raw cells that a check looks at: those of a file, and those of earlier loads around them. Compact, for there may be a million.</summary>
internal sealed class RawTable(Vocabulary words)
{
    readonly Dictionary<CellKey, int> _numbers = [];
    readonly Words _citations = new();

    public Vocabulary Words => words;

    public List<CellKey> Keys { get; } = [];

    public List<RawCell> Cells { get; } = [];

    /// <summary>Further rows of a cell: another source, or another place in it, says something else.</summary>
    public List<(int Number, RawCell Cell)> Variants { get; } = [];

    /// <summary>The number of a cell; null when it isn't there.</summary>
    public int? Find(CellKey key) => _numbers.TryGetValue(key, out var number) ? number : null;

    public int Citation(int source, string? locator, string statedOn) => _citations.Number($"{source}|{locator}|{statedOn}");

    /// <summary>Adds a cell; false when it is there already, and then it isn't added.</summary>
    public bool TryAdd(CellKey key, RawCell cell)
    {
        if (!_numbers.TryAdd(key, Cells.Count))
            return false;
        Keys.Add(key);
        Cells.Add(cell);
        return true;
    }
}
