using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using OpenSocialMap.Data;
using OpenSocialMap.Server.Catalogue;
using OpenSocialMap.Server.Features;
using OpenSocialMap.Server.Feeds;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Ide;
using OpenSocialMap.Server.Pages;
using OpenSocialMap.Server.Records;
using OpenSocialMap.Server.Representations;
using OpenSocialMap.Server.Schedules;
using OpenSocialMap.Server.Telemetry;
using OpenSocialMap.Server.Tiles;
using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.Hosting;

/// <summary>The web server on top of an open database: its services, what each request passes through, and its routes.</summary>
public static class SocialMapServer
{
    /// <summary>All that needs no database yet.</summary>
    public static WebApplicationBuilder Prepare(ServerSettings settings, ILoggerFactory logs)
    {
        // Nothing is set in files, and who logs is known, so a builder that watches the first and makes the second is of no use.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseUrls(settings.Urls).ConfigureKestrel(Guard);
        builder.Services
            .AddRoutingCore()
            .AddSingleton(logs)
            .AddSingleton(settings)
            .Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10))
            .AddProblemDetails()
            .AddExceptionHandler<UnexpectedFailure>()
            .AddCors(AllowEveryOrigin)
            .AddResponseCompression(CompressPages)
            .AddHostedService<SignalListener>()
            .AddHostedService<AgendaService>()
            .AddHostedService<OpenTelemetryExport>()
            .AddSingleton<Instruments>()
            .AddSingleton<RequestTelemetry>()
            .AddSingleton<Inquiries>()
            .AddSingleton<Validators>()
            .AddHealth();
        CatalogueRoutes.Add(builder.Services);
        builder.Services.AddTraffic(settings.Traffic, settings.Database.ReaderPoolSize).AddGraphQL(Contract.Load(settings));
        return builder;
    }

    public static WebApplication Build(WebApplicationBuilder prepared, SocialMapDatabase database)
    {
        prepared.Services.AddSingleton(database);
        var app = prepared.Build();
        app.UseHttpSpans();
        app.UseForwardedHeaders();
        app.UseResponseHeaders();
        app.UseCors();
        app.UseGraphQL("/graphql");
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRouting();
        app.UseResponseCompression();
        app.UseSocialMapFiles();
        app.MapHealth();
        app.MapGraphQLPages("/graphql");
        RecordRoutes.Map(app);
        FeatureRoutes.Map(app);
        FeedRoutes.Map(app);
        TileRoutes.Map(app);
        ScheduleRoutes.Map(app);
        CatalogueRoutes.Map(app);
        app.MapIde();
        app.MapLandingPage();
        app.MapLimitsPage();
        AnnounceLifetime(app);
        return app;
    }

    static void Guard(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestLineSize = TrafficSettings.LongestRequestLine;
        kestrel.Limits.MaxRequestHeadersTotalSize = TrafficSettings.LongestHeaders;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(TrafficSettings.SlowestBody, gracePeriod: TimeSpan.FromSeconds(10));
    }

    // Open data: any site may ask, with any header, and read the headers that explain an answer.
    static void AllowEveryOrigin(CorsOptions cors) => cors.AddDefaultPolicy(policy => policy
        .AllowAnyOrigin()
        .AllowAnyHeader()
        .WithMethods("GET", "HEAD", "POST", "OPTIONS")
        .WithExposedHeaders("Server-Timing", "Retry-After", "ETag", "Age", "Warning", "RateLimit", "RateLimit-Policy")
        .SetPreflightMaxAge(TimeSpan.FromHours(2)));

    // Pages hold no secret that compression could betray; answers of /graphql decide for themselves.
    static void CompressPages(ResponseCompressionOptions compression)
    {
        compression.EnableForHttps = true;
        compression.MimeTypes =
        [
            "text/html", "text/plain", "text/css", "text/javascript", "image/svg+xml",
            "application/json", "application/geo+json", "application/vnd.oai.openapi+json", "application/vnd.mapbox-vector-tile",
            "text/calendar", "application/atom+xml", "application/ld+json",
            "text/csv", "application/vnd.sdmx.data+csv", "application/csvm+json", "text/markdown", "text/turtle",
        ];
    }

    static void AnnounceLifetime(WebApplication app)
    {
        var settings = app.Services.GetRequiredService<ServerSettings>();
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SocialMapServer));
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
            var home = settings.PublicUrl ?? Reachable(addresses.First());
            Log.Ready(logger, home, new Uri(home, "graphql"));
            // What only the start needed would stay for as long as requests, which allocate little, take to fill the heap.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        });
        app.Lifetime.ApplicationStopping.Register(() => Log.Stopping(logger));
    }

    // "Any address of this machine" is where a server listens, not where a browser can go.
    static Uri Reachable(string address)
    {
        var listening = BindingAddress.Parse(address);
        var host = listening.Host is "0.0.0.0" or "[::]" or "+" or "*" ? "localhost" : listening.Host;
        return new UriBuilder(listening.Scheme, host, listening.Port).Uri;
    }
}
