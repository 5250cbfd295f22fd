namespace OpenSocialMap.Data.Seeding;

/// <summary>Collects what is wrong with the seed files, so that one run shows everything.</summary>
internal sealed class SeedProblems
{
    readonly List<(string File, int Line, string Text)> _found = [];

    public void Add(string file, int line, string column, string problem) =>
        _found.Add((file, line, $"{file}({line}): {(column == "" ? "" : column + ": ")}{problem}"));

    public void ThrowIfAny()
    {
        if (_found.Count > 0)
            throw new SeedException([.. _found.OrderBy(it => it.File, StringComparer.Ordinal).ThenBy(it => it.Line).Select(it => it.Text).Distinct()]);
    }
}
