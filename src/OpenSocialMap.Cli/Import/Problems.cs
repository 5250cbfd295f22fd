namespace OpenSocialMap.Cli.Import;

/// <summary>Collects what is wrong with a file, each with its line, so that one run shows everything; of a file that is all wrong the first.</summary>
internal sealed class Problems(string file)
{
    const int MostShown = 100;

    readonly SortedSet<(int Line, string Text)> _shown = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    public void Add(int line, string column, string problem)
    {
        Count++;
        _shown.Add((line, $"{file}({line}): {(column == "" ? "" : column + ": ")}{problem}"));
        if (_shown.Count > MostShown)
            _shown.Remove(_shown.Max);
    }

    /// <summary>Each as <c>file(line): column: what is wrong; how to mend it</c>, by line.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (var (_, text) in _shown)
            yield return text;
        if (Count > _shown.Count)
            yield return $"... and {Count - _shown.Count} more";
    }
}
