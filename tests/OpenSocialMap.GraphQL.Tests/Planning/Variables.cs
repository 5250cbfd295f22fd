using System.Text.Json;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Tests.Types;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Tests.Planning;

/// <summary>Reads variables as an operation would that defines them; what the operation then does with them doesn't matter here.</summary>
internal static class Variables
{
    private static readonly Schema Schema = Sdl.Build("""
        scalar Anything
        enum Direction { ASC DESC }
        input Text { eq: String in: [String] contains: String }
        input Where { and: [Where!] or: [Where!] name: Text capacity: Int free: Boolean limit: Int! = 20 sort: Direction tags: [Direction!] }
        input Near { latitude: Float! longitude: Float! within: Int! = 500 unit: Direction = ASC }
        input AreaBy @oneOf { code: String slug: String }
        input Order { name: Direction capacity: Direction }
        type Query { count: Int }
        """);

    public static CoercedVariables Coerce(string definitions, string? json) => Coerce(Define(definitions), json);

    public static CoercedVariables Coerce(string definitions, byte[] json) => Coerce(Define(definitions), JsonDocument.Parse(json).RootElement);

    public static CoercedVariables Coerce(Document document, string? json) =>
        Coerce(document, json is null ? default : JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1000 }).RootElement);

    private static CoercedVariables Coerce(Document document, JsonElement json) =>
        VariableCoercion.Coerce(Schema, document, document.Definitions.OfType<OperationDefinition>().First(), json, VariableLimits.Default);

    private static Document Define(string definitions) => Parser.Parse(new Source($"query ({definitions}) {{ count }}"));

    /// <summary>The value of <c>$v</c>.</summary>
    public static object? Value(string type, string json)
    {
        Assert.True(Coerce($"$v: {type}", json).TryGet("v", out var value));
        return value;
    }

    public static string Shape(string definitions, string? json) => Coerce(definitions, json).Shape;

    public static IReadOnlyList<GraphQLError> Errors(string definitions, string? json) =>
        Assert.Throws<GraphQLException>(() => Coerce(definitions, json)).Errors;

    /// <param name="type">The type of <c>$v</c>.</param>
    /// <param name="json">The variables.</param>
    /// <param name="expected">The messages of all errors, in order.</param>
    public static void AssertErrors(string type, string json, params string[] expected)
    {
        var errors = Errors($"$v: {type}", json);
        Assert.Equal(expected, errors.Select(e => e.Message));
        Assert.All(errors, e => Assert.Equal(ErrorCodes.Variables, e.Code));
        Assert.All(errors, e => Assert.Equal([new(1, 8)], e.Locations));
    }
}
