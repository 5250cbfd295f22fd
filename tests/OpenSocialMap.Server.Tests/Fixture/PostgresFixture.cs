using System.Runtime.Versioning;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OpenSocialMap.Data;
using OpenSocialMap.Data.Embedded;
using OpenSocialMap.Server.Tests.Repository;

// So is the private PostgreSQL that these tests run on.
[assembly: UnsupportedOSPlatform("windows")]

namespace OpenSocialMap.Server.Tests.Fixture;

/// <summary>A private PostgreSQL for a collection of tests, which hands out databases of one's own.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    const string Migrated = "migrated";
    const string Seeded = "seeded";

    /// <summary>The day that the agenda of every test is at: a Monday just after the year that the sources tell of.</summary>
    public const string Today = "2023-01-02";

    readonly Lazy<Task> _seeding;
    EmbeddedPostgres _postgres = null!;
    int _count;

    public PostgresFixture() => _seeding = new(SeedAsync);

    /// <summary>The repository's own seed.</summary>
    public static string SeedFolder => Path.Combine(Clone.Root, "seed");

    /// <summary>A folder that PostgreSQL's user can enter, other than those of .NET, which only their maker can.</summary>
    public static string MakeFolder()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"opensocialmap-{Guid.NewGuid():N}"[..26]);
        Directory.CreateDirectory(folder, (UnixFileMode)0b111_101_101);
        return folder;
    }

    public async Task InitializeAsync()
    {
        _postgres = await EmbeddedPostgres.StartAsync(MakeFolder(), NullLogger.Instance, durable: false, default);
        await RunAsync($"create database {Migrated}");
        await using var prepared = await OpenAsync(ConnectionString(Migrated), seedFolder: null);
        await prepared.Owner.RunAsync($"update core.agenda_day set day = '{Today}', fixed = true");
    }

    public async Task DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _postgres.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(_postgres.Folder)!, recursive: true);
    }

    /// <summary>What PostgreSQL has written to its log so far.</summary>
    public string[] Log => File.ReadAllLines(Path.Combine(_postgres.Folder, "log"));

    /// <summary>The owner's way into a new database with all tables and no rows.</summary>
    public Task<string> CreateDatabaseAsync() => CopyAsync(Migrated);

    /// <summary>The owner's way into a new database with Dordrecht in it.</summary>
    public async Task<string> CreateSeededDatabaseAsync()
    {
        await _seeding.Value;
        return await CopyAsync(Seeded);
    }

    /// <summary>A new database with no rows, opened.</summary>
    public async Task<SocialMapDatabase> OpenAsync() => await OpenAsync(await CreateDatabaseAsync(), seedFolder: null);

    /// <summary>A new database with Dordrecht in it, opened.</summary>
    public async Task<SocialMapDatabase> OpenSeededAsync() => await OpenAsync(await CreateSeededDatabaseAsync(), seedFolder: null);

    /// <summary>Opens a database as the server does; the data folder is one that must not be needed.</summary>
    public static async Task<SocialMapDatabase> OpenAsync(string connectionString, string? seedFolder)
    {
        var database = await SocialMapDatabase.OpenAsync(
            new() { ConnectionString = connectionString, DataFolder = "/dev/null", SeedFolder = seedFolder, ReaderPoolSize = 1 },
            NullLoggerFactory.Instance,
            default);
        await database.Warmed;
        return database;
    }

    /// <summary>A new, bare database: nothing migrated.</summary>
    public async Task<string> CreateBareDatabaseAsync()
    {
        var name = $"bare_{Interlocked.Increment(ref _count)}";
        await RunAsync($"create database {name}");
        return ConnectionString(name);
    }

    async Task SeedAsync()
    {
        await RunAsync($"create database {Seeded} template {Migrated}");
        await using var prepared = await OpenAsync(ConnectionString(Seeded), SeedFolder);
    }

    async Task<string> CopyAsync(string template)
    {
        var name = $"{template}_{Interlocked.Increment(ref _count)}";
        await RunAsync($"create database {name} template {template}");
        return ConnectionString(name);
    }

    string ConnectionString(string database) => new NpgsqlConnectionStringBuilder(_postgres.ConnectionString) { Database = database }.ConnectionString;

    async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_postgres.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
