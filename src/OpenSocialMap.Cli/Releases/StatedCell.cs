using OpenSocialMap.Cli.Tables;
using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Cli.Releases;

/// <summary>One word on a cell: what a raw row says of it, and where that stands. Texts are numbers, for there may be a million.</summary>
/// <param name="Citation">A number of <see cref="StatedCells.Citations"/>.</param>
/// <param name="Note">A number of <see cref="StatedCells.Notes"/>; -1 is none.</param>
internal readonly record struct StatedCell(
    CellKey Key, decimal? Value, decimal? Denominator, decimal? LargestContribution, decimal? SecondContribution, ObservationStatus Status, int Citation, int Note, bool IsDisputed);
