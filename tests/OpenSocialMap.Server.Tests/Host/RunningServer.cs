using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenSocialMap.Data;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Subscriptions;

namespace OpenSocialMap.Server.Tests.Host;

/// <summary>The server on a free port of this machine, as a program would meet it.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningServer(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Http = new HttpClient { BaseAddress = Address };
        Client = new GraphQLClient(Http);
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public GraphQLClient Client { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="change">Makes the settings other than the usual ones.</param>
    public static async Task<RunningServer> StartAsync(SocialMapDatabase database, Func<ServerSettings, ServerSettings>? change = null, ILoggerFactory? logs = null)
    {
        var settings = new ServerSettings { Urls = "http://127.0.0.1:0", PublicUrl = new Uri("https://socialekaart.example/"), Database = new() { DataFolder = "/dev/null", ReaderPoolSize = 2 } };
        if (change is not null)
            settings = change(settings);
        var app = SocialMapServer.Build(SocialMapServer.Prepare(settings, logs ?? NullLoggerFactory.Instance), database);
        await app.StartAsync();
        return new RunningServer(app);
    }

    /// <summary>Has it stop as it does when the operating system asks it to.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
