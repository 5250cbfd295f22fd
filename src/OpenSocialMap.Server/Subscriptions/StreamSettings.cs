using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>The limits of sockets and event streams. How many there may be is set from outside; the times are what clients expect.</summary>
public sealed record StreamSettings
{
    /// <summary>How many may be open in all; one more is refused with 503. <c>OPENSOCIALMAP_STREAMS</c></summary>
    public int Total { get; init; } = 10_000;

    /// <summary>How many one client may have open; one more is refused with 429. <c>OPENSOCIALMAP_STREAMS_CLIENT</c></summary>
    public int PerClient { get; init; } = 100;

    /// <summary>How long a socket may take to say <c>connection_init</c>.</summary>
    public TimeSpan Initialisation { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>After this silence of the client a socket is pinged.</summary>
    public TimeSpan PingAfter { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>How long the answer to a ping may take.</summary>
    public TimeSpan PongWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After this silence of ours an event stream gets a comment, so that proxies and phones keep it open.</summary>
    public TimeSpan CommentAfter { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>How long one message may be under way, in either direction.</summary>
    public TimeSpan Message { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a client may take to answer that the socket closes.</summary>
    public TimeSpan Closing { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Live queries are run at most once in this time.</summary>
    public TimeSpan LivePause { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How many bytes a message of a client may have, and the text and variables of an operation that stays open.</summary>
    public const int MaxMessageBytes = 64 * 1024;

    /// <summary>How much memory the operations that are open at this server may take, each document counted as the tree that it becomes.</summary>
    public const long MaxOpenBytes = 256L * 1024 * 1024;

    /// <summary>The same for one client.</summary>
    public const long MaxOpenBytesOfClient = 32L * 1024 * 1024;

    /// <summary>How many characters the id may have that a client gives an operation on its socket.</summary>
    public const int MaxIdLength = 128;

    /// <summary>How many operations may be under way on one socket.</summary>
    public const int MaxOperations = 20;

    public static StreamSettings Read(IConfiguration configuration)
    {
        var defaults = new StreamSettings();
        return new StreamSettings
        {
            Total = TrafficSettings.Number(configuration, "OPENSOCIALMAP_STREAMS", defaults.Total),
            PerClient = TrafficSettings.Number(configuration, "OPENSOCIALMAP_STREAMS_CLIENT", defaults.PerClient),
        };
    }
}
