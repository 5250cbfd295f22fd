using System.Text;
using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.Sql.Catalog;

namespace OpenSocialMap.Server.Sql;

/// <summary>
/// Turns the plan of one operation into one SQL statement. A to-one field is a subselect by key, a list is a subselect with its LIMIT
/// inside, an object is a <c>concat</c> of its fields; nothing is selected that the plan doesn't ask for.
/// </summary>
public sealed class StatementCompiler
{
    private readonly FieldCollector _collector;

    private StatementCompiler(SchemaCatalog catalog, FieldCollector collector) => (Catalog, _collector) = (catalog, collector);

    public SchemaCatalog Catalog { get; }

    public SqlWriter Writer { get; } = new();

    /// <summary>The document, for the locations of errors that only values can cause.</summary>
    public Source Document => _collector.Source;

    /// <param name="staticField">Answers the fields of the root that need no database (<c>__typename</c>, introspection), or null.</param>
    public static Statement Compile(SchemaCatalog catalog, OperationPlan plan, Func<PlannedField, Func<CoercedVariables, byte[]>?> staticField)
    {
        var compiler = new StatementCompiler(catalog, plan.Collector);
        var columns = new List<string>();
        var fields = new List<RootField>();
        foreach (var field in plan.Fields)
        {
            var prefix = Encoding.UTF8.GetBytes($"{(fields.Count == 0 ? "" : ",")}\"{field.ResponseKey}\":");
            var known = staticField(field);
            fields.Add(new RootField(prefix, known));
            if (known is null)
                columns.Add(compiler.Root(plan.Root, field, $"r.f{columns.Count}"));
        }
        return compiler.Finish(columns, fields);
    }

    /// <summary>The statement that finds the records which a subscription's arguments name; null when it has no arguments.</summary>
    public static Statement? CompileFilter(SchemaCatalog catalog, OperationPlan plan)
    {
        var compiler = new StatementCompiler(catalog, plan.Collector);
        return SubscriptionBindings.Keys(compiler, plan.Fields[0]) is { } keys ? compiler.Finish([keys], [new RootField(default, null)]) : null;
    }

    private Statement Finish(List<string> columns, List<RootField> fields)
    {
        var text = columns.Count == 0 ? null : Shared(Writer.Selects) + Assemble(columns, Writer.Checks);
        return new Statement(text, Writer.Parameters, fields, Writer.Checks);
    }

    private static string Shared(List<string> selects) =>
        selects.Count == 0 ? "" : $"with {string.Join(",\n", selects.Select((select, i) => $"v{i} (value) as ({select})"))}\n";

    /// <summary>Checks look at the finished fields, so these stand in a subselect that the planner may not dissolve.</summary>
    private static string Assemble(List<string> columns, List<StatementCheck> checks)
    {
        var fields = $"select {string.Join(",\n", columns.Select((sql, i) => $"{sql} as f{i}"))},\n(select version from api.data_version) as version";
        return checks.Count == 0
            ? fields
            : $"select r.*, {string.Join(", ", checks.Select((check, i) => $"{check.Sql} as c{i}"))} from ({fields} offset 0) r";
    }

    private string Root(ObjectType root, PlannedField field, string result) => (root == Catalog.Schema.Query ? Catalog.Query : Catalog.Subscription)[field.Name] switch
    {
        ListBinding list => Subselect(List(list, null, field)),
        LookupBinding lookup => Lookup.Compile(this, lookup, field, result),
        ExpressionBinding expression => expression.Json(this, default, field),
        var other => throw new InvalidOperationException($"{root.Name}.{field.Name} can't be bound as {other.GetType().Name}."),
    };

    /// <summary>SQL for the JSON of one row, by what the document selects on the row's type.</summary>
    public string Row(RowBinding binding, RowScope row, PlannedField field) => binding is AbstractBinding type
        ? Abstract(type, row, field.Selections, field.Path)
        : Append(new JsonText(), binding, row, field).ToString();

    /// <summary>The same as a part of larger JSON: PostgreSQL makes one text of all, instead of a text of its own that is copied into the other.</summary>
    internal JsonText Append(JsonText json, RowBinding binding, RowScope row, PlannedField field) => binding switch
    {
        ObjectBinding type => Object(json, type, row, field.Selections, field.Path),
        AbstractBinding type => json.Sql(Abstract(type, row, field.Selections, field.Path)),
        _ => throw new InvalidOperationException($"{binding.Name} has no rows."),
    };

    private JsonText Object(JsonText json, ObjectBinding type, RowScope row, IReadOnlyList<SelectionSet> selections, IReadOnlyList<object> path) =>
        Fields(json, type, row, Collect(type.Object, selections, path), $"'\"{type.Name}\"'");

