using System.Globalization;
using OpenSocialMap.Data;
using OpenSocialMap.Server.Catalogue;
using OpenSocialMap.Server.Limits;
using OpenSocialMap.Server.Subscriptions;
using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.Hosting;

/// <summary>What can be set from outside, all of it by environment variables, each with a default that works.</summary>
public sealed record ServerSettings
{
    /// <summary>Where the server listens: <c>OPENSOCIALMAP_URLS</c>, else <c>ASPNETCORE_URLS</c>, else <c>PORT</c> on this machine alone.</summary>
    public required string Urls { get; init; }

    /// <summary><c>OPENSOCIALMAP_PUBLIC_URL</c>: the address by which the world knows this server, when a proxy stands before it.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary><c>OPENSOCIALMAP_CACHE_MB</c>: how much memory kept answers may take; 0 keeps none.</summary>
    public int CacheMegabytes { get; init; } = 32;

    /// <summary><c>OPENSOCIALMAP_PLANS_MB</c>: how much memory documents and the statements that they became may take; 0 keeps none.</summary>
    public int PlanMegabytes { get; init; } = 128;

    /// <summary><c>OPENSOCIALMAP_SHARED_CACHE_SECONDS</c>: how long a cache before this server may answer a GET without asking whether the answer still holds.</summary>
    public int SharedCacheSeconds { get; init; } = 5;

    /// <summary><c>OPENSOCIALMAP_DOCUMENTS</c>: <c>any</c> document may be run, or <c>trusted</c> ones only.</summary>
    public bool TrustedDocumentsOnly { get; init; }

    /// <summary><c>OPENSOCIALMAP_TRUSTED_DOCUMENTS</c>: a folder or a manifest with trusted documents besides the server's own.</summary>
    public string? TrustedDocuments { get; init; }

    /// <summary><c>OPENSOCIALMAP_LIMIT_…</c>: how much a request may ask. <c>/limits</c> lists them.</summary>
    public LimitSettings Limits { get; init; } = new();

    /// <summary><c>OPENSOCIALMAP_RATE_…</c>, <c>OPENSOCIALMAP_QUEUE_…</c>: how much clients may ask at a time and in a minute.</summary>
    public TrafficSettings Traffic { get; init; } = new();

    public StreamSettings Streams { get; init; } = new();

    /// <summary><c>OPENSOCIALMAP_KEEPER</c> and <c>OPENSOCIALMAP_CONTACT</c>: who publishes here.</summary>
    public KeeperSettings Keeper { get; init; } = new();

    /// <summary><c>ConnectionStrings__SocialMap</c>, <c>ConnectionStrings__SocialMapReader</c> and <c>OPENSOCIALMAP_DATA</c>.</summary>
    public required SocialMapDatabaseOptions Database { get; init; }

    public static ServerSettings Read(IConfiguration configuration) => new()
    {
        Urls = configuration["OPENSOCIALMAP_URLS"] ?? configuration["ASPNETCORE_URLS"] ?? $"http://127.0.0.1:{ReadPort(configuration["PORT"])}",
        PublicUrl = ReadPublicUrl(configuration["OPENSOCIALMAP_PUBLIC_URL"]),
        CacheMegabytes = TrafficSettings.Number(configuration, "OPENSOCIALMAP_CACHE_MB", otherwise: 32),
        PlanMegabytes = TrafficSettings.Number(configuration, "OPENSOCIALMAP_PLANS_MB", otherwise: 128),
        SharedCacheSeconds = TrafficSettings.Number(configuration, "OPENSOCIALMAP_SHARED_CACHE_SECONDS", otherwise: 5),
        TrustedDocumentsOnly = ReadTrustedOnly(configuration["OPENSOCIALMAP_DOCUMENTS"]),
        TrustedDocuments = configuration["OPENSOCIALMAP_TRUSTED_DOCUMENTS"],
        Limits = LimitSettings.Read(configuration),
        Traffic = TrafficSettings.Read(configuration),
        Streams = StreamSettings.Read(configuration),
        Keeper = KeeperSettings.Read(configuration),
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

    static bool ReadTrustedOnly(string? text) => text switch
    {
        null or "any" => false,
        "trusted" => true,
        _ => throw new StartupException($"OPENSOCIALMAP_DOCUMENTS is '{text}'; it has to be any or trusted."),
    };

    static Uri? ReadPublicUrl(string? text) => text switch
    {
        null => null,
        _ when Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" => url,
        _ => throw new StartupException($"OPENSOCIALMAP_PUBLIC_URL is '{text}'; it has to be a whole address such as https://socialekaart.example/."),
    };
}
