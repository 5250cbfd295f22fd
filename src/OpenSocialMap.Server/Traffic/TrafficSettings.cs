using System.Globalization;
using System.Net;
using OpenSocialMap.Server.Hosting;

namespace OpenSocialMap.Server.Traffic;

/// <summary>How much one client, and all together, may ask at a time and in a minute.</summary>
public sealed record TrafficSettings
{
    /// <summary>What a client may spend in a minute: each request one point, and what its operation costs. <c>OPENSOCIALMAP_RATE_ANONYMOUS</c>; 0 is no limit.</summary>
    public int AnonymousRate { get; init; } = 600_000;

    /// <summary>The same for a client with a key: <c>OPENSOCIALMAP_RATE_REGISTERED</c>; 0 is no limit.</summary>
    public int RegisteredRate { get; init; } = 6_000_000;

    /// <summary>Keys of registered clients with their names: <c>OPENSOCIALMAP_CLIENT_KEYS</c>, as <c>name=key</c> with a comma between.</summary>
    public IReadOnlyDictionary<string, string> ClientNamesByKey { get; init; } = new Dictionary<string, string>();

    /// <summary>How many operations of one client may wait for the database; one more is refused with 429. <c>OPENSOCIALMAP_QUEUE_CLIENT</c></summary>
    public int ClientQueue { get; init; } = 50;

    /// <summary>How many operations may wait in all; one more is refused with 503. <c>OPENSOCIALMAP_QUEUE</c></summary>
    public int Queue { get; init; } = 200;

    /// <summary>How long one may wait before it is refused with 503: <c>OPENSOCIALMAP_QUEUE_SECONDS</c>.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How much memory long request bodies may take together while they arrive; one more is refused with 503. <c>OPENSOCIALMAP_RECEIVING_MB</c></summary>
    public int ReceivingMegabytes { get; init; } = 64;

    /// <summary>
    /// Networks of the proxies before this server, whose word on a visitor's address is taken (<c>X-Forwarded-For</c>):
    /// <c>OPENSOCIALMAP_TRUSTED_PROXIES</c>, such as <c>10.0.0.0/8,192.0.2.7/32</c>. A proxy on this machine always is.
    /// </summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>How many bytes of a body have to come in a second, on the average, once it takes long; slower is 408.</summary>
    public const int SlowestBody = 4 * 1024;

    /// <summary>How many bytes the first line of a request may have: its method, its address with the query, its version; longer is 414.</summary>
    public const int LongestRequestLine = 8 * 1024;

    /// <summary>How many bytes the headers of a request may have together; more is 431.</summary>
    public const int LongestHeaders = 32 * 1024;

    public static TrafficSettings Read(IConfiguration configuration)
    {
        var defaults = new TrafficSettings();
        return new TrafficSettings
        {
            AnonymousRate = Number(configuration, "OPENSOCIALMAP_RATE_ANONYMOUS", defaults.AnonymousRate),
            RegisteredRate = Number(configuration, "OPENSOCIALMAP_RATE_REGISTERED", defaults.RegisteredRate),
            ClientNamesByKey = List(configuration, "OPENSOCIALMAP_CLIENT_KEYS").Select(NameAndKey).ToDictionary(pair => pair.Key, pair => pair.Name),
            ClientQueue = Number(configuration, "OPENSOCIALMAP_QUEUE_CLIENT", defaults.ClientQueue),
            Queue = Number(configuration, "OPENSOCIALMAP_QUEUE", defaults.Queue),
            Patience = TimeSpan.FromSeconds(Number(configuration, "OPENSOCIALMAP_QUEUE_SECONDS", (int)defaults.Patience.TotalSeconds)),
            ReceivingMegabytes = Number(configuration, "OPENSOCIALMAP_RECEIVING_MB", defaults.ReceivingMegabytes),
            TrustedProxies = [.. List(configuration, "OPENSOCIALMAP_TRUSTED_PROXIES").Select(Network)],
        };
    }

    /// <exception cref="StartupException">The variable is set to something that is no whole number.</exception>
    public static int Number(IConfiguration configuration, string name, int otherwise) => configuration[name] is not { } text
        ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new StartupException($"{name} is '{text}'; it has to be a whole number, 0 or more.");

    private static string[] List(IConfiguration configuration, string name) =>
        (configuration[name] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // The key itself is a secret and stays out of the message.
    private static (string Name, string Key) NameAndKey(string entry) => entry.Split('=', 2) is [{ Length: > 0 } name, { Length: >= 16 } key]
        ? (name, key)
        : throw new StartupException($"OPENSOCIALMAP_CLIENT_KEYS has an entry '{entry.Split('=')[0]}' that is not name=key with a key of 16 characters or more.");

    private static IPNetwork Network(string text) => IPNetwork.TryParse(text, out var network)
        ? network
        : throw new StartupException($"OPENSOCIALMAP_TRUSTED_PROXIES has '{text}'; it has to be a network such as 10.0.0.0/8.");

    // A record prints all its properties; keys are secrets.
    public override string ToString() => $"{nameof(TrafficSettings)} {{ AnonymousRate = {AnonymousRate}, RegisteredRate = {RegisteredRate} }}";
}
