using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OpenSocialMap.Server.Catalogue.Charts;

/// <summary>An outline as a map draws it: rings of points, longitude to the right and latitude down, in the units of a <see cref="Frame"/>.</summary>
internal sealed class Shape
{
    private readonly IReadOnlyList<(double X, double Y)[]> _rings;

    private Shape(IReadOnlyList<(double X, double Y)[]> rings) => _rings = rings;

    public IEnumerable<(double X, double Y)> Points => _rings.SelectMany(ring => ring);

    /// <summary>From a GeoJSON polygon or multipolygon.</summary>
    public static Shape Read(string geoJson)
    {
        using var json = JsonDocument.Parse(geoJson);
        var coordinates = json.RootElement.GetProperty("coordinates");
        var polygons = json.RootElement.GetProperty("type").GetString() == "Polygon" ? [coordinates] : coordinates.EnumerateArray().ToList();
        return new Shape([.. polygons.SelectMany(polygon => polygon.EnumerateArray()).Select(ring =>
            ring.EnumerateArray().Select(point => (point[0].GetDouble(), point[1].GetDouble())).ToArray())]);
    }

    public Shape In(Frame frame) => new([.. _rings.Select(ring => Array.ConvertAll(ring, frame.Place))]);

    /// <summary>As the path of an SVG, to a tenth of a unit; points that fall together are one.</summary>
    public string Path()
    {
        var path = new StringBuilder();
        foreach (var ring in _rings)
        {
            var last = "";
            var isFirst = true;
            foreach (var (x, y) in ring)
            {
                var point = string.Create(CultureInfo.InvariantCulture, $"{x:0.#} {y:0.#}");
                if (point == last)
                    continue;
                path.Append(isFirst ? 'M' : 'L').Append(point);
                (last, isFirst) = (point, false);
            }
            path.Append('Z');
        }
        return path.ToString();
    }

    /// <summary>A point well inside, and how far it is from the nearest border: where a label has most room.</summary>
    public (double X, double Y, double Room) Middle()
    {
        const int steps = 24;
        var (left, right) = (Points.Min(point => point.X), Points.Max(point => point.X));
        var (top, bottom) = (Points.Min(point => point.Y), Points.Max(point => point.Y));
        var best = (X: (left + right) / 2, Y: (top + bottom) / 2, Room: 0.0);
        for (var column = 1; column < steps; column++)
        {
            for (var row = 1; row < steps; row++)
            {
                var (x, y) = (left + (right - left) * column / steps, top + (bottom - top) * row / steps);
                if (Contains(x, y) && Distance(x, y) is var room && room > best.Room)
                    best = (x, y, room);
            }
        }
        return best;
    }

    private bool Contains(double x, double y)
    {
        var isInside = false;
        foreach (var (from, to) in Edges())
        {
            if (from.Y > y != to.Y > y && x < (to.X - from.X) * (y - from.Y) / (to.Y - from.Y) + from.X)
                isInside = !isInside;
        }
        return isInside;
    }

    private double Distance(double x, double y)
    {
        var least = double.MaxValue;
        foreach (var (from, to) in Edges())
        {
            var (dx, dy) = (to.X - from.X, to.Y - from.Y);
            var length = dx * dx + dy * dy;
            var along = length == 0 ? 0 : Math.Clamp(((x - from.X) * dx + (y - from.Y) * dy) / length, 0, 1);
            var (awayX, awayY) = (x - from.X - along * dx, y - from.Y - along * dy);
            least = Math.Min(least, awayX * awayX + awayY * awayY);
        }
        return Math.Sqrt(least);
    }

    private IEnumerable<((double X, double Y) From, (double X, double Y) To)> Edges()
    {
        foreach (var ring in _rings)
        {
            for (var i = 1; i < ring.Length; i++)
                yield return (ring[i - 1], ring[i]);
        }
    }
}

/// <summary>How the world is laid on paper: a part of it, true in shape at its middle latitude, fitted into a box.</summary>
internal sealed record Frame(double West, double North, double Squeeze, double Scale, double Left, double Top)
{
    /// <param name="left">Of the box, as are the others.</param>
    /// <param name="mostHeight">The map gets no higher than this.</param>
    /// <returns>And the height that the map takes.</returns>
    public static (Frame Frame, double Height) Around(IReadOnlyList<Shape> shapes, double left, double top, double width, double mostHeight)
    {
        var points = shapes.SelectMany(shape => shape.Points).ToList();
        var (west, east) = (points.Min(point => point.X), points.Max(point => point.X));
        var (south, north) = (points.Min(point => point.Y), points.Max(point => point.Y));
        var squeeze = Math.Cos((south + north) / 2 * Math.PI / 180);
        var (wide, high) = (Math.Max((east - west) * squeeze, 1e-9), Math.Max(north - south, 1e-9));
        var scale = Math.Min(width / wide, mostHeight / high);
        return (new Frame(west, north, squeeze, scale, left + (width - wide * scale) / 2, top), high * scale);
    }

    public (double X, double Y) Place((double X, double Y) point) => (Left + (point.X - West) * Squeeze * Scale, Top + (North - point.Y) * Scale);
}
