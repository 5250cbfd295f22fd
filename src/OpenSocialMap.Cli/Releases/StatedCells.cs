using OpenSocialMap.Cli.Tables;

namespace OpenSocialMap.Cli.Releases;

/// <summary>All that loads say of the cells of a release: of each cell the latest load's word, or words when its sources contradict each other.</summary>
internal sealed class StatedCells(Vocabulary words)
{
    readonly Dictionary<CellKey, int> _numbers = [];

    public Vocabulary Words => words;

    /// <summary>The loads that they came in with, by key.</summary>
    public SortedSet<int> Loads { get; } = [];

    public List<StatedCell> All { get; } = [];

    /// <summary>Further words on a cell: its number among <see cref="All"/>, and the word's.</summary>
    public List<(int Main, int Variant)> Variants { get; } = [];

    public List<Citation> Citations { get; } = [];

    public Words Notes { get; } = new();

    /// <summary>The first word on a cell.</summary>
    public int? Find(CellKey key) => _numbers.TryGetValue(key, out var number) ? number : null;

    /// <summary>The first word on each cell.</summary>
    public IEnumerable<int> Mains => _numbers.Values;

    public int Count => _numbers.Count;

    public void Add(StatedCell cell)
    {
        if (!_numbers.TryAdd(cell.Key, All.Count))
            Variants.Add((_numbers[cell.Key], All.Count));
        All.Add(cell);
    }
}
