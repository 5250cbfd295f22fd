using NpgsqlTypes;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.Server.Sql.Catalog;

namespace OpenSocialMap.Server.Sql;

/// <summary>A field such as <c>wijk(by: {slug: "sterrenburg"})</c>: one row by a key of the client's choice, former slugs included.</summary>
internal static class Lookup
{
    /// <param name="result">The finished field in SQL; null there means that nothing was found.</param>
    public static string Compile(StatementCompiler compiler, LookupBinding lookup, PlannedField field, string result)
    {
        var (by, input) = ((ObjectInput)field.Argument("by")!).Fields[0];
        var view = lookup.Target.From;
        var value = compiler.Writer.Parameter(NpgsqlDbType.Text, (LeafInput)input);
        var alias = compiler.Writer.NextAlias();
        var closest = by == "slug" || lookup.Target.Name == "HelpRoute" ? AreaReference.Closest(view, by, value) : "''";
        compiler.Writer.Checks.Add(new StatementCheck($"case when {result} is null then {closest} end", Refuses: false, (source, known) =>
            NotFound.Error(compiler, field, input, Noun(lookup.Target.Name), by, ((LeafInput)input).Read(source.Variables), known)));
        var key = by == "slug"
            ? $"{alias}.key = coalesce((select key from {view} where slug = {value}), (select f.key from {view} f join api.alternate_name n on n.subject_id = f.id where n.slug = {value} limit 1))"
            : $"{alias}.{by} = {value}";
        return $"(select {compiler.Row(lookup.Target, new RowScope(alias), field)} from {view} {alias} where {key})";
    }

    /// <summary>"MeetingPlace" as people write it: "meeting place".</summary>
    private static string Noun(string typeName) =>
        string.Concat(typeName.Select((c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
