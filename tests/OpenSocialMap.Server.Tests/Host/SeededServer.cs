using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenSocialMap.Data;
using OpenSocialMap.Server.Hosting;

namespace OpenSocialMap.Server.Tests.Host;

/// <summary>The server itself on a free port, over a database with Dordrecht in it.</summary>
public sealed class SeededServer : IAsyncLifetime
{
    private SocialMapDatabase _database = null!;
    private WebApplication _app = null!;
    private HttpClient _http = null!;

    internal GraphQLClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var settings = new ServerSettings
        {
            Urls = "http://127.0.0.1:0",
            Database = new() { ConnectionString = "Host=127.0.0.1;Port=5491;Username=owner;Password=x;Database=" + (Environment.GetEnvironmentVariable("SCRATCH_DB") ?? "seeded"), DataFolder = "/nowhere" },
        };
        var logs = LoggerFactory.Create(l => l.AddConsole().SetMinimumLevel(LogLevel.Error));
        _database = await SocialMapDatabase.OpenAsync(settings.Database, logs, default);
        _app = SocialMapServer.Build(settings, _database, logs);
        await _app.StartAsync();
        var address = _app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        _http = new HttpClient { BaseAddress = new Uri(address) };
        Client = new GraphQLClient(_http);
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }
}
