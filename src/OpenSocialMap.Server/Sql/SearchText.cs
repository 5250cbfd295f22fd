using NpgsqlTypes;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.Sql.Catalog;

namespace OpenSocialMap.Server.Sql;

/// <summary>The rows of the root field <c>search</c>: what the database's search function finds, best match first.</summary>
internal static class SearchText
{
    public const int MaxLength = 200;

    public static string Call(StatementCompiler compiler, PlannedField field) => compiler.Writer.Once(field, () =>
    {
        var text = (LeafInput)field.Arguments["text"];
        return $"api.search({compiler.Writer.Parameter(NpgsqlDbType.Text, source => Check(compiler, field, text, (string)text.Read(source.Variables)!))})";
    });

    public static Ordering Ordering(StatementCompiler compiler, RowScope row) => Sql.Ordering.Fixed(
        new OrderTerm("rank", row.Column("rank"), new NonNullType(compiler.Catalog.Float), Descending: true),
        new OrderTerm("id", row.Column("subject_id"), new NonNullType(compiler.Catalog.Id), Descending: false));

    private static string Check(StatementCompiler compiler, PlannedField field, LeafInput input, string text) =>
        text.Length <= MaxLength ? text.Replace("\0", "", StringComparison.Ordinal) : throw InputError.At(compiler, field, input,
            new ExceededLimit(LimitNames.SearchText, text.Length, MaxLength), $"A search text has at most {MaxLength} characters, and this one has {text.Length}.", "A few words do.");
}
