using Npgsql;
using OpenSocialMap.Data;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Statements;

/// <summary>A server over a database of its own whose reading sessions, and no other, write each statement to PostgreSQL's log.</summary>
public sealed class LoggingServer(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly string[] Marks = ["LOG:  execute ", "LOG:  statement: "];
    private RunningServer _running = null!;
    private SocialMapDatabase _database = null!;

    internal GraphQLClient Client => _running.Client;

    internal HttpClient Http => _running.Http;

    /// <summary>How many statements the log has so far, besides those by which the server listens for changes and keeps the agenda.</summary>
    public int Statements => postgres.Log.Count(line => Marks.Any(mark => line.Contains(mark, StringComparison.Ordinal)));

    public async Task InitializeAsync()
    {
        var connection = await postgres.CreateSeededDatabaseAsync();
        _database = await PostgresFixture.OpenAsync(connection, seedFolder: null);
        await _database.Owner.RunAsync(
            $"alter role socialmap_reader in database {new NpgsqlConnectionStringBuilder(connection).Database} set log_statement = 'all'");
        // Those that are open began without it.
        _database.Reader.Clear();
        _running = await RunningServer.StartAsync(_database);
    }

    public async Task DisposeAsync()
    {
        await _running.DisposeAsync();
        await _database.DisposeAsync();
    }
}
