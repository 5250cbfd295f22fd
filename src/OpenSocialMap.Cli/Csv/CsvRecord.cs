namespace OpenSocialMap.Cli.Csv;

/// <summary>One record of a CSV file, the line that it starts on, and what is wrong with how it is written, if anything.</summary>
internal sealed record CsvRecord(int Line, string[] Cells, string? Mistake);
