using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>In which forms a client takes its answer, by its <c>Accept</c> header.</summary>
/// <param name="Media">For one answer; null when it takes none of our types.</param>
/// <param name="Stream">Whether it takes an event stream, whatever else it takes.</param>
internal sealed record AcceptedForms(MediaType? Media, bool Stream)
{
    private const int MaxRemembered = 200;
    private static readonly AcceptedForms Unsaid = new(MediaType.Json, Stream: false);
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

    private static AcceptedForms Negotiate(StringValues header) => MediaTypeHeaderValue.TryParseList(header, out var types)
        ? new AcceptedForms(MediaType.Best(types), types.Any(type => type.MediaType.Equals("text/event-stream", StringComparison.OrdinalIgnoreCase) && type.Quality is not 0))
        : new AcceptedForms(null, Stream: false);
}
