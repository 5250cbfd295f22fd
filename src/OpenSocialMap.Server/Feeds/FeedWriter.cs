using System.Text.Json;

namespace OpenSocialMap.Server.Feeds;

/// <summary>Tells an agenda in one format, item by item; what it has written is sent and forgotten after each page, so that no agenda is ever in memory as a whole.</summary>
internal abstract class FeedWriter(Feed feed) : IDisposable
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { Converters = { new WallClockConverter() } };

    protected Feed Feed => feed;

    protected FeedWords Words => feed.Words;

    /// <summary>What has been written since it was last sent.</summary>
    public MemoryStream Output { get; } = new();

    public static FeedWriter Of(FeedFormat format, Feed feed) => format.Extension switch
    {
        "ics" => new ICalendarFeed(feed),
        "atom" => new AtomFeed(feed),
        "jsonld" => new JsonLdFeed(feed),
        "geojson" => new GeoJsonFeed(feed),
        _ => new HtmlFeed(feed),
    };

    public static FeedActivity ReadActivity(JsonElement json) => json.Deserialize<FeedActivity>(Reading)!;

    protected static FeedOccurrence ReadOccurrence(JsonElement json) => json.Deserialize<FeedOccurrence>(Reading)!;

    public string Next(FeedFormat format, string cursor) => feed.Next(format, cursor);

    public abstract void Begin();

    public abstract void Write(JsonElement occurrence);

    public virtual void WriteUndated(IReadOnlyList<FeedActivity> activities)
    {
    }

    /// <param name="next">Where it goes on; null when this was all.</param>
    public abstract void End(string? next);

    /// <summary>Puts what is still in the hands of a writer into the output.</summary>
    public abstract void Flush();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Output.Dispose();
}
