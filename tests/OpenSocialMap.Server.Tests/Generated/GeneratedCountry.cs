using System.Globalization;
using System.Text.Json;
using OpenSocialMap.Data;
using OpenSocialMap.Generator;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;
using OpenSocialMap.Server.Tests.Repository;
using OpenSocialMap.Tests.Clients;

namespace OpenSocialMap.Server.Tests.Generated;

/// <summary>Two made-up cities beside Dordrecht, and a server over them.</summary>
public sealed class GeneratedCountry : IAsyncLifetime
{
    private readonly PostgresFixture _postgres;
    private RunningServer _running = null!;
    private readonly Lazy<Task<Dictionary<string, JsonElement>>> _feeds;

    public GeneratedCountry(PostgresFixture postgres) => (_postgres, _feeds) = (postgres, new(FeedsAsync));

    public static CountrySettings Settings => new() { Cities = 2, Scale = 0.3, Day = DateOnly.ParseExact(PostgresFixture.Today, "yyyy-MM-dd", CultureInfo.InvariantCulture) };

    public SocialMapDatabase Database { get; private set; } = null!;

    internal GraphQLClient Client => _running.Client;

    /// <summary>How it went with the promises of the script that reads feeds, by name.</summary>
    internal Task<Dictionary<string, JsonElement>> Feeds => _feeds.Value;

    public async Task InitializeAsync()
    {
        Database = await _postgres.OpenSeededAsync();
        await Country.WriteAsync(Database, Settings, _ => { }, default);
        _running = await RunningServer.StartAsync(Database, settings => settings with { PublicUrl = null });
    }

    public async Task DisposeAsync()
    {
        await _running.DisposeAsync();
        await Database.DisposeAsync();
    }

    private async Task<Dictionary<string, JsonElement>> FeedsAsync() =>
        (await Node.Run("feeds.mjs", [], new Uri(_running.Address, "/graphql").AbsoluteUri, Clone.Root))
            .Select(line => JsonElement.Parse(line))
            .ToDictionary(outcome => outcome.GetProperty("name").GetString()!);
}
