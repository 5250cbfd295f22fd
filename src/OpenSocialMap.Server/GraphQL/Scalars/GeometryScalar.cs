using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.Server.GraphQL.Scalars;

/// <summary>
/// Reads a GeoJSON geometry and refuses what no map can show: open or crossing rings, positions off the globe, too many of them; and what would
/// keep the database busy for longer than it can be told to stop. What it lets through never makes the database fail.
/// </summary>
internal sealed class GeometryScalar : ScalarCoercion
{
    private const int MaxPositions = 10_000;

    public override string? FromJson(JsonElement json, out object? value)
    {
        value = null;
        if (json.ValueKind != JsonValueKind.Object)
            return "Geometry must be a GeoJSON object with \"type\" and \"coordinates\".";
        if (!json.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || TextOf(type) is not { } name)
            return "Geometry has no \"type\", such as \"Polygon\".";
        if (!json.TryGetProperty("coordinates", out var coordinates))
            return "Geometry has no \"coordinates\".";
        if (!TryReadSrid(json, out var srid))
            return "Geometry has an unknown \"crs\": give 4326 (degrees, longitude first) or 28992 (RD New, metres).";
        try
        {
            var reader = new Reader(new GeometryFactory(new PrecisionModel(), srid));
            var geometry = reader.Read(name, coordinates);
            value = geometry;
            if (Tangle.Problem(geometry) is { } problem)
                return problem;
            var check = new IsValidOp(geometry);
            return check.IsValid ? null : $"Geometry is not valid: {check.ValidationError.Message} at {check.ValidationError.Coordinate.X}, {check.ValidationError.Coordinate.Y}.";
        }
        catch (FormatException fault)
        {
            value = null;
            return fault.Message;
        }
    }

    /// <summary>In positions: what is done with a geometry takes time by them.</summary>
    public override double SizeOf(object value) => ((Geometry)value).NumPoints;

    private static bool TryReadSrid(JsonElement json, out int srid)
    {
        srid = 4326;
        return !json.TryGetProperty("crs", out var crs) || crs.ValueKind == JsonValueKind.Null
            || (crs.ValueKind == JsonValueKind.Number && crs.TryGetInt32(out srid) && srid is 4326 or 28992);
    }

    /// <summary>Reads coordinates by the nesting that each type asks for.</summary>
    private sealed class Reader(GeometryFactory factory)
    {
        private int _positions;

        public Geometry Read(string type, JsonElement coordinates) => type switch
        {
            "Point" => factory.CreatePoint(Position(coordinates)),
            "MultiPoint" => factory.CreateMultiPointFromCoords(Positions(coordinates)),
            "LineString" => Line(coordinates),
            "MultiLineString" => factory.CreateMultiLineString(Each(coordinates, Line)),
            "Polygon" => Polygon(coordinates),
            "MultiPolygon" => factory.CreateMultiPolygon(Each(coordinates, Polygon)),
            _ => throw new FormatException("Geometry has an unknown \"type\": give Point, MultiPoint, LineString, MultiLineString, Polygon or MultiPolygon."),
        };

        private LineString Line(JsonElement json) => Positions(json) is { Length: >= 2 } line ? factory.CreateLineString(line)
            : throw new FormatException("A line of the Geometry has fewer than two positions.");

        private Polygon Polygon(JsonElement json) => Each(json, Ring) is [var shell, .. var holes] ? factory.CreatePolygon(shell, holes)
            : throw new FormatException("A polygon of the Geometry has no ring.");

        private LinearRing Ring(JsonElement json)
        {
            var positions = Positions(json);
            if (positions.Length < 4)
                throw new FormatException("A ring of the Geometry has fewer than four positions: the last repeats the first.");
            if (!positions[0].Equals2D(positions[^1]))
                throw new FormatException("A ring of the Geometry is open: its last position must repeat its first.");
            return factory.CreateLinearRing(positions);
        }

        private Coordinate[] Positions(JsonElement json) => Each(json, Position);

        private Coordinate Position(JsonElement json)
        {
            if (++_positions > MaxPositions)
                throw new FormatException($"Geometry has more than {MaxPositions} positions. Simplify it first.");
            if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() is < 2 or > 3)
                throw new FormatException("A position of the Geometry is not a list of two numbers.");
            var position = new Coordinate(Number(json[0]), Number(json[1]));
            var fits = factory.SRID == 4326
                ? Math.Abs(position.X) <= 180 && Math.Abs(position.Y) <= 90
                : Math.Abs(position.X) <= 10_000_000 && Math.Abs(position.Y) <= 10_000_000;
            return fits ? position : throw new FormatException(factory.SRID == 4326
                ? "A position of the Geometry lies off the globe. Longitude comes first, both are in degrees; for RD New add \"crs\": 28992."
                : "A position of the Geometry lies far outside RD New.");
        }

        private static double Number(JsonElement json) => json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var number) && double.IsFinite(number)
            ? number : throw new FormatException("A position of the Geometry holds something other than a number.");

        private static T[] Each<T>(JsonElement json, Func<JsonElement, T> read) => json.ValueKind == JsonValueKind.Array
            ? [.. json.EnumerateArray().Select(read)] : throw new FormatException("The \"coordinates\" of the Geometry are not nested as its type asks for.");
    }
}
