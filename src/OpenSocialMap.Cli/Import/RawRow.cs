using OpenSocialMap.Cli.Tables;
using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Cli.Import;

/// <summary>One row of a file of raw figures, read.</summary>
internal sealed record RawRow(
    int Line,
    CellKey Cell,
    decimal? Value,
    decimal? Denominator,
    decimal? LargestContribution,
    decimal? SecondContribution,
    ObservationStatus Status,
    int SourceKey,
    string? Locator,
    string StatedOn,
    string? Note);
