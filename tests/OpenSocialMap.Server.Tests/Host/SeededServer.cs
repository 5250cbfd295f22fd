using OpenSocialMap.Data;
using OpenSocialMap.Server.Sql;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Statements;

namespace OpenSocialMap.Server.Tests.Host;

/// <summary>The server itself on a free port, over a database of its own with Dordrecht in it.</summary>
public sealed class SeededServer(PostgresFixture postgres) : IAsyncLifetime
{
    private RunningServer _running = null!;
    private readonly Lazy<Compiling> _compiling = new();

    public SocialMapDatabase Database { get; private set; } = null!;

    /// <summary>The statement that an operation becomes.</summary>
    internal Statement Compile(string query, string variables) => _compiling.Value.Compile(query, variables);

    internal HttpClient Http => _running.Http;

    internal GraphQLClient Client => _running.Client;

    internal IServiceProvider Services => _running.Services;

    public async Task InitializeAsync()
    {
        Database = await postgres.OpenSeededAsync();
        _running = await RunningServer.StartAsync(Database);
    }

    public async Task DisposeAsync()
    {
        await _running.DisposeAsync();
        await Database.DisposeAsync();
    }
}
