using System.Text.Json.Serialization;

namespace OpenSocialMap.Server.Catalogue;

/// <summary>One published figure of a release.</summary>
/// <param name="Indicator">The indicator's code.</param>
/// <param name="Area">The area's code, as Statistics Netherlands has it; of a working area, which has none, its readable name in addresses.</param>
/// <param name="AreaYear">The year of the division into areas that the code belongs to.</param>
/// <param name="Breakdown">The categories, each as <c>dimension=CATEGORY</c> with <c>|</c> between; empty for the total.</param>
/// <param name="StatusName">Why there is a value, or none: as GraphQL names it.</param>
/// <param name="Confidentiality">FREE or CONFIDENTIAL.</param>
/// <param name="Source">The source's readable name in addresses.</param>
internal sealed record Figure(
    string Indicator,
    string Area,
    string AreaName,
    int? AreaYear,
    string TimePeriod,
    string Breakdown,
    decimal? Value,
    [property: JsonPropertyName("status")] string StatusName,
    string Confidentiality,
    string? Note,
    string? Source,
    string? Locator,
    string? StatedOn)
{
    [JsonIgnore]
    public FigureStatus Status { get; } = FigureStatus.Of(StatusName);

    public string ConfidentialityCode => Confidentiality == "CONFIDENTIAL" ? "C" : "F";

    /// <summary>The category of this dimension; null for the total over it.</summary>
    public string? CategoryOf(string dimension)
    {
        foreach (var part in Breakdown.Split('|'))
        {
            if (part.Length > dimension.Length && part[dimension.Length] == '=' && part.StartsWith(dimension, StringComparison.Ordinal))
                return part[(dimension.Length + 1)..];
        }
        return null;
    }
}
