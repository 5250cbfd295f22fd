using System.Globalization;
using NpgsqlTypes;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.Server.Sql.Catalog;

/// <summary>What the map says about itself: what is covered and what isn't listed, how fresh it is, what became of things, where sources disagree.</summary>
internal static class ConscienceBindings
{
    /// <summary>Types that are worked out from entities and are none themselves, with the columns of their views that order a list.</summary>
    private static readonly Dictionary<string, (string Column, string Type)[]> Derived = new()
    {
        ["WalkInCoverage"] = [],
        ["WalkInReach"] = [],
        ["Lacune"] = [("area_name", "String"), ("norm_name", "String")],
        ["Freshness"] = [],
        ["StaleRecord"] = [("stale_since", "Date"), ("name", "String")],
    };

    public static RowBinding? Rows(SchemaCatalog catalog, CompositeType type) => Derived.TryGetValue(type.Name, out var order)
        ? new ObjectBinding((ObjectType)type, $"api.{EntityConvention.SnakeCase(type.Name)}")
        {
            DefaultOrder = [.. order.Select(column => new ColumnBinding(column.Column, new NonNullType(catalog.Schema.FindType(column.Type)!)))],
        }
        : null;

    public static FieldBinding? Field(SchemaCatalog catalog, FieldsType type, OutputField field) => (type.Name, field.Name) switch
    {
        ("Wijk" or "Werkgebied", "walkInCoverage") => new ReferenceBinding(catalog.Type("WalkInCoverage"), "key"),
        ("Wijk" or "Werkgebied", "walkInReach") => new ExpressionBinding(Reach),
        ("WalkInCoverage", "fulfilledBy") => new ListBinding(catalog.Type("Activity"), new Link("area_key", "key", new Via("api.walk_in_fulfilment", "area_key", "activity_key", []))),
        ("Activity" or "MeetingPlace", "freshness") => new ReferenceBinding(catalog.Type("Freshness"), "id"),
        ("Activity" or "MeetingPlace", "ending") => new ReferenceBinding(catalog.Type("Ending"), "id"),
        ("Activity", "succeeds") => new ListBinding(catalog.Type("Activity"), new Link("key", "succeeded_by_key")),
        ("MeetingPlace", "replaces") => new ListBinding(catalog.Type("MeetingPlace"), new Link("key", "replaced_by_key")),
        ("MeetingPlace", "at") => new ExpressionBinding(At),
        _ when !Derived.ContainsKey(type.Name) => null,
        _ when field.Type.Named is CompositeType other => new ReferenceBinding(catalog.Type(other.Name), $"{EntityConvention.SnakeCase(field.Name)}_key"),
        _ => new ColumnBinding(EntityConvention.SnakeCase(field.Name), field.Type),
    };

    private static string Reach(StatementCompiler compiler, RowScope row, PlannedField field)
    {
        var distance = (LeafInput)field.Argument("metres")!;
        var metres = compiler.Writer.Parameter(NpgsqlDbType.Integer, source => Metres((string)distance.Read(source.Variables)!));
        var alias = compiler.Writer.NextAlias();
        var json = compiler.Row(compiler.Catalog.Type("WalkInReach"), new RowScope(alias), field);
        return $"coalesce((select {json} from api.walk_in_reach {alias} where {alias}.area_key = {row.Column("key")} and {alias}.metres = {metres}), 'null')";
    }

    /// <summary>A distance is named by its length, such as METRES_400.</summary>
    private static int Metres(string name) => int.Parse(name.AsSpan(name.LastIndexOf('_') + 1), CultureInfo.InvariantCulture);

    /// <summary>The version that held on a day for certain. Two that might both hold are none.</summary>
    private static string At(StatementCompiler compiler, RowScope row, PlannedField field)
    {
        var day = compiler.Writer.Parameter(NpgsqlDbType.Date, (LeafInput)field.Argument("validOn")!);
        var alias = compiler.Writer.NextAlias();
        var json = compiler.Row(compiler.Catalog.Type("PlaceVersion"), new RowScope(alias), field);
        return $"coalesce((select {json} from api.place_version {alias} where {alias}.place_key = {row.Column("key")} "
            + $"and coalesce({alias}.certain_from <= {day}, true) and coalesce({alias}.certain_through >= {day}, true) order by {alias}.position limit 1), 'null')";
    }
}
