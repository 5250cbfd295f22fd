using System.Text;
using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace OpenSocialMap.Data.Seeding;

/// <summary>The outline of an area, by the area's code.</summary>
internal sealed record Outline(string Code, MultiPolygon Geometry, SeedFile File, int Line);

/// <summary>Reads outlines from GeoJSON (RFC 7946): features whose id is an area's code, polygons or multipolygons.</summary>
internal static class Outlines
{
    const int Wgs84 = 4326;

    static readonly GeometryFactory _factory = new(new PrecisionModel(), Wgs84);

    // Outlines of Dutch areas: elsewhere means that longitude and latitude are exchanged.
    static readonly Envelope _netherlands = new(3, 7.5, 50.5, 54);

    public static IEnumerable<Outline> Read(SeedFile? file, SeedProblems problems)
    {
        if (file is null)
            return [];
        try
        {
            using var json = JsonDocument.Parse(file.Bytes);
            return [.. json.RootElement.GetProperty("features").EnumerateArray().Select(feature => ReadFeature(feature, file, problems)).OfType<Outline>()
                .DistinctBy(outline => outline.Code)];
        }
        catch (JsonException broken)
        {
            problems.Add(file.Name, (int)(broken.LineNumber ?? 0) + 1, "", "this is no JSON; mend it here or a little before");
        }
        catch (Exception odd) when (odd is KeyNotFoundException or InvalidOperationException)
        {
            problems.Add(file.Name, 1, "", "this is no GeoJSON feature collection; it needs \"features\"");
        }
        return [];
    }

    static Outline? ReadFeature(JsonElement feature, SeedFile file, SeedProblems problems)
    {
        var code = feature.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString()! : "";
        var line = LineOf(file, code);
        try
        {
            var geometry = feature.GetProperty("geometry");
            var coordinates = geometry.GetProperty("coordinates");
            var outline = geometry.GetProperty("type").GetString() switch
            {
                "Polygon" => _factory.CreateMultiPolygon([ReadPolygon(coordinates)]),
                "MultiPolygon" => _factory.CreateMultiPolygon([.. coordinates.EnumerateArray().Select(ReadPolygon)]),
                _ => null,
            };
            if (outline is null)
                problems.Add(file.Name, line, "geometry", "the type is neither Polygon nor MultiPolygon; use one of these");
            else if (code == "")
                problems.Add(file.Name, line, "id", "a feature has no id; give it the code of its area");
            else if (outline.IsEmpty || !_netherlands.Contains(outline.EnvelopeInternal))
                problems.Add(file.Name, line, "geometry", $"the outline of {code} is not in the Netherlands; write longitude before latitude");
            else if (new IsValidOp(outline).ValidationError is { } invalid)
                problems.Add(file.Name, line, "geometry", $"the outline of {code} is not valid: {invalid.Message} at {invalid.Coordinate}; mend the ring there");
            else
                return new(code, outline, file, line);
        }
        catch (Exception odd) when (odd is KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException)
        {
            problems.Add(file.Name, line, "geometry", $"the outline of {code} can't be read; each ring is a closed list of [longitude, latitude]");
        }
        return null;
    }

    static Polygon ReadPolygon(JsonElement rings)
    {
        var read = rings.EnumerateArray().Select(ring => _factory.CreateLinearRing([.. ring.EnumerateArray().Select(ReadPosition)])).ToList();
        return _factory.CreatePolygon(read[0], [.. read.Skip(1)]);
    }

    static Coordinate ReadPosition(JsonElement position) => new(position[0].GetDouble(), position[1].GetDouble());

    static int LineOf(SeedFile file, string code)
    {
        var at = file.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes($"\"{code}\""));
        return at < 0 ? 1 : 1 + file.Bytes.AsSpan(0, at).Count((byte)'\n');
    }
}
