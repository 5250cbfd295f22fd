namespace OpenSocialMap.Cli.Tables;

/// <summary>What a raw cell says, and where it stands.</summary>
/// <param name="Load">The number of the load that it came in with; 0 for the file that is being read.</param>
/// <param name="Citation">Source, place in it and date, as a number of the table's citations.</param>
internal readonly record struct RawCell(decimal? Value, decimal? Denominator, int Load, int Line, int Citation);
