using System.Globalization;
using NpgsqlTypes;
using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.Server.Sql.Catalog;

namespace OpenSocialMap.Server.Sql;

/// <summary>
/// Points that a request names, and distances to them. Distances are measured in RD New, whose unit is the metre. The request's point
/// is a shared value, so that PostgreSQL transforms it once and can still use the index.
/// </summary>
internal static class Near
{
    private const double MaxMetres = 50_000;

    /// <summary>The distance of a listed row to the list's <c>near</c> point, or null when the list has no such argument or no points.</summary>
    public static string? Distance(StatementCompiler compiler, RowBinding target, string alias, PlannedField field) =>
        field.Argument("near") is ObjectInput near && target.Fields.ContainsKey("location")
            ? $"{alias}.location_rd <-> {Point(compiler, field, near)}"
            : null;

    /// <summary>The condition that a listed row lies within the circle.</summary>
    public static string Within(StatementCompiler compiler, string alias, PlannedField field, ObjectInput near)
    {
        var metres = compiler.Writer.Parameter(NpgsqlDbType.Double, source => Metres(compiler, field, near, source.Variables));
        return $"st_dwithin({alias}.location_rd, {Point(compiler, field, near)}, {metres})";
    }

    /// <summary>SQL for the JSON of a distance in metres, to the decimetre.</summary>
    public static string Json(string distance) => $"coalesce(({ColumnJson.Rounded(distance, 1)})::text, 'null')";

    /// <summary>A point of the request in RD New. What lies outside the Netherlands is refused: who looks for a place nearby can't mean it.</summary>
    public static string Point(StatementCompiler compiler, PlannedField field, ObjectInput point) => compiler.Writer.Shared(point, () =>
    {
        var longitude = Degrees(compiler, field, point.Find("longitude")!, 180, "longitude");
        var latitude = compiler.Writer.Parameter(NpgsqlDbType.Double, source =>
        {
            var value = Read(compiler, field, point.Find("latitude")!, 90, "latitude", source.Variables);
            var east = (double)((LeafInput)point.Find("longitude")!).Read(source.Variables)!;
            return value is > 50 and < 54.5 && east is > 2.5 and < 8 ? value : throw InputError.At(compiler, field, point,
                string.Create(CultureInfo.InvariantCulture, $"The point with latitude {value} and longitude {east} lies outside the Netherlands."),
                hint: "In Dordrecht, latitude is about 51.81 and longitude about 4.67. Are the two swapped?");
        });
        return $"select st_transform(st_setsrid(st_makepoint({longitude}, {latitude}), 4326), 28992)";
    });

    /// <summary>A latitude or longitude as <c>$n</c>, refused when it can't be one.</summary>
    public static string Degrees(StatementCompiler compiler, PlannedField field, Input input, double limit, string name) =>
        compiler.Writer.Parameter(NpgsqlDbType.Double, source => Read(compiler, field, input, limit, name, source.Variables));

    private static double Read(StatementCompiler compiler, PlannedField field, Input input, double limit, string name, CoercedVariables variables)
    {
        var value = (double)((LeafInput)input).Read(variables)!;
        return value >= -limit && value <= limit ? value : throw InputError.At(compiler, field, input,
            string.Create(CultureInfo.InvariantCulture, $"A {name} of {value} can't be: it lies between -{limit} and {limit} degrees."));
    }

    private static double Metres(StatementCompiler compiler, PlannedField field, ObjectInput near, CoercedVariables variables)
    {
        var input = (LeafInput)near.Find("within")!;
        return input.Read(variables) is double metres and > 0 and <= MaxMetres ? metres : throw InputError.At(compiler, field, input,
            string.Create(CultureInfo.InvariantCulture, $"\"within\" is a distance in metres, more than 0 and at most {MaxMetres}."));
    }
}
