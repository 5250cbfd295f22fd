using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using NpgsqlTypes;
using OpenSocialMap.GraphQL.Planning;

namespace OpenSocialMap.Server.Sql;

/// <summary>Hot Chocolate's spatial filter operations on a geometry column. The given geometry is a shared value: prepared once.</summary>
internal static class SpatialFilter
{
    private const double MaxBuffer = 50_000;

    public static string? Compile(StatementCompiler compiler, PlannedField field, string column, ObjectInput filter)
    {
        var conditions = filter.Fields.Select(f => f.Value.IsNull ? null : Condition(compiler, field, column, f.Key, f.Value)).OfType<string>().ToList();
        return conditions.Count == 0 ? null : $"({string.Join(" and ", conditions)})";
    }

    private static string? Condition(StatementCompiler compiler, PlannedField field, string column, string operation, Input input) => operation switch
    {
        "and" => Join(compiler, field, column, (ListInput)input, " and "),
        "or" => Join(compiler, field, column, (ListInput)input, " or "),
        "x" or "y" => Number(compiler, $"st_{operation}({column})", (ObjectInput)input),
        "distance" => Distance(compiler, field, column, (ObjectInput)input),
        "contains" or "intersects" or "overlaps" or "touches" or "within" => $"st_{operation}({column}, {Given(compiler, field, (ObjectInput)input, 4326)})",
        ['n', .. var positive] => $"({Condition(compiler, field, column, positive, input)}) is not true",
        _ => throw new InvalidOperationException($"There is no spatial operation \"{operation}\"."),
    };

    private static string? Join(StatementCompiler compiler, PlannedField field, string column, ListInput list, string word)
    {
        string?[] conditions = [.. list.Items.OfType<ObjectInput>().Select(item => Compile(compiler, field, column, item))];
        string[] given = [.. conditions.OfType<string>()];
        var filtersNothing = given.Length == 0 || (word == " or " && given.Length < conditions.Length);
        return filtersNothing ? null : $"({string.Join(word, given)})";
    }

    private static string? Number(StatementCompiler compiler, string number, ObjectInput filter)
    {
        string[] conditions = [.. filter.Fields.Select(f => Comparison.Compile(compiler.Writer, number, NpgsqlDbType.Double, f.Key, (LeafInput)f.Value)).OfType<string>()];
        return conditions.Length == 0 ? null : string.Join(" and ", conditions);
    }

    private static string? Distance(StatementCompiler compiler, PlannedField field, string column, ObjectInput filter)
    {
        var given = Given(compiler, field, filter, 28992);
        var comparisons = filter with { Fields = [.. filter.Fields.Where(f => f.Key is not ("geometry" or "buffer"))] };
        var condition = Number(compiler, $"st_distance({column}_rd, {given})", comparisons);
        // An upper bound can use the index; the exact comparison stays beside it.
        var bound = comparisons.Find("lte") ?? comparisons.Find("lt");
        return condition is not null && bound is { IsNull: false }
            ? $"st_dwithin({column}_rd, {given}, {compiler.Writer.Parameter(NpgsqlDbType.Double, Bound(compiler, field, (LeafInput)bound))}) and {condition}"
            : condition;
    }

    private static Func<ParameterSource, object?> Bound(StatementCompiler compiler, PlannedField field, LeafInput bound) => source =>
        bound.Read(source.Variables) is double metres and >= 0 and <= 1_000_000 ? metres
            : throw InputError.At(compiler, field, bound, "A distance is given in metres, from 0 to 1000000.");

    /// <summary>The given geometry in this coordinate system, widened by its buffer.</summary>
    private static string Given(StatementCompiler compiler, PlannedField field, ObjectInput filter, int srid) => compiler.Writer.Shared(filter, () =>
    {
        var geometry = (LeafInput)filter.Find("geometry")!;
        var bytes = compiler.Writer.Parameter(NpgsqlDbType.Bytea, source => Write((Geometry)geometry.Read(source.Variables)!));
        var shape = $"st_geomfromewkb({bytes})";
        if (filter.Find("buffer") is LeafInput { IsNull: false } buffer)
            shape = $"st_buffer(st_transform({shape}, 28992), {compiler.Writer.Parameter(NpgsqlDbType.Double, source => Buffer(compiler, field, buffer, source.Variables))})";
        // Projecting moves corners and not the lines between them, so a large shape may cross itself afterwards.
        return $"select st_makevalid(st_transform({shape}, {srid}), 'method=structure')";
    });

    private static byte[] Write(Geometry geometry) => new WKBWriter(ByteOrder.LittleEndian, handleSRID: true).Write(geometry);

    private static double Buffer(StatementCompiler compiler, PlannedField field, LeafInput input, CoercedVariables variables) =>
        input.Read(variables) is double metres and >= 0 and <= MaxBuffer ? metres
            : throw InputError.At(compiler, field, input, "\"buffer\" is a distance in metres, from 0 to 50000.");
}
