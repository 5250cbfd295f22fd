using OpenSocialMap.Cli.Csv;
using OpenSocialMap.Data.Seeding;

namespace OpenSocialMap.Cli.Import;

/// <summary>The columns of a file of raw figures: which there are, and where each is in this file.</summary>
internal sealed class RawColumns
{
    static readonly string[] _required = ["indicator", "area", "time_period", "value", "source", "stated_on"];
    static readonly string[] _optional = ["area_year", "breakdown", "denominator", "largest_contribution", "second_contribution", "obs_status", "locator", "note"];

    readonly Dictionary<string, int> _places;

    RawColumns(Dictionary<string, int> places) => _places = places;

    public int Count => _places.Count;

    /// <summary>The text of a cell; empty when the file has no such column.</summary>
    public string Text(CsvRecord record, string column) => _places.TryGetValue(column, out var place) ? record.Cells[place] : "";

    /// <summary>Reads the first line; null when it isn't as it should be.</summary>
    public static RawColumns? Read(CsvRecord? header, Problems problems)
    {
        if (header is null)
        {
            problems.Add(1, "", $"the file is empty; its first line names the columns: {string.Join(',', _required)}, and any of {string.Join(',', _optional)}");
            return null;
        }
        if (header.Mistake is { } mistake)
        {
            problems.Add(header.Line, "", mistake);
            return null;
        }
        var before = problems.Count;
        var names = header.Cells;
        if (names is [var one] && one.Contains(';', StringComparison.Ordinal))
        {
            problems.Add(header.Line, "", "the columns are separated by semicolons; separate them by commas");
            return null;
        }
        foreach (var missing in _required.Except(names))
            problems.Add(header.Line, missing, "this column is missing; add it to the first line, and its cell to each row");
        foreach (var unknown in names.Except(_required).Except(_optional))
            problems.Add(header.Line, unknown, $"this column is not known{Suggestion.For(unknown, _required.Concat(_optional).Except(names))}; "
                + $"the columns are {string.Join(',', _required)}, and any of {string.Join(',', _optional)}");
        foreach (var repeated in names.CountBy(name => name).Where(name => name.Value > 1))
            problems.Add(header.Line, repeated.Key, "this column is there twice; remove one");
        return problems.Count > before ? null : new(names.Index().ToDictionary(it => it.Item, it => it.Index, StringComparer.Ordinal));
    }
}
