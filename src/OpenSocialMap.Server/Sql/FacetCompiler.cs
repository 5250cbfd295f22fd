using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.Server.Sql;

/// <summary>
/// Compiles the facets of a connection: each that is asked for is a subselect that counts the whole list by its values. A facet counts as if
/// the argument that filters by the same thing were not given, so that people see what another choice would bring.
/// </summary>
/// <param name="source">What the list selects from and its conditions, on an alias, leaving out those of one argument.</param>
internal sealed class FacetCompiler(StatementCompiler compiler, string target, Func<string, string?, (string From, List<string> Conditions)> source)
{
    public string Compile(PlannedField facets) => Object(facets, field =>
        Count(Facet.Find(target, field.Name, Feature(field)) ?? throw new InvalidOperationException($"Nothing says what the facet {target}.{field.Name} counts."), field));

    private static string? Feature(PlannedField field) => field.Argument("feature") is LeafInput feature ? (string)feature.Value! : null;

    private string Count(Facet facet, PlannedField field)
    {
        var alias = compiler.Writer.NextAlias();
        var group = compiler.Writer.NextAlias();
        var (from, conditions) = source(alias, facet.Argument);
        var where = conditions.Count == 0 ? "" : $" where {string.Join(" and ", conditions)}";
        var label = facet.Label?.Invoke(alias) ?? "null::text";
        var counted = $"select {facet.Value(alias)} as value, {label} as label, count(*) as count from {from} {facet.Join?.Invoke(alias)}{where} group by 1, 2";
        var order = $"{group}.value is null, {(facet.Ranked ? $"{group}_term.position" : $"{group}.count desc")}, coalesce({group}_term.label, {group}.label), {group}.value";
        var item = Object(field, part => part.Name switch
        {
            "value" => $"coalesce(to_json({group}.value), 'null')",
            "label" => $"to_json(case when {group}.value is null then 'Onbekend' else coalesce({group}_term.label, {group}.label, {group}.value) end)",
            _ => $"{group}.count",
        });
        return $"concat('[', (select string_agg({item}, ',' order by {order}) from ({counted}) {group} "
            + $"left join api.term {group}_term on {group}_term.vocabulary = '{facet.Vocabulary}' and {group}_term.value = {group}.value), ']')";
    }

    private string Object(PlannedField field, Func<PlannedField, string> value)
    {
        var type = (ObjectType)field.Definition.Type.Named;
        var json = new JsonText().Text("{");
        var first = true;
        foreach (var part in compiler.Collect(type, field.Selections, field.Path))
        {
            json.Key(part.ResponseKey, first);
            first = false;
            if (part.Name == "__typename")
                json.Text($"\"{type.Name}\"");
            else
                json.Sql(value(part));
        }
        return json.Text("}").ToString();
    }
}
