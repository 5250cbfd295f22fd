using NpgsqlTypes;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.Sql.Catalog;

namespace OpenSocialMap.Server.Sql;

/// <summary>
/// The root fields <c>search</c> and <c>suggest</c>: what the database's functions find, best match first. What narrows a search is given
/// along, because the functions look at no more than some hundred records.
/// </summary>
internal static class SearchText
{
    public const int MaxLength = 200;
    public const int MaxSuggestions = 20;

    public static string Call(StatementCompiler compiler, PlannedField field) => compiler.Writer.Once(field, () =>
    {
        var arguments = new List<string> { Text(compiler, field) };
        if (field.Argument("types") is LeafInput types)
            arguments.Add($"kinds => {Kinds(compiler, types)}");
        if (field.Argument("area") is LeafInput area)
            arguments.Add($"area => {AreaReference.Key(compiler, field, area)}");
        return $"api.search({string.Join(", ", arguments)})";
    });

    public static Ordering Ordering(StatementCompiler compiler, RowScope row) => Sql.Ordering.Fixed(
        new OrderTerm("rank", row.Column("rank"), new NonNullType(compiler.Catalog.Float), Descending: true),
        new OrderTerm("id", row.Column("subject_id"), new NonNullType(compiler.Catalog.Id), Descending: false));

    /// <summary>Where a result matches; the words are worked out once for all results.</summary>
    public static string Highlights(StatementCompiler compiler, PlannedField search, PlannedField field, string result)
    {
        var words = compiler.Writer.Shared($"select api.search_query({Text(compiler, search)})");
        var alias = compiler.Writer.NextAlias();
        var json = compiler.Row(compiler.Catalog.Type("SearchHighlight"), new RowScope(alias), field);
        return $"concat('[', (select string_agg({json}, ',' order by {alias}.ordinal) from api.highlights({words}, {result}.kind, {result}.subject_key) {alias}), ']')";
    }

    public static string Matches(StatementCompiler compiler, RowScope highlight, PlannedField field)
    {
        var alias = compiler.Writer.NextAlias();
        var json = compiler.Row(compiler.Catalog.Type("TextMatch"), new RowScope(alias), field);
        return $"concat('[', (select string_agg({json}, ',' order by {alias}.start) from api.marks({highlight.Column("marked")}) {alias}), ']')";
    }

    public static string Suggest(StatementCompiler compiler, RowScope row, PlannedField field)
    {
        var kinds = field.Argument("types") is LeafInput types ? Kinds(compiler, types) : "null";
        var first = (LeafInput)field.Argument("first")!;
        var size = compiler.Writer.Parameter(NpgsqlDbType.Integer, source => Size(compiler, field, first, (int)first.Read(source.Variables)!));
        var alias = compiler.Writer.NextAlias();
        var json = compiler.Row(compiler.Catalog.Type("Suggestion"), new RowScope(alias), field);
        return $"concat('[', (select string_agg({json}, ',' order by {alias}.rank) from api.suggest({Text(compiler, field)}, {kinds}, {size}) {alias}), ']')";
    }

    /// <summary>The name of a type as the enumeration writes it: MEETING_PLACE.</summary>
    public static string KindJson(RowScope row) => $@"concat('""', {Kind(row.Column("kind"))}, '""')";

    public static string Kind(string column) => $"upper(regexp_replace({column}, '(?<=[a-z])(?=[A-Z])', '_', 'g'))";

    private static string Text(StatementCompiler compiler, PlannedField field) => compiler.Writer.Once(field.Arguments["text"], () =>
    {
        var text = (LeafInput)field.Arguments["text"];
        return compiler.Writer.Parameter(NpgsqlDbType.Text, source => Check(compiler, field, text, (string)text.Read(source.Variables)!));
    });

    private static string Kinds(StatementCompiler compiler, LeafInput types) => compiler.Writer.Parameter(NpgsqlDbType.Array | NpgsqlDbType.Text,
        source => TypeNames(compiler, (IReadOnlyList<object?>)types.Read(source.Variables)!));

    /// <summary>An enum value such as MEETING_PLACE as the name of its type.</summary>
    private static string[] TypeNames(StatementCompiler compiler, IReadOnlyList<object?> values)
    {
        var members = ((UnionType)compiler.Catalog.Schema.FindType("SearchResult")!).Members;
        return [.. values.Cast<string>().Select(value => members.First(m => m.Name.Equals(value.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)).Name)];
    }

    private static string Check(StatementCompiler compiler, PlannedField field, LeafInput input, string text) =>
        text.Length <= MaxLength ? text.Replace("\0", "", StringComparison.Ordinal) : throw InputError.At(compiler, field, input,
            new ExceededLimit(LimitNames.SearchText, text.Length, MaxLength), $"A search text has at most {MaxLength} characters, and this one has {text.Length}.", "A few words do.");

    private static int Size(StatementCompiler compiler, PlannedField field, LeafInput input, int size) =>
        size is >= 1 and <= MaxSuggestions ? size : throw InputError.At(compiler, field, input, $"Ask for 1 to {MaxSuggestions} suggestions.");
}
