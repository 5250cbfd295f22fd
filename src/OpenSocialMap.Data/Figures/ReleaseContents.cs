using OpenSocialMap.Data.Seeding;

namespace OpenSocialMap.Data.Figures;

/// <summary>A release file that was read through and found right: how many rows it has, and all that they name.</summary>
internal sealed class ReleaseContents
{
    public int Count { get; private set; }
    public SortedSet<string> TimePeriods { get; } = new(StringComparer.Ordinal);
    public HashSet<string> Breakdowns { get; } = new(StringComparer.Ordinal);
    public HashSet<(int Source, string? Locator, string StatedOn)> Citations { get; } = [];
    public HashSet<string> Notes { get; } = new(StringComparer.Ordinal);

    /// <exception cref="ReleaseFileException">Something is wrong; each mistake has its line.</exception>
    public static ReleaseContents Read(Stream file, ReleaseHeader header, FigureNames names)
    {
        var contents = new ReleaseContents();
        var reader = new ReleaseFileReader(file);
        foreach (var row in reader.Rows())
            contents.Add(row, names, reader);
        reader.ThrowIfAny();
        if (contents.Count == 0)
            reader.Problem("", "there are no rows; a release has at least one");
        else if (reader.Checksum != header.Checksum)
            throw new ReleaseFileException([(1, $"the checksum of the file is {reader.Checksum} and should be {header.Checksum}: it is not the file that was released; give this one a number of its own")]);
        reader.ThrowIfAny();
        return contents;
    }

    void Add(ReleaseRow row, FigureNames names, ReleaseFileReader reader)
    {
        Count++;
        if (!names.Indicators.TryGetValue(row.Indicator, out var indicator))
            reader.Problem("indicator", $"the dataset has no indicator with the code \"{row.Indicator}\"{Suggestion.For(row.Indicator, names.Indicators.Keys)}; name one of its own, or add it");
        else if (row.Value is { } value && Math.Round(value, indicator.Decimals) != value)
            reader.Problem("value", $"the value has more decimals than its indicator ({indicator.Decimals}); round it");
        if (!names.Areas.TryGetValue(row.Area, out var area))
            reader.Problem("area", $"there is no area \"{row.Area}\"; name one by its CBS code, or by its slug when it has none");
        else if (area.Year != row.AreaYear)
            reader.Problem("area_year", $"the area {row.Area} here is of {(area.Year is { } year ? $"{year}" : "no year")}; figures of another division don't belong to it");
        if (!names.Sources.TryGetValue(row.Source, out var source))
            reader.Problem("source", $"there is no source \"{row.Source}\"{Suggestion.For(row.Source, names.Sources.Keys)}; name one that the seed has, or add it");
        if (row.Breakdown != Breakdown.Total && Breakdowns.Add(row.Breakdown))
            foreach (var part in Breakdown.Read(row.Breakdown)!.Where(part => !names.Categories.ContainsKey(part)))
                reader.Problem("breakdown", $"the dataset has no category {part.Dimension}={part.Category}; add it to the categories");
        TimePeriods.Add(row.TimePeriod);
        Citations.Add((source, row.Locator, row.StatedOn));
        if (row.Note is { } note && Notes.Add(note) && PersonalDataCheck.FindProblem(note) is { } problem)
            reader.Problem("note", problem);
    }
}
