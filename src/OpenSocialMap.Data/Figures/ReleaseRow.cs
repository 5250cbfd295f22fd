using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Data.Figures;

/// <summary>One published cell, as a line of a release file says it.</summary>
/// <param name="Indicator">The indicator's code.</param>
/// <param name="Area">The area's CBS code; of one without, its slug.</param>
/// <param name="AreaYear">The year of the CBS division; null for an area of another.</param>
/// <param name="Breakdown">Categories by dimension, as <see cref="Figures.Breakdown"/> writes them; empty for the total over all dimensions.</param>
/// <param name="Source">The source's slug.</param>
public sealed record ReleaseRow(
    string Indicator,
    string Area,
    int? AreaYear,
    string TimePeriod,
    string Breakdown,
    decimal? Value,
    ObservationStatus Status,
    Confidentiality Confidentiality,
    string? Note,
    string Source,
    string? Locator,
    string StatedOn)
{
    /// <summary>The order of the rows of a file. Two rows are never the same in it.</summary>
    public static int Compare(ReleaseRow one, ReleaseRow other)
    {
        var order = string.CompareOrdinal(one.Indicator, other.Indicator);
        order = order != 0 ? order : string.CompareOrdinal(one.Area, other.Area);
        order = order != 0 ? order : string.CompareOrdinal(one.TimePeriod, other.TimePeriod);
        order = order != 0 ? order : string.CompareOrdinal(one.Breakdown, other.Breakdown);
        order = order != 0 ? order : string.CompareOrdinal(one.Source, other.Source);
        order = order != 0 ? order : string.CompareOrdinal(one.Locator ?? "", other.Locator ?? "");
        return order != 0 ? order : string.CompareOrdinal(one.StatedOn, other.StatedOn);
    }
}
