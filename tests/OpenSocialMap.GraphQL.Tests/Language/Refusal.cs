using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Tests.Language;

/// <summary>The one error that a text is refused with.</summary>
internal static class Refusal
{
    public static GraphQLError Of(string text, ParserLimits? limits = null) => Of(new Source(text), limits);

    public static GraphQLError Of(Source source, ParserLimits? limits = null) =>
        Assert.Single(Assert.Throws<GraphQLException>(() => Parser.Parse(source, limits)).Errors);

    /// <summary>The sentence without the excerpt below it, and the place: "Expected Name, found "}". (1:3)".</summary>
    public static string InShort(string text)
    {
        var error = Of(text);
        Assert.Equal(ErrorCodes.Syntax, error.Code);
        var location = Assert.Single(error.Locations);
        var excerpt = error.Message.IndexOf($"\nGraphQL request:{location.Line}:{location.Column}\n", StringComparison.Ordinal);
        return $"{error.Message[..excerpt]} ({location.Line}:{location.Column})";
    }
}
