using Microsoft.Net.Http.Headers;

namespace OpenSocialMap.Server.Feeds;

/// <summary>A form in which an agenda can be had: a calendar, a feed, data for search engines, points for maps, or a page to read.</summary>
/// <param name="Extension">What the plain address ends with.</param>
/// <param name="MediaType">What a client that takes this one says in Accept.</param>
/// <param name="Most">At most this many occurrences in one answer.</param>
internal sealed record FeedFormat(string Extension, string MediaType, int Most)
{
    private const int WholeFeed = 10_000;

    /// <summary>In the order of preference when a client takes several alike.</summary>
    public static readonly IReadOnlyList<FeedFormat> All =
    [
        new("html", "text/html", 200),
        new("ics", "text/calendar", WholeFeed),
        new("atom", "application/atom+xml", 100),
        new("jsonld", "application/ld+json", WholeFeed),
        new("geojson", "application/geo+json", 1000),
    ];

    public static readonly FeedFormat Html = Of("html")!;
    public static readonly FeedFormat ICalendar = Of("ics")!;
    public static readonly FeedFormat Atom = Of("atom")!;
    public static readonly FeedFormat JsonLd = Of("jsonld")!;
    public static readonly FeedFormat GeoJson = Of("geojson")!;

    public string ContentType => $"{MediaType}; charset=utf-8";

    /// <summary>A series is told as one thing, so all its times have to be at hand; and a calendar of which a part is missing would mislead.</summary>
    public bool IsWhole => Most == WholeFeed;

    public static FeedFormat? Of(string extension) => All.FirstOrDefault(format => format.Extension == extension);

    /// <summary>The format that a client likes best of those that it takes; null when it takes none. https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1</summary>
    public static FeedFormat? Accepted(IList<string> accept)
    {
        if (!MediaTypeHeaderValue.TryParseList(accept, out var taken) || taken.Count == 0)
            return Html;
        return All.Select(format => (Format: format, Quality: format.Quality(taken))).Where(choice => choice.Quality > 0)
            .OrderByDescending(choice => choice.Quality).Select(choice => choice.Format).FirstOrDefault();
    }

    /// <summary>The most specific range that covers this format decides.</summary>
    private double Quality(IList<MediaTypeHeaderValue> taken)
    {
        var (type, subtype) = (MediaType.Split('/')[0], MediaType.Split('/')[1]);
        var range = taken.FirstOrDefault(range => range.Type == type && range.SubType == subtype)
            ?? taken.FirstOrDefault(range => range.Type == type && range.MatchesAllSubTypes)
            ?? taken.FirstOrDefault(range => range.MatchesAllTypes);
        return range is null ? 0 : range.Quality ?? 1;
    }
}
