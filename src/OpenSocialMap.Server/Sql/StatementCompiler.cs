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
    private const int MaxFields = 2_000;
    private readonly FieldCollector _collector;
    private int _fields;

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
                columns.Add(compiler.Root(field, $"r.f{columns.Count}"));
        }
        var text = columns.Count == 0 ? null : Shared(compiler.Writer.Selects) + Assemble(columns, compiler.Writer.Checks);
        return new Statement(text, compiler.Writer.Parameters, fields, compiler.Writer.Checks);
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

    private string Root(PlannedField field, string result) => Catalog.Query[field.Name] switch
    {
        ListBinding list => Subselect(List(list, null, field)),
        LookupBinding lookup => Lookup.Compile(this, lookup, field, result),
        ExpressionBinding expression => expression.Json(this, default, field),
        var other => throw new InvalidOperationException($"Query.{field.Name} can't be bound as {other.GetType().Name}."),
    };

    /// <summary>SQL for the JSON of one row, by what the document selects on the row's type.</summary>
    public string Row(RowBinding binding, RowScope row, PlannedField field) => Row(binding, row, field.Selections, field.Path);

    public string Row(RowBinding binding, RowScope row, IReadOnlyList<SelectionSet> selections, IReadOnlyList<object> path) => binding switch
    {
        ObjectBinding type => Object(type, row, selections, path),
        AbstractBinding type => Abstract(type, row, selections, path),
        _ => throw new InvalidOperationException($"{binding.Name} has no rows."),
    };

    private string Object(ObjectBinding type, RowScope row, IReadOnlyList<SelectionSet> selections, IReadOnlyList<object> path) =>
        Fields(type, row, Collect(type.Object, selections, path), $"'\"{type.Name}\"'");

    /// <param name="typename">SQL for the JSON of <c>__typename</c>.</param>
    private string Fields(ObjectBinding type, RowScope row, IReadOnlyList<PlannedField> fields, string typename)
    {
        var json = new JsonText().Text("{");
        for (var i = 0; i < fields.Count; i++)
        {
            json.Key(fields[i].ResponseKey, first: i == 0);
            json.Sql(fields[i].Name == "__typename" ? typename : Field(type.Fields[fields[i].Name], row, fields[i]));
        }
        return json.Text("}").ToString();
    }

    /// <summary>The fields of a selection on an object type. What an operation may come to in all, fragments written out, is limited.</summary>
    /// <exception cref="GraphQLException">The operation has too many fields.</exception>
    public IReadOnlyList<PlannedField> Collect(ObjectType type, IReadOnlyList<SelectionSet> selections, IReadOnlyList<object> path)
    {
        var fields = _collector.Collect(type, selections, path);
        _fields += fields.Count;
        return _fields <= MaxFields ? fields : throw new GraphQLException(new GraphQLError(
            $"The operation has more than {MaxFields} fields once its fragments are written out.", ErrorCodes.Limit)
        {
            Hint = "Ask for fewer fields, or in several requests.",
        });
    }

    /// <summary>SQL for the JSON of an edge's field that is not of the edge's node; <paramref name="row"/> holds the link's columns.</summary>
    public string EdgeField(ObjectType edge, PlannedField field, RowScope row) =>
        Field(Catalog.EdgeField(edge, field.Definition), row, field);

    private string Field(FieldBinding binding, RowScope row, PlannedField field) => binding switch
    {
        ColumnBinding column => ColumnJson.Of(row.Column(column.Column), column.Type),
        GeometryBinding geometry => GeometryJson.Compile(this, geometry, row, field),
        PartBinding part => Part(part, row, field),
        ReferenceBinding reference => Reference(reference, row, field),
        ListBinding { Target: ObjectBinding target } list when field.Definition.Type.Nullable is ListType => ListCompiler.Values(this, list, target, row, field),
        ListBinding list => Subselect(List(list, row, field)),
        ExpressionBinding expression => expression.Json(this, row, field),
        _ => throw new InvalidOperationException($"{field.Name} can't be bound as {binding.GetType().Name}."),
    };

    private string Part(PartBinding part, RowScope row, PlannedField field)
    {
        var json = Row(part.Part, row with { Prefix = row.Prefix + part.Prefix }, field);
        if (field.Definition.Type.IsNonNull)
            return json;
        var columns = string.Join(", ", part.Columns.Select(row.Column));
        return $"case when num_nonnulls({columns}) = 0 then 'null' else {json} end";
    }

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
        var branches = groups.Select(g => (g.Values, Json: Fields(g.First, row, g.Fields, typename))).ToList();
        return branches is [var only] ? only.Json : Case(type, row, branches.SelectMany(b => b.Values.Select(value => (value, b.Json))));
    }

    private static string Case(AbstractBinding type, RowScope row, IEnumerable<(string Value, string Sql)> branches) =>
        $"case {row.Column(type.Discriminator)} {string.Join(" ", branches.Select(b => $"when '{b.Value}' then {b.Sql}"))} end";

    private string ByKey(ObjectBinding target, string key, IReadOnlyList<SelectionSet> selections, IReadOnlyList<object> path)
    {
        var alias = Writer.NextAlias();
        return $"(select {Object(target, new RowScope(alias), selections, path)} from {target.From} {alias} where {alias}.key = {key})";
    }

    private static bool AskTheSame(IReadOnlyList<PlannedField> a, IReadOnlyList<PlannedField> b) =>
        a.Count == b.Count && a.Zip(b).All(pair => ReferenceEquals(pair.First.Node, pair.Second.Node)
            && pair.First.Selections.SequenceEqual(pair.Second.Selections, ReferenceEqualityComparer.Instance));
}
