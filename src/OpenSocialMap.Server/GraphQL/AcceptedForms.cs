using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>In which forms a client takes its answer, by its <c>Accept</c> header.</summary>
/// <param name="Media">For one answer; null when it takes none of our types.</param>
/// <param name="Stream">Whether it takes an event stream, whatever else it takes.</param>
/// <param name="Page">Whether it names a page, and none of our types before it.</param>
internal sealed record AcceptedForms(MediaType? Media, bool Stream, bool Page)
{
    private const int MaxRemembered = 200;
    private static readonly AcceptedForms Unsaid = new(MediaType.Json, Stream: false, Page: false);
    private static readonly ConcurrentDictionary<string, AcceptedForms> Negotiated = new(StringComparer.Ordinal);

    public static AcceptedForms Of(HttpRequest request)
    {
        var header = request.Headers.Accept;
        if (header.Count == 0 || header is [""])
            return Unsaid;
        if (header is [{ } only] && Negotiated.TryGetValue(only, out var known))
            return known;
        var forms = Negotiate(header);
        // Clients send a handful of different headers; whoever makes up new ones gets no room for them.
        if (header is [{ Length: < 500 } one] && Negotiated.Count < MaxRemembered)
            Negotiated.TryAdd(one, forms);
        return forms;
    }

    private static AcceptedForms Negotiate(StringValues header)
    {
        if (!MediaTypeHeaderValue.TryParseList(header, out var types))
            return new AcceptedForms(null, Stream: false, Page: false);
        var page = Quality(types, type => Is(type, "text/html"));
        return new AcceptedForms(
            MediaType.Best(types),
            Stream: Quality(types, type => Is(type, "text/event-stream")) > 0,
            Page: page > 0 && page >= Quality(types, type => MediaType.Named(type) is not null));
    }

    private static bool Is(MediaTypeHeaderValue type, string name) => type.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>How much the client likes those of the types that it named; 0 when it named none.</summary>
    private static double Quality(IList<MediaTypeHeaderValue> types, Func<MediaTypeHeaderValue, bool> which) =>
        types.Where(which).Select(type => type.Quality ?? 1).DefaultIfEmpty(0).Max();
}
