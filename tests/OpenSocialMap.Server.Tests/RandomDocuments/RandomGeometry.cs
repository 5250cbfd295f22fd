using System.Globalization;

namespace OpenSocialMap.Server.Tests.RandomDocuments;

/// <summary>GeoJSON around Dordrecht, anywhere on the globe, or nowhere; open rings, crossing rings and nonsense among them.</summary>
internal sealed class RandomGeometry(Dice dice)
{
    public string Json()
    {
        if (dice.OneIn(20))
            return dice.Pick(["\"here\"", "{}", "[4.6,51.8]", """{"type":"Point"}""", """{"type":"Blob","coordinates":[]}""", """{"type":"Polygon","coordinates":[4,51]}"""]);
        var dutch = dice.OneIn(4);
        var coordinates = dice.Below(6) switch
        {
            0 => ("Point", Position(dutch)),
            1 => ("MultiPoint", List(dice.Below(4), () => Position(dutch))),
            2 => ("LineString", List(2 + dice.Below(4), () => Position(dutch))),
            3 => ("MultiLineString", List(dice.Below(3), () => List(2 + dice.Below(3), () => Position(dutch)))),
            4 => ("Polygon", List(1, () => Ring(dutch))),
            _ => ("MultiPolygon", List(dice.Below(3), () => List(1 + dice.Below(2), () => Ring(dutch)))),
        };
        var crs = dutch ? ",\"crs\":28992" : dice.OneIn(5) ? ",\"crs\":4326" : dice.OneIn(20) ? ",\"crs\":3857" : "";
        return $$"""{"type":"{{coordinates.Item1}}","coordinates":{{coordinates.Item2}}{{crs}}}""";
    }

    private static string List(int count, Func<string> item) => $"[{string.Join(',', Enumerable.Range(0, count).Select(_ => item()))}]";

    private string Position(bool dutch) => dice.Below(30) switch
    {
        0 => $"[{Number(dice.Between(-1e7, 1e7))},{Number(dice.Between(-1e7, 1e7))}]",
        1 => $"[{Number(dice.Between(-180, 180))},{Number(dice.Between(-90, 90))}]",
        2 => dice.Pick(["[180,90]", "[-180,-90]", "[0,0]", "[181,0]", "[0,91]", "[1e308,1e308]", "[4.6]", "[4.6,51.8,3]", "[null,null]", "[10000000,10000000]", "[155000,463000]"]),
        _ => Position(dutch, dice.Between(-5000, 5000), dice.Between(-5000, 5000)),
    };

    private static string Position(bool dutch, double east, double north) => dutch
        ? $"[{Number(105000 + east)},{Number(424000 + north)}]"
        : $"[{Number(4.67 + east / 70000)},{Number(51.80 + north / 111000)}]";

    private string Ring(bool dutch)
    {
        if (dice.OneIn(6))
            return List(dice.Below(7), () => Position(dutch));
        var (x, y, size) = (dice.Between(-5000, 5000), dice.Between(-5000, 5000), dice.Pick<double>([0.001, 50, 500, 5000, 400_000]));
        var corners = dice.Below(4) + 3;
        var points = Enumerable.Range(0, corners).Select(i => Position(dutch, x + size * Math.Cos(2 * Math.PI * i / corners), y + size * Math.Sin(2 * Math.PI * i / corners))).ToList();
        return $"[{string.Join(',', points.Append(points[0]))}]";
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