    /// <param name="typename">SQL for the JSON of <c>__typename</c>.</param>
    private JsonText Fields(JsonText json, ObjectBinding type, RowScope row, IReadOnlyList<PlannedField> fields, string typename)
    {
        json.Text("{");
        for (var i = 0; i < fields.Count; i++)
        {
            json.Key(fields[i].ResponseKey, first: i == 0);
            if (fields[i].Name == "__typename")
                json.Sql(typename);
            else
                Field(json, type.Fields[fields[i].Name], row, fields[i]);
        }
        return json.Text("}");
    }

    /// <summary>The fields of a selection on an object type. How many an operation may come to in all was decided when it was priced.</summary>
    public IReadOnlyList<PlannedField> Collect(ObjectType type, IReadOnlyList<SelectionSet> selections, IReadOnlyList<object> path) =>
        _collector.Collect(type, selections, path);

    /// <summary>Writes the JSON of an edge's field that is not of the edge's node; <paramref name="row"/> holds the link's columns.</summary>
    internal void EdgeField(JsonText json, ObjectType edge, PlannedField field, RowScope row) =>
        Field(json, Catalog.EdgeField(edge, field.Definition), row, field);

    private void Field(JsonText json, FieldBinding binding, RowScope row, PlannedField field)
    {
        if (binding is ColumnBinding column)
            ColumnJson.Append(json, row.Column(column.Column), column);
        else if (binding is PartBinding part && field.Definition.Type.IsNonNull)
            Append(json, part.Part, row.Part(part), field);
        else
            json.Sql(Field(binding, row, field));
    }

    private string Field(FieldBinding binding, RowScope row, PlannedField field) => binding switch
    {
        GeometryBinding geometry => GeometryJson.Compile(this, geometry, row, field),
        PartBinding part => $"case when num_nonnulls({string.Join(", ", part.Columns.Select(row.Column))}) = 0 then 'null' else {Row(part.Part, row.Part(part), field)} end",
        ReferenceBinding reference => Reference(reference, row, field),
        ListBinding { Target: ObjectBinding target } list when field.Definition.Type.Nullable is ListType => ListCompiler.Values(this, list, target, row, field),
        ListBinding list => Subselect(List(list, row, field)),
        ExpressionBinding expression => expression.Json(this, row, field),
        _ => throw new InvalidOperationException($"{field.Name} can't be bound as {binding.GetType().Name}."),
    };

    private string Reference(ReferenceBinding reference, RowScope row, PlannedField field)
    {
        var alias = Writer.NextAlias();
        var json = Row(reference.Target, new RowScope(alias), field);
        var select = $"(select {json} from {reference.Target.From} {alias} where {alias}.key = {row.Column(reference.ForeignKey)})";
        return field.Definition.Type.IsNonNull ? select : $"coalesce({select}, 'null')";
    }

    private string List(ListBinding list, RowScope? parent, PlannedField field) => new ListCompiler(this, list, parent, field).Compile();

    private static string Subselect(string select) => $"({select})";

    /// <summary>Object types that the document asks the same of share a branch; usually all do.</summary>
    private string Abstract(AbstractBinding type, RowScope row, IReadOnlyList<SelectionSet> selections, IReadOnlyList<object> path)
    {
        if (type.KeyColumn is { } key)
            return Case(type, row, type.Cases.Select(c => (c.Key, ByKey(c.Value, row.Column(key), selections, path))));
        var groups = new List<(List<string> Values, ObjectBinding First, IReadOnlyList<PlannedField> Fields)>();
        foreach (var (value, target) in type.Cases)
        {
            var fields = Collect(target.Object, selections, path);
            var same = groups.FindIndex(group => AskTheSame(group.Fields, fields));
            if (same >= 0)
                groups[same].Values.Add(value);
            else
                groups.Add(([value], target, fields));
        }
        var typename = $"concat('\"', {Case(type, row, type.Cases.Select(c => (c.Key, $"'{c.Value.Name}'")))}, '\"')";
        var branches = groups.Select(g => (g.Values, Json: Fields(new JsonText(), g.First, row, g.Fields, typename).ToString())).ToList();
        return branches is [var only] ? only.Json : Case(type, row, branches.SelectMany(b => b.Values.Select(value => (value, b.Json))));
    }

    private static string Case(AbstractBinding type, RowScope row, IEnumerable<(string Value, string Sql)> branches) =>
        $"case {row.Column(type.Discriminator)} {string.Join(" ", branches.Select(b => $"when '{b.Value}' then {b.Sql}"))} end";

    private string ByKey(ObjectBinding target, string key, IReadOnlyList<SelectionSet> selections, IReadOnlyList<object> path)
    {
        var alias = Writer.NextAlias();
        return $"(select {Object(new JsonText(), target, new RowScope(alias), selections, path)} from {target.From} {alias} where {alias}.key = {key})";
    }

    private static bool AskTheSame(IReadOnlyList<PlannedField> a, IReadOnlyList<PlannedField> b) =>
        a.Count == b.Count && a.Zip(b).All(pair => ReferenceEquals(pair.First.Node, pair.Second.Node)
            && pair.First.Selections.SequenceEqual(pair.Second.Selections, ReferenceEqualityComparer.Instance));
}
