using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.GraphQL.Planning;

namespace OpenSocialMap.Server.Sql;

/// <summary>Errors about the value of an argument: the right type, but a value that can't be used.</summary>
internal static class InputError
{
    public static GraphQLException At(StatementCompiler compiler, PlannedField field, Input? input, string message, string code = ErrorCodes.BadInput, string? hint = null) =>
        new(Of(compiler, field, input, message, code, hint));

    /// <summary>The argument is larger than a published limit.</summary>
    public static GraphQLException At(StatementCompiler compiler, PlannedField field, Input input, ExceededLimit limit, string message, string hint) =>
        new(Of(compiler, field, input, message, ErrorCodes.Limit, hint) with { Limit = limit });

    public static GraphQLError Of(StatementCompiler compiler, PlannedField field, Input? input, string message, string code, string? hint = null)
    {
        var span = input?.Node?.Span ?? field.Node.Span;
        return new GraphQLError(message, code) { Locations = [compiler.Document.LocationOf(span.Start)], Path = field.Path, Hint = hint };
    }
}
