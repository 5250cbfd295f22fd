using System.Globalization;
using OpenSocialMap.Data;
using OpenSocialMap.Server.Subscriptions;

namespace OpenSocialMap.Server.Hosting;

/// <summary>What can be set from outside, all of it by environment variables, each with a default that works.</summary>
public sealed record ServerSettings
{
    /// <summary>Where the server listens: <c>OPENSOCIALMAP_URLS</c>, else <c>ASPNETCORE_URLS</c>, else <c>PORT</c> on this machine alone.</summary>
    public required string Urls { get; init; }

    /// <summary><c>OPENSOCIALMAP_PUBLIC_URL</c>: the address by which the world knows this server, when a proxy stands before it.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary><c>OPENSOCIALMAP_STREAMS</c> and <c>OPENSOCIALMAP_STREAMS_PER_CLIENT</c>: how many sockets and event streams may be open.</summary>
    public StreamSettings Streams { get; init; } = new();

    /// <summary><c>ConnectionStrings__SocialMap</c>, <c>ConnectionStrings__SocialMapReader</c> and <c>OPENSOCIALMAP_DATA</c>.</summary>
    public required SocialMapDatabaseOptions Database { get; init; }

    public static ServerSettings Read(IConfiguration configuration) => new()
    {
        Urls = configuration["OPENSOCIALMAP_URLS"] ?? configuration["ASPNETCORE_URLS"] ?? $"http://127.0.0.1:{ReadPort(configuration["PORT"])}",
        PublicUrl = ReadPublicUrl(configuration["OPENSOCIALMAP_PUBLIC_URL"]),
        Streams = new StreamSettings
        {
            Total = ReadCount(configuration, "OPENSOCIALMAP_STREAMS", 10_000),
            PerClient = ReadCount(configuration, "OPENSOCIALMAP_STREAMS_PER_CLIENT", 100),
        },
        Database = new SocialMapDatabaseOptions
        {
            ConnectionString = configuration.GetConnectionString("SocialMap"),
            ReaderConnectionString = configuration.GetConnectionString("SocialMapReader"),
            DataFolder = Path.GetFullPath(configuration["OPENSOCIALMAP_DATA"] ?? ".data"),
            SeedFolder = Path.Combine(AppContext.BaseDirectory, "seed"),
        },
    };

    static ushort ReadPort(string? text) => text is null
        ? (ushort)5080
        : ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port
            : throw new StartupException($"PORT is '{text}'; it has to be a number from 1 to 65535.");

    static int ReadCount(IConfiguration configuration, string name, int otherwise) => configuration[name] is not { } text
        ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw new StartupException($"{name} is '{text}'; it has to be a whole number, 0 or more.");

    static Uri? ReadPublicUrl(string? text) => text switch
    {
        null => null,
        _ when Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" => url,
        _ => throw new StartupException($"OPENSOCIALMAP_PUBLIC_URL is '{text}'; it has to be a whole address such as https://socialekaart.example/."),
    };
}
