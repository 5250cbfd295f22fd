using Microsoft.Net.Http.Headers;
using OpenSocialMap.GraphQL;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>The two media types of GraphQL answers, and the HTTP status that each gives to an error.</summary>
/// <param name="ContentType">What goes into the header.</param>
/// <param name="UsesStatus">Whether errors in the document change the status; older clients of application/json expect 200.</param>
internal sealed record MediaType(string ContentType, bool UsesStatus)
{
    public static readonly MediaType GraphQL = new("application/graphql-response+json; charset=utf-8", UsesStatus: true);
    public static readonly MediaType Json = new("application/json; charset=utf-8", UsesStatus: false);

    /// <summary>The one of these two that the client likes best; null when it takes neither. A client that names none is an older one.</summary>
    public static MediaType? Best(IEnumerable<MediaTypeHeaderValue> accepted) =>
        accepted.OrderByDescending(type => type.Quality ?? 1).Where(type => type.Quality is not 0).Select(Match).FirstOrDefault(match => match is not null);

    private static MediaType? Match(MediaTypeHeaderValue type)
    {
        if (!IsUtf8(type))
            return null;
        if (type.MediaType.Equals("application/graphql-response+json", StringComparison.OrdinalIgnoreCase))
            return GraphQL;
        return type.MatchesAllTypes || type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.MediaType.Equals("application/*", StringComparison.Ordinal)
            ? Json
            : null;
    }

    /// <summary>Whether a media type, from either side, leaves room for UTF-8.</summary>
    public static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    /// <summary>The status of an answer that holds errors and no data.</summary>
    public int StatusOf(GraphQLError error) => error.Code switch
    {
        ErrorCodes.RateLimited => 429,
        ErrorCodes.Overloaded or ErrorCodes.Timeout => 503,
        ErrorCodes.Internal => 500,
        _ => UsesStatus ? 400 : 200,
    };
}
