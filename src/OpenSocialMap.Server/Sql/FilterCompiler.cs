using NpgsqlTypes;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.Sql.Catalog;

namespace OpenSocialMap.Server.Sql;

/// <summary>
/// Compiles <c>where</c> objects. Conditions on the row are plain comparisons; conditions on related rows are EXISTS. What is null or
/// empty filters nothing, except <c>eq: null</c>, <c>neq: null</c> and <c>any</c>.
/// </summary>
internal sealed class FilterCompiler(StatementCompiler compiler, PlannedField field)
{
    private SqlWriter Writer => compiler.Writer;

    /// <summary>The condition in SQL, or null when the object filters nothing.</summary>
    public string? Compile(RowBinding type, RowScope row, ObjectInput where) =>
        All(where.Fields.Select(f => f.Key switch
        {
            _ when f.Value.IsNull => null,
            "and" => All(Items(f.Value).Select(item => Compile(type, row, item))),
            "or" => Any(Items(f.Value).Select(item => Compile(type, row, item))),
            _ => Condition(type.Fields[f.Key], row, (ObjectInput)f.Value),
        }));

    private static IEnumerable<ObjectInput> Items(Input list) => ((ListInput)list).Items.OfType<ObjectInput>();

    private static string? All(IEnumerable<string?> conditions) => Join(conditions, " and ");

    /// <summary>An alternative that filters nothing makes the whole filter nothing.</summary>
    private static string? Any(IEnumerable<string?> conditions)
    {
        string?[] all = [.. conditions];
        return all.Contains(null) ? null : Join(all, " or ");
    }

    private static string? Join(IEnumerable<string?> conditions, string word)
    {
        string[] given = [.. conditions.OfType<string>()];
        return given.Length switch { 0 => null, 1 => given[0], _ => $"({string.Join(word, given)})" };
    }

    private string? Condition(FieldBinding binding, RowScope row, ObjectInput filter) => binding switch
    {
        ColumnBinding { Type: var type } column when type.Nullable is ListType list => ValueList(row.Column(column.Column), list, filter),
        ColumnBinding { KeyOf: { } keyOf } => Key(row.Column("key"), keyOf, filter),
        ColumnBinding column => Value(row.Column(column.Column), column.Type, filter),
        GeometryBinding geometry => SpatialFilter.Compile(compiler, field, row.Column(geometry.Column), filter),
        PartBinding part => Compile(part.Part, row with { Prefix = row.Prefix + part.Prefix }, filter),
        ReferenceBinding reference => Reference(reference, row, filter),
        ListBinding list => Rows(list, row, filter),
        _ => throw new InvalidOperationException($"A filter on {binding.GetType().Name} can't be compiled."),
    };

    private string? Reference(ReferenceBinding reference, RowScope row, ObjectInput filter)
    {
        var alias = Writer.NextAlias();
        if (Compile(reference.Target, new RowScope(alias), filter) is not { } condition)
            return null;
        return reference.IsOfFew
            ? $"{row.Column(reference.ForeignKey)} = any(array(select {alias}.key from {reference.Target.From} {alias} where {condition}))"
            : $"exists (select from {reference.Target.From} {alias} where {alias}.key = {row.Column(reference.ForeignKey)} and {condition})";
    }

    private string? Rows(ListBinding list, RowScope row, ObjectInput filter) => All(filter.Fields.Select(f => (f.Key, f.Value) switch
    {
        (_, { IsNull: true }) => null,
        ("any", LeafInput { Value: bool any }) => $"{(any ? "" : "not ")}{Exists(list, row, null, "")}",
        ("some", ObjectInput some) => Exists(list, row, some, ""),
        ("none", ObjectInput none) => $"not {Exists(list, row, none, "")}",
        ("all", ObjectInput { Fields.Count: 0 }) => null,
        ("all", ObjectInput all) => $"not {Exists(list, row, all, " is not true")}",
        _ => null,
    }));

    private string Exists(ListBinding list, RowScope row, ObjectInput? filter, string suffix)
    {
        var alias = Writer.NextAlias();
        var conditions = new List<string>();
        var from = $"{list.Rows} {alias}{ListCompiler.LinkTo(row, list.Link!, alias, conditions)}";
        if (filter is not null && Compile(list.Target, new RowScope(alias), filter) is { } condition)
            conditions.Add(suffix.Length == 0 ? condition : $"({condition}){suffix}");
        else if (suffix.Length > 0)
            conditions.Add("false");
        return $"exists (select from {from} where {string.Join(" and ", conditions)})";
    }

    /// <summary>Ids that are worked out from keys: an index finds the key, so that is compared.</summary>
    private string? Key(string column, string keyOf, ObjectInput filter) => All(filter.Fields.Select(f => (f.Key, f.Value) switch
    {
        ("eq", LeafInput { IsNull: true }) => "false",
        ("neq", LeafInput { IsNull: true }) => "true",
        (_, LeafInput { IsNull: true }) => null,
        ("eq", LeafInput id) => $"{column} = {keyOf}({Writer.Parameter(NpgsqlDbType.Text, id)})",
        ("neq", LeafInput id) => $"{column} is distinct from {keyOf}({Writer.Parameter(NpgsqlDbType.Text, id)})",
        ("in", LeafInput ids) => KeyIn(column, keyOf, ids),
        ("nin", LeafInput ids) => $"({KeyIn(column, keyOf, ids)}) is not true",
        _ => null,
    }));

    private string KeyIn(string column, string keyOf, LeafInput ids) =>
        $"{column} = any(array(select {keyOf}(v) from unnest({Comparison.Known(Writer, NpgsqlDbType.Text, ids)}) v))";

    private string? ValueList(string column, ListType list, ObjectInput filter) => All(filter.Fields.Select(f => (f.Key, f.Value) switch
    {
        (_, { IsNull: true }) => null,
        ("any", LeafInput { Value: bool any }) => any ? $"coalesce(cardinality({column}), 0) > 0" : $"coalesce(cardinality({column}), 0) = 0",
        ("some", ObjectInput { Fields: [("eq", LeafInput { Value: not null } value)] }) => $"{column} @> array[{Writer.Parameter(ColumnJson.DbType(list.Item), value)}]",
        ("some", ObjectInput some) => Unnest(column, list, some, "", ""),
        ("none", ObjectInput none) => Unnest(column, list, none, "not ", ""),
        ("all", ObjectInput all) => Unnest(column, list, all, "not ", " is not true"),
        _ => null,
    }));

    private string? Unnest(string column, ListType list, ObjectInput filter, string prefix, string suffix)
    {
        var alias = Writer.NextAlias();
        return Value($"{alias}.value", list.Item, filter) is { } condition
            ? $"{prefix}exists (select from unnest({column}) as {alias}(value) where ({condition}){suffix})"
            : suffix.Length > 0 ? null : $"{prefix}(coalesce(cardinality({column}), 0) > 0)";
    }

    private string? Value(string column, SchemaType type, ObjectInput filter) => All(filter.Fields.Select(f => (f.Key, f.Value) switch
    {
        ("and", ListInput list) => All(list.Items.OfType<ObjectInput>().Select(item => Value(column, type, item))),
        ("or", ListInput list) => Any(list.Items.OfType<ObjectInput>().Select(item => Value(column, type, item))),
        (_, LeafInput leaf) => Comparison.Compile(Writer, column, ColumnJson.DbType(type), f.Key, leaf),
        _ => null,
    }));
}
