using System.Text.Json.Serialization;

namespace OpenSocialMap.Server.Catalogue.Charts;

/// <summary>An area with its outline (as GeoJSON) and the figure that a map shows of it.</summary>
internal sealed record MapArea(string Code, string Name, decimal? Value, [property: JsonPropertyName("status")] string StatusName, string? Outline)
{
    [JsonIgnore]
    public FigureStatus Status { get; } = FigureStatus.Of(StatusName);
}

/// <summary>What a line chart shows of an area in one period.</summary>
internal sealed record SeriesPoint(string Code, string Slug, string Name, string TimePeriod, decimal? Value, [property: JsonPropertyName("status")] string StatusName)
{
    [JsonIgnore]
    public FigureStatus Status { get; } = FigureStatus.Of(StatusName);
}
