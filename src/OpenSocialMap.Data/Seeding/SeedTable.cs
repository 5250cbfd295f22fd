using System.Text;

namespace OpenSocialMap.Data.Seeding;

/// <summary>One CSV file of the seed: checked to have exactly the columns it should, and read into rows that know their line.</summary>
internal static class SeedTable
{
    static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static List<SeedRow> Read(SeedFile file, IReadOnlyList<string> columns, SeedProblems problems)
    {
        if (Decode(file, problems) is not { } text)
            return [];
        var records = new CsvRecords(text);
        if (records.Next() is { } header)
            return HasColumns(file, header, columns, problems) ? ReadRows(records, file, header, problems) : [];
        problems.Add(file.Name, 1, "", $"the file is empty; its first line names the columns: {string.Join(',', columns)}");
        return [];
    }

    static List<SeedRow> ReadRows(CsvRecords records, SeedFile file, string[] header, SeedProblems problems)
    {
        var rows = new List<SeedRow>();
        while (records.Next() is { } cells)
            if (records.Mistake is { } mistake)
                problems.Add(file.Name, records.Line, "", mistake);
            else if (cells.Length != header.Length)
                problems.Add(file.Name, records.Line, "", $"there are {cells.Length} cells for {header.Length} columns; put a cell with a comma in quotes");
            else
                rows.Add(new(file.Name, records.Line, header.Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second), problems));
        return rows;
    }

    static bool HasColumns(SeedFile file, string[] header, IReadOnlyList<string> columns, SeedProblems problems)
    {
        foreach (var missing in columns.Except(header))
            problems.Add(file.Name, 1, missing, "this column is missing; add it to the first line, with empty cells where nothing is known");
        foreach (var unknown in header.Except(columns))
            problems.Add(file.Name, 1, unknown, $"this column is not known{Suggestion.For(unknown, columns.Except(header))}; the columns are {string.Join(',', columns)}");
        foreach (var repeated in header.CountBy(name => name).Where(name => name.Value > 1))
            problems.Add(file.Name, 1, repeated.Key, "this column is there twice; remove one");
        return header.Length == columns.Count && header.ToHashSet().SetEquals(columns);
    }

    static string? Decode(SeedFile file, SeedProblems problems)
    {
        try
        {
            return _strict.GetString(file.Bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException invalid)
        {
            var line = 1 + file.Bytes.Take(invalid.Index).Count(letter => letter == '\n');
            problems.Add(file.Name, line, "", "a letter is not UTF-8; save the file as UTF-8");
            return null;
        }
    }
}
