using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Limits;

namespace OpenSocialMap.GraphQL;

/// <summary>What the client did wrong, as the response will say it: never an exception's text, never the database's.</summary>
/// <param name="Message">What is wrong and how to mend it, in plain English.</param>
/// <param name="Code">One of <see cref="ErrorCodes"/>; leaves as <c>extensions.code</c>.</param>
public sealed record GraphQLError(string Message, string Code)
{
    /// <summary>Where in the document, when the document is at fault.</summary>
    public IReadOnlyList<Location> Locations { get; init; } = [];

    /// <summary>Where in the response: response keys (string) and list positions (int), when a field is at fault.</summary>
    public IReadOnlyList<object> Path { get; init; } = [];

    /// <summary>How to mend it, when a sentence more helps; leaves as <c>extensions.hint</c>.</summary>
    public string? Hint { get; init; }

    /// <summary>The limit that was exceeded, when one was; leaves as <c>extensions.limit</c>, <c>value</c> and <c>maximum</c>.</summary>
    public ExceededLimit? Limit { get; init; }

    public static GraphQLError At(Source source, Node node, string code, string message) =>
        new(message, code) { Locations = [source.LocationOf(node.Span.Start)] };
}

/// <summary>Carries one or more client errors out of a stage that can't go on.</summary>
public sealed class GraphQLException(IReadOnlyList<GraphQLError> errors) : Exception(errors[0].Message)
{
    public GraphQLException(GraphQLError error) : this([error]) { }

    public IReadOnlyList<GraphQLError> Errors { get; } = errors;
}
