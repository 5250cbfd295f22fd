using System.Globalization;
using NpgsqlTypes;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.GraphQL.Planning;

namespace OpenSocialMap.Server.Sql;

/// <summary>Which page of a list is asked for: forward from the start or a cursor, or backward from the end or a cursor.</summary>
internal sealed record Paging(bool Backward, string Size, LeafInput? After, LeafInput? Before)
{
    public const int DefaultSize = 20;
    public const int MaxSize = 100;

    public static Paging Of(StatementCompiler compiler, PlannedField field)
    {
        var (first, last) = (field.Argument("first"), field.Argument("last"));
        if (first is not null && last is not null)
            throw InputError.At(compiler, field, last, "Give \"first\" or \"last\", not both: a page is counted from one end.");
        var size = first ?? last;
        return new Paging(last is not null, SizeOf(compiler, field, (LeafInput?)size), field.Argument("after") as LeafInput, field.Argument("before") as LeafInput);
    }

    /// <summary>
    /// A size that the document states becomes a number of the statement, because PostgreSQL then knows how few rows it has to find; for
    /// a parameter it guesses a tenth of all. A variable's size is a parameter.
    /// </summary>
    private static string SizeOf(StatementCompiler compiler, PlannedField field, LeafInput? size) => size switch
    {
        null => Number(DefaultSize),
        { Node: IntValue } => Number(Check(compiler, field, size, size.Value)!),
        _ => compiler.Writer.Parameter(NpgsqlDbType.Integer, source => Check(compiler, field, size, size.Read(source.Variables))),
    };

    private static string Number(object size) => ((int)size).ToString(CultureInfo.InvariantCulture);

    private static object? Check(StatementCompiler compiler, PlannedField field, Input input, object? size) => size switch
    {
        < 0 => throw InputError.At(compiler, field, input, $"A page can't have {size} items. Ask for 0 to {MaxSize}."),
        int and > MaxSize => throw InputError.At(compiler, field, input, new ExceededLimit(LimitNames.PageSize, (int)size, MaxSize),
            $"A page has at most {MaxSize} items, and {size} are asked for.", $"Ask for {MaxSize} and continue with \"after\"."),
        _ => size,
    };
}
