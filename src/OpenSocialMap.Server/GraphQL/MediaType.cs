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
    public static MediaType? Best(IList<MediaTypeHeaderValue> accepted)
    {
        var unwanted = accepted.Where(type => type.Quality is 0).Select(Named).ToList();
        MediaType? any = unwanted.Contains(Json) ? unwanted.Contains(GraphQL) ? null : GraphQL : Json;
        return accepted.Where(type => type.Quality is not 0 && IsUtf8(type)).OrderByDescending(type => type.Quality ?? 1)
            .Select(type => Named(type) ?? (IsAny(type) ? any : null)).FirstOrDefault(match => match is not null);
    }

    /// <summary>Null for any other type, also for one that takes in these two.</summary>
    public static MediaType? Named(MediaTypeHeaderValue type) =>
        type.MediaType.Equals("application/graphql-response+json", StringComparison.OrdinalIgnoreCase) ? GraphQL
        : type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) ? Json
        : null;

    private static bool IsAny(MediaTypeHeaderValue type) => type.MatchesAllTypes || type.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a media type, from either side, leaves room for UTF-8, also by the name that many programs give it. https://encoding.spec.whatwg.org/#names-and-labels</summary>
    public static bool IsUtf8(MediaTypeHeaderValue type) => !type.Charset.HasValue
        || HeaderUtilities.RemoveQuotes(type.Charset) is var name && (name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase));

    /// <summary>The status of an answer that holds errors and no data.</summary>
    public int StatusOf(GraphQLError error) => error.Code switch
    {
        ErrorCodes.RateLimited => 429,
        ErrorCodes.Overloaded or ErrorCodes.Timeout => 503,
        ErrorCodes.Internal => 500,
        _ => UsesStatus ? 400 : 200,
    };
}
