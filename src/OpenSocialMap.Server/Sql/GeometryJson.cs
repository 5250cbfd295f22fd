using NpgsqlTypes;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.Sql.Catalog;

namespace OpenSocialMap.Server.Sql;

/// <summary>A geometry column as a GeoJSON object: in WGS84 to 7 decimals (a centimetre) or in RD New to the millimetre, simplified on demand.</summary>
internal static class GeometryJson
{
    // What st_asgeojson writes before and after the coordinates of a multipolygon.
    private const string MultiPolygonHead = """{"type":"MultiPolygon","coordinates":""";

    public static string Compile(StatementCompiler compiler, GeometryBinding geometry, RowScope row, PlannedField field)
    {
        var column = row.Column(geometry.Column);
        var dutch = field.Argument("crs") is LeafInput { Value: "RD_NEW" };
        var shape = Shape(compiler, column, dutch, field);
        var type = (ObjectType)field.Definition.Type.Named;
        var isPoint = type.Name == "GeoJSONPointType";
        var json = new JsonText().Text("{");
        var first = true;
        foreach (var part in compiler.Collect(type, field.Selections, field.Path))
        {
            json.Key(part.ResponseKey, first);
            first = false;
            switch (part.Name)
            {
                case "__typename":
                    json.Text($"\"{type.Name}\"");
                    break;
                case "type":
                    json.Text(isPoint ? "\"Point\"" : "\"MultiPolygon\"");
                    break;
                case "crs":
                    json.Text(dutch ? "28992" : "4326");
                    break;
                case "bbox":
                    Numbers(json, dutch, $"st_xmin({shape})", $"st_ymin({shape})", $"st_xmax({shape})", $"st_ymax({shape})");
                    break;
                case "coordinates" when isPoint:
                    Numbers(json, dutch, $"st_x({shape})", $"st_y({shape})");
                    break;
                case "coordinates":
                    json.Sql($"rtrim(substr(st_asgeojson({shape}, {Decimals(dutch)}, 0), {MultiPolygonHead.Length + 1}), '}}')");
                    break;
            }
        }
        return $"case when {column} is null then 'null' else {json.Text("}")} end";
    }

    private static string Shape(StatementCompiler compiler, string column, bool dutch, PlannedField field)
    {
        if (field.Argument("simplify") is not LeafInput simplify)
            return dutch ? $"{column}_rd" : column;
        var metres = compiler.Writer.Parameter(NpgsqlDbType.Double, source => Tolerance(compiler, field, simplify, source.Variables));
        var simpler = $"st_multi(st_simplifypreservetopology({column}_rd, {metres}))";
        return dutch ? simpler : $"st_transform({simpler}, 4326)";
    }

    private static double Tolerance(StatementCompiler compiler, PlannedField field, LeafInput input, CoercedVariables variables) =>
        input.Read(variables) is double metres and >= 1 and <= 10_000 ? metres : throw InputError.At(compiler, field, input,
            "\"simplify\" is a tolerance in metres, from 1 to 10000. Leave it out for the outline as stored.");

    private static int Decimals(bool dutch) => dutch ? 3 : 7;

    private static void Numbers(JsonText json, bool dutch, params ReadOnlySpan<string> numbers)
    {
        json.Text("[");
        for (var i = 0; i < numbers.Length; i++)
            json.Text(i == 0 ? "" : ",").Sql(ColumnJson.Rounded(numbers[i], Decimals(dutch)));
        json.Text("]");
    }
}
