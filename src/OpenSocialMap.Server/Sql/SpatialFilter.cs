using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using NpgsqlTypes;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.GraphQL.Planning;

namespace OpenSocialMap.Server.Sql;

/// <summary>Hot Chocolate's spatial filter operations on a geometry column. The given geometry is a shared value: prepared once.</summary>
internal sealed class SpatialFilter
{
    /// <summary>Of a geometry that has to be widened itself. How near something is can be asked of any.</summary>
    public const int MaxWidenedPositions = 100;

    private const double MaxBuffer = 50_000;

    private readonly StatementCompiler _compiler;
    private readonly PlannedField _field;
    private readonly string _column;
    private readonly bool _isPoint;

    private SpatialFilter(StatementCompiler compiler, PlannedField field, string column, bool isPoint) =>
        (_compiler, _field, _column, _isPoint) = (compiler, field, column, isPoint);

    public static string? Compile(StatementCompiler compiler, PlannedField field, string column, ObjectInput filter) =>
        new SpatialFilter(compiler, field, column, filter.Type.Named.Name == "PointFilterInput").All(filter);

    private string? All(ObjectInput filter)
    {
        var conditions = filter.Fields.Select(f => f.Value.IsNull ? null : Condition(f.Key, f.Value)).OfType<string>().ToList();
        return conditions.Count == 0 ? null : $"({string.Join(" and ", conditions)})";
    }

    private string? Condition(string operation, Input input) => operation switch
    {
        "and" => Join((ListInput)input, " and "),
        "or" => Join((ListInput)input, " or "),
        "x" or "y" => Number($"st_{operation}({_column})", (ObjectInput)input),
        "distance" => Distance((ObjectInput)input),
        ['n', .. var positive] => $"({Condition(positive, input)}) is not true",
        _ => Relation(operation, (ObjectInput)input),
    };

    private string? Join(ListInput list, string word)
    {
        string?[] conditions = [.. list.Items.OfType<ObjectInput>().Select(All)];
        string[] given = [.. conditions.OfType<string>()];
        var filtersNothing = given.Length == 0 || (word == " or " && given.Length < conditions.Length);
        return filtersNothing ? null : $"({string.Join(word, given)})";
    }

    private string? Number(string number, ObjectInput filter)
    {
        string[] conditions = [.. filter.Fields.Select(f => Comparison.Compile(_compiler.Writer, number, NpgsqlDbType.Double, f.Key, (LeafInput)f.Value)).OfType<string>()];
        return conditions.Length == 0 ? null : string.Join(" and ", conditions);
    }

    private string? Distance(ObjectInput filter)
    {
        var given = InMetres(filter);
        var buffer = Buffer(filter);
        var distance = $"st_distance({_column}_rd, {given})";
        var comparisons = filter with { Fields = [.. filter.Fields.Where(f => f.Key is not ("geometry" or "buffer"))] };
        var condition = Number(buffer is null ? distance : $"greatest({distance} - {buffer}, 0)", comparisons);
        // An upper bound can use the index; the exact comparison stays beside it.
        var bound = comparisons.Find("lte") ?? comparisons.Find("lt");
        if (condition is null || bound is not LeafInput { IsNull: false } upper)
            return condition;
        var reach = _compiler.Writer.Parameter(NpgsqlDbType.Double, source => upper.Read(source.Variables) is double metres and >= 0 and <= 1_000_000 ? metres
            : throw InputError.At(_compiler, _field, upper, "A distance is given in metres, from 0 to 1000000."));
        return $"st_dwithin({_column}_rd, {given}, {(buffer is null ? reach : $"{reach} + {buffer}")}) and {condition}";
    }

    /// <summary>What is in or near a widened geometry is within that distance of it, which PostGIS finds without widening it. A point has one place, so it is there as a whole.</summary>
    private string Relation(string operation, ObjectInput filter) =>
        (operation == "intersects" || (operation == "within" && _isPoint)) && Buffer(filter) is { } metres
            ? $"st_dwithin({_column}_rd, {InMetres(filter)}, {metres})"
            : $"st_{operation}({_column}, {InDegrees(filter)})";

    /// <summary>The given geometry in RD New, as it is.</summary>
    private string InMetres(ObjectInput filter) => _compiler.Writer.Shared(filter, () => $"select st_transform({Given(filter)}, 28992)");

    /// <summary>The given geometry in degrees, widened by its buffer.</summary>
    private string InDegrees(ObjectInput filter) => _compiler.Writer.Shared(filter, () =>
    {
        var shape = Buffer(filter) is { } metres ? $"st_buffer(st_transform({Given(filter, MaxWidenedPositions)}, 28992), {metres})" : Given(filter);
        // Projecting moves corners and not the lines between them, so a large shape may cross itself afterwards.
        return $"select st_makevalid(st_transform({shape}, 4326), 'method=structure')";
    });

    private string Given(ObjectInput filter, int maxPositions = int.MaxValue)
    {
        var input = (LeafInput)filter.Find("geometry")!;
        return $"st_geomfromewkb({_compiler.Writer.Parameter(NpgsqlDbType.Bytea, source => Write((Geometry)input.Read(source.Variables)!, input, maxPositions))})";
    }

    // What lies around each position is drawn and joined: that takes time by the square of their number.
    private byte[] Write(Geometry geometry, LeafInput input, int maxPositions) => geometry.NumPoints <= maxPositions
        ? new WKBWriter(ByteOrder.LittleEndian, handleSRID: true).Write(geometry)
        : throw InputError.At(_compiler, _field, input, new ExceededLimit(LimitNames.WidenedPositions, geometry.NumPoints, maxPositions),
            $"A geometry that \"buffer\" widens here has at most {maxPositions} positions, and this one has {geometry.NumPoints}.",
            "Simplify it, or ask by \"intersects\" or \"distance\", which take any geometry.");

    /// <summary>The parameter with the metres to widen by; null when nothing is to be widened.</summary>
    private string? Buffer(ObjectInput filter) => filter.Find("buffer") is LeafInput { IsNull: false } input
        ? _compiler.Writer.Parameter(NpgsqlDbType.Double, source => input.Read(source.Variables) is double metres and >= 0 and <= MaxBuffer ? metres
            : throw InputError.At(_compiler, _field, input, "\"buffer\" is a distance in metres, from 0 to 50000."))
        : null;
}
