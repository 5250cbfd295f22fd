using NpgsqlTypes;
using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.Server.Sql.Catalog;

/// <summary>The fields of the root: all of a type, one by key, by place on the map, by text, by id.</summary>
internal static class QueryBindings
{
    public const int MaxIds = 100;

    public static FieldBinding Field(SchemaCatalog catalog, OutputField field) => field.Name switch
    {
        "search" => new SearchBinding(catalog.Type("SearchResult")),
        "suggest" => new ExpressionBinding(SearchText.Suggest),
        "areaAt" => new ExpressionBinding(AreaAt),
        "observations" => new ObservationsBinding(catalog.Type("Observation"), null),
        "cube" => new ExpressionBinding(CubeCompiler.Compile),
        "node" => new ExpressionBinding(Node),
        "nodes" => new ExpressionBinding(Nodes),
        _ when field.Argument("by") is not null => new LookupBinding(catalog.ObjectType(field.Type.Named.Name)),
        _ => new ListBinding(catalog.Type(((ObjectType)field.Type.Named).Fields.Find("nodes")!.Type.Named.Name), null),
    };

    /// <summary>The smallest area decides, so that buurt, wijk and municipality belong together even on a border.</summary>
    private static string AreaAt(StatementCompiler compiler, RowScope row, PlannedField field)
    {
        var longitude = Near.Degrees(compiler, field, field.Argument("longitude")!, 180, "longitude");
        var latitude = Near.Degrees(compiler, field, field.Argument("latitude")!, 90, "latitude");
        var point = $"(select st_setsrid(st_makepoint({longitude}, {latitude}), 4326))";
        var alias = compiler.Writer.NextAlias();
        string Smallest(string view) => $"left join lateral (select * from api.{view} a where st_covers(a.geometry, {point}) order by a.code limit 1) {view} on true";
        var areas = $"""
            select coalesce(buurt.municipality_key, wijk.municipality_key, municipality.key) as municipality_key,
            coalesce(buurt.wijk_key, wijk.key) as wijk_key, buurt.key as buurt_key
            from (select 1) one {Smallest("buurt")} {Smallest("wijk")} {Smallest("municipality")}
            """;
        return $"(select {compiler.Row(compiler.Catalog.Type("AreaAt"), new RowScope(alias), field)} from ({areas}) {alias} where {alias}.municipality_key is not null)";
    }

    private static string Node(StatementCompiler compiler, RowScope row, PlannedField field) =>
        ById(compiler, compiler.Writer.Parameter(NpgsqlDbType.Text, field.Argument("id")!), field);

    private static string Nodes(StatementCompiler compiler, RowScope row, PlannedField field)
    {
        var ids = (LeafInput)field.Argument("ids")!;
        var array = compiler.Writer.Parameter(NpgsqlDbType.Array | NpgsqlDbType.Text, source => Check(compiler, field, ids, (IReadOnlyList<object?>)ids.Read(source.Variables)!));
        var alias = compiler.Writer.NextAlias();
        return $"(select concat('[', string_agg(coalesce({ById(compiler, $"{alias}.id", field)}, 'null'), ',' order by {alias}.position), ']') from unnest({array}) with ordinality as {alias}(id, position))";
    }

    private static string[] Check(StatementCompiler compiler, PlannedField field, LeafInput input, IReadOnlyList<object?> ids) =>
        ids.Count <= MaxIds ? [.. ids.Cast<string>()] : throw InputError.At(compiler, field, input,
            new ExceededLimit(LimitNames.Ids, ids.Count, MaxIds), $"At most {MaxIds} ids can be asked for at once, and there are {ids.Count}.", "Ask for them in parts.");

    /// <summary>An id starts with the prefix of its type, which says in which one view to look.</summary>
    private static string ById(StatementCompiler compiler, string id, PlannedField field)
    {
        var cases = Data.Model.RecordId.Prefixes.OrderBy(p => p.Key, StringComparer.Ordinal).Select(prefix =>
        {
            var target = compiler.Catalog.ObjectType(prefix.Key);
            var alias = compiler.Writer.NextAlias();
            return $"when '{prefix.Value}' then (select {compiler.Row(target, new RowScope(alias), field)} from {target.From} {alias} where {IsId(target, alias, id)})";
        });
        return $"case split_part({id}, '_', 1) {string.Join(" ", cases)} end";
    }

    private static string IsId(ObjectBinding target, string alias, string id) =>
        target.Fields["id"] is ColumnBinding { KeyOf: { } keyOf } ? $"{alias}.key = {keyOf}({id})" : $"{alias}.id = {id}";
}
