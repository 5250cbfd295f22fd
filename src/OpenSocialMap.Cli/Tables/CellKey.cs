namespace OpenSocialMap.Cli.Tables;

/// <summary>What a cell is of. Period and breakdown are numbers of <see cref="Words"/>, so that a million cells stay small.</summary>
internal readonly record struct CellKey(int Indicator, int Area, int Period, int Breakdown);
