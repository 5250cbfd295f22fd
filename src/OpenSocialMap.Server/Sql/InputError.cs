using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Planning;

namespace OpenSocialMap.Server.Sql;

/// <summary>Errors about the value of an argument: the right type, but a value that can't be used.</summary>
internal static class InputError
{
    public static GraphQLException At(StatementCompiler compiler, PlannedField field, Input? input, string message, string code = ErrorCodes.BadInput, string? hint = null) =>
        new(Of(compiler, field, input, message, code, hint));

    public static GraphQLError Of(StatementCompiler compiler, PlannedField field, Input? input, string message, string code, string? hint = null)
    {
        var span = input?.Node?.Span ?? field.Node.Span;
        return new GraphQLError(message, code) { Locations = [compiler.Document.LocationOf(span.Start)], Path = field.Path, Hint = hint };
    }
}
