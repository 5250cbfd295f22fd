using OpenSocialMap.Data.Signals;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Subscriptions;
using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.Limits;

/// <summary>The numbers of the running server that rule how clients share it: rates, queues, streams and caches.</summary>
public sealed record PublishedTraffic(
    IReadOnlyList<PublishedSetting> Rates, IReadOnlyList<PublishedSetting> Queues, IReadOnlyList<PublishedSetting> Streams, IReadOnlyList<PublishedSetting> Caches)
{
    private const double Megabyte = 1024 * 1024;

    /// <summary>What the reader's role has as <c>statement_timeout</c>: <c>Data/Roles/settings.sql</c>.</summary>
    public static readonly TimeSpan StatementTimeout = TimeSpan.FromSeconds(3);

    public static PublishedTraffic Of(ServerSettings settings) => new(
        [
            new(settings.Traffic.AnonymousRate, "points a minute", "For a client without a key. Beyond: 429.", "OPENSOCIALMAP_RATE_ANONYMOUS", ZeroIsNone: true),
            new(settings.Traffic.RegisteredRate, "points a minute", "For a client with a key. Beyond: 429.", "OPENSOCIALMAP_RATE_REGISTERED", ZeroIsNone: true),
        ],
        [
            new(settings.Traffic.ClientQueue, "operations", "Of one client, waiting for the database. Beyond: 429.", "OPENSOCIALMAP_QUEUE_CLIENT"),
            new(settings.Traffic.Queue, "operations", "Of all clients together, waiting for the database. Beyond: 503.", "OPENSOCIALMAP_QUEUE"),
            new(settings.Traffic.Patience.TotalSeconds, "seconds", "As long as one may wait. Beyond: 503.", "OPENSOCIALMAP_QUEUE_SECONDS"),
            new(settings.Traffic.ReceivingMegabytes, "megabytes", "Of bodies that are longer than 32 kB and still on their way, of all clients together. Beyond: 503.", "OPENSOCIALMAP_RECEIVING_MB"),
            new(TrafficSettings.LongestRequestLine, "bytes", "Of a request's first line, which has its address. Beyond: 414 and no body. What is too long for an address goes by POST."),
            new(TrafficSettings.LongestHeaders, "bytes", "Of a request's headers together. Beyond: 431 and no body."),
            new(TrafficSettings.SlowestBody, "bytes a second", "As slowly as a body may come, after ten seconds. Slower: 408."),
            new(StatementTimeout.TotalSeconds, "seconds", "As long as the database may work on one operation. Beyond: the error TIMEOUT."),
        ],
        [
            new(settings.Streams.Total, "streams", "WebSockets and event streams of all clients together. Beyond: 503.", "OPENSOCIALMAP_STREAMS"),
            new(settings.Streams.PerClient, "streams", "Of one client. Beyond: 429.", "OPENSOCIALMAP_STREAMS_CLIENT"),
            new(StreamSettings.MaxMessageBytes, "bytes", "Of a client's message on a WebSocket. Beyond: the socket is closed with 1009."),
            new(StreamSettings.MaxIdLength, "characters", "Of the id of an operation on a WebSocket. Beyond: the socket is closed with 4400."),
            new(StreamSettings.MaxOpenBytes / Megabyte, "megabytes", "Of all different operations that stay open, with 80 bytes counted for each byte of a document. Beyond: 503."),
            new(StreamSettings.MaxOpenBytesOfClient / Megabyte, "megabytes", "Likewise of one client. Beyond: 429."),
            new(Outbox.MaxMessages, "messages", "Waiting for a client that reads slowly. Beyond: the stream is cut."),
            new(Outbox.MaxBytes, "bytes", "Likewise."),
            new(settings.Streams.Message.TotalSeconds, "seconds", "As long as one message may be under way. Beyond: the stream is cut."),
            new(settings.Streams.Initialisation.TotalSeconds, "seconds", "Until a WebSocket says connection_init. Beyond: it is closed with 4408."),
            new(settings.Streams.PingAfter.TotalSeconds, "seconds", "Of a client's silence, then its WebSocket is pinged."),
            new(settings.Streams.PongWithin.TotalSeconds, "seconds", "To answer a ping. Beyond: the socket is closed with 4499."),
            new(settings.Streams.CommentAfter.TotalSeconds, "seconds", "Without an event, then an event stream gets a comment, so that proxies keep it open."),
            new(settings.Streams.LivePause.TotalMilliseconds, "milliseconds", "Between two answers of a live query, at least."),
        ],
        [
            new(DataVersion.Bound.TotalSeconds, "seconds", "After a change, an answer of before may still be given, at worst; usually it is far less."),
            new(settings.SharedCacheSeconds, "seconds", "A cache before this server may answer a GET without asking (s-maxage).", "OPENSOCIALMAP_SHARED_CACHE_SECONDS"),
            new(settings.CacheMegabytes, "megabytes", "Of answers that this server keeps in memory; 0 keeps none.", "OPENSOCIALMAP_CACHE_MB"),
            new(settings.PlanMegabytes, "megabytes", "Of documents, and the statements that they became, that this server keeps in memory; 0 keeps none.", "OPENSOCIALMAP_PLANS_MB"),
        ]);
}
