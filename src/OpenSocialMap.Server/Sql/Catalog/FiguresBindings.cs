using NpgsqlTypes;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.Server.Sql.Catalog;

/// <summary>Datasets, releases and observations, as far as no convention binds them.</summary>
internal static class FiguresBindings
{
    public static RowBinding? Rows(CompositeType type) => type.Name == "Supply" ? new ObjectBinding((ObjectType)type, "api.supply") : null;

    public static FieldBinding? Field(SchemaCatalog catalog, FieldsType type, OutputField field) => (type.Name, field.Name) switch
    {
        ("Area" or "Municipality" or "Wijk" or "Buurt" or "Werkgebied", "observations") => new ObservationsBinding(catalog.Type("Observation"), new Link("key", "area_key")),
        ("Area" or "Municipality" or "Wijk" or "Buurt" or "Werkgebied", "indicators") => new MeasuredBinding(catalog.Type("Indicator")),
        ("Area" or "Municipality" or "Wijk" or "Buurt" or "Werkgebied", "supply") => new ReferenceBinding(catalog.Type("Supply"), "key"),
        ("Indicator", "observations") => new ObservationsBinding(catalog.Type("Observation"), new Link("key", "indicator_key")),
        ("Indicator", "series") => new ExpressionBinding(Series),
        ("Release", "observations") => new ReleasedBinding(catalog.Type("Observation")),
        ("Dataset", "release") => new ExpressionBinding(Release),
        ("Dataset", "protection") => new PartBinding(catalog.ObjectType("Protection"), "", []),
        ("Protection", "method" or "reason") => new ColumnBinding($"protection_{field.Name}", field.Type),
        ("Protection" or "CubeMember" or "Supply", _) => new ColumnBinding(EntityConvention.SnakeCase(field.Name), field.Type),
        ("Observation", "area" or "indicator") => new ReferenceBinding(catalog.Type(field.Name == "area" ? "Area" : "Indicator"), $"{field.Name}_key") { IsOfFew = true },
        ("Observation", "id") => new ColumnBinding("id", field.Type) { KeyOf = "api.observation_key" },
        ("Observation", "unit") => new ExpressionBinding((_, row, _) => $"(select to_json(m.unit)::text from api.indicator m where m.key = {row.Column("indicator_key")})"),
        ("Observation", "categories") => new ListBinding(
            catalog.Type("Category"), new Link("breakdown_key", "key", new Via("api.breakdown_category", "breakdown_key", "category_key", []))),
        ("Observation", "conflictsWith") => new ConflictBinding(catalog.Type("Observation")),
        _ => null,
    };

    private static string Release(StatementCompiler compiler, RowScope row, PlannedField field)
    {
        var number = compiler.Writer.Parameter(NpgsqlDbType.Integer, field.Argument("number")!);
        var alias = compiler.Writer.NextAlias();
        var json = compiler.Row(compiler.Catalog.Type("Release"), new RowScope(alias), field);
        return $"coalesce((select {json} from api.release {alias} where {alias}.dataset_key = {row.Column("key")} and {alias}.number = {number}), 'null')";
    }

    private static string Series(StatementCompiler compiler, RowScope row, PlannedField field)
    {
        var list = new ObservationsBinding(compiler.Catalog.Type("Observation"), null);
        var alias = compiler.Writer.NextAlias();
        var conditions = string.Join(" and ", DomainFilter.Compile(compiler, list.Target, alias, field));
        var json = compiler.Row(list.Target, new RowScope(alias), field);
        return $"concat('[', (select string_agg({json}, ',' order by {alias}.time_period, {alias}.key) from {list.From(compiler, field, alias)} "
            + $"where {alias}.indicator_key = {row.Column("key")} and {conditions}), ']')";
    }
}
