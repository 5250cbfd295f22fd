using System.Text.Json;
using OpenSocialMap.Server.Representations;

namespace OpenSocialMap.Server.Features;

/// <summary>The box that all features lie in, in degrees; unknown as long as no outline is.</summary>
internal sealed record Extent(double West, double South, double East, double North, long Version)
{
    /// <param name="municipalities">A page of municipalities with the boxes around their outlines.</param>
    public static Extent Of(Reply municipalities)
    {
        var all = new Extent(double.MaxValue, double.MaxValue, double.MinValue, double.MinValue, municipalities.Version);
        foreach (var municipality in municipalities.Nodes)
        {
            if (municipality.GetProperty("geometry") is not { ValueKind: JsonValueKind.Object } outline)
                continue;
            var box = outline.GetProperty("bbox").EnumerateArray().Select(side => side.GetDouble()).ToArray();
            all = all with
            {
                West = Math.Min(all.West, box[0]), South = Math.Min(all.South, box[1]),
                East = Math.Max(all.East, box[2]), North = Math.Max(all.North, box[3]),
            };
        }
        return all;
    }

    public void Write(Utf8JsonWriter json, string crs)
    {
        if (West > East)
            return;
        json.WriteStartObject("extent"u8);
        json.WriteStartObject("spatial"u8);
        json.WriteStartArray("bbox"u8);
        json.WriteStartArray();
        foreach (var side in (ReadOnlySpan<double>)[West, South, East, North])
            json.WriteNumberValue(side);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteString("crs"u8, crs);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
