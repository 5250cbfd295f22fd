using System.Diagnostics;
using System.Runtime.Versioning;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OpenSocialMap.Data;
using OpenSocialMap.Data.Embedded;
using OpenSocialMap.Server.Tests.Repository;

// So is the private PostgreSQL that these tests run on.
[assembly: UnsupportedOSPlatform("windows")]

namespace OpenSocialMap.Server.Tests.Fixture;

/// <summary>
/// A private PostgreSQL for a collection of tests, which hands out databases of one's own. It is a copy of one that is made once in a run, because
/// migrating and seeding take longer than most of the classes.
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    const string Migrated = "migrated";
    const string Seeded = SocialMapDatabase.DatabaseName;

    const int MostTries = 5;

    static readonly Lazy<Task<string>> Model = new(MakeModelAsync);

    /// <summary>The day that the agenda of every test is at: a Monday just after the year that the sources tell of.</summary>
    public const string Today = "2023-01-02";

    readonly HashSet<string> _filled = [];
    EmbeddedPostgres _postgres = null!;
    int _count;

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
        var folder = MakeFolder();
        await CopyModelAsync(folder);
        _postgres = await StartAsync(folder);
        // It would visit each of a hundred databases once a minute, and what fills one counts its rows itself.
        await RunAsync("alter system set autovacuum = off");
        await RunAsync("select pg_reload_conf()");
    }

    public async Task DisposeAsync()
    {
        await _postgres.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(_postgres.Folder)!, recursive: true);
    }

    /// <summary>Gives a new data folder a cluster like everybody's, not yet started. A server that is given the folder finds Dordrecht in it.</summary>
    public static async Task CopyModelAsync(string folder)
    {
        using var copy = Process.Start("cp", ["--archive", "--reflink=auto", await Model.Value, folder]);
        await copy.WaitForExitAsync();
        Assert.Equal(0, copy.ExitCode);
    }

    /// <summary>What PostgreSQL has written to its log so far.</summary>
    public string[] Log => File.ReadAllLines(Path.Combine(_postgres.Folder, "log"));

    /// <summary>The owner's way into a new database with all tables and no rows.</summary>
    public Task<string> CreateDatabaseAsync() => CopyAsync(Migrated);

    /// <summary>The owner's way into a new database with Dordrecht in it.</summary>
    public Task<string> CreateSeededDatabaseAsync() => CopyAsync(Seeded);

    /// <summary>A new database with no rows, opened.</summary>
    public async Task<SocialMapDatabase> OpenAsync() => await OpenAsync(await CreateDatabaseAsync(), seedFolder: null);

    /// <summary>A new database with what is filled in when the name is first heard, opened. Copying it is quicker than filling it again.</summary>
    public async Task<SocialMapDatabase> OpenFilledAsync(string name, Func<SocialMapDatabase, Task> fill)
    {
        if (!_filled.Contains(name))
        {
            await RunAsync(Copying(Migrated, name));
            await using (var database = await OpenAsync(ConnectionString(name), seedFolder: null))
                await fill(database);
            _filled.Add(name);
        }
        return await OpenAsync(await CopyAsync(name), seedFolder: null);
    }

    /// <summary>A new database with Dordrecht in it, opened.</summary>
    public async Task<SocialMapDatabase> OpenSeededAsync() => await OpenAsync(await CreateSeededDatabaseAsync(), seedFolder: null);

    /// <summary>Opens a database as the server does; the data folder is one that must not be needed.</summary>
    public static async Task<SocialMapDatabase> OpenAsync(string connectionString, string? seedFolder)
    {
        for (var tries = 1; ; tries++)
        {
            var database = await SocialMapDatabase.OpenAsync(
                new() { ConnectionString = connectionString, DataFolder = "/dev/null", SeedFolder = seedFolder, ReaderPoolSize = 1 },
                NullLoggerFactory.Instance,
                default);
            try
            {
                await database.Warmed;
                return database;
            }
            catch (SocialMapDatabaseException) when (tries < MostTries)
            {
                // A machine that does much beside the tests may need longer than any statement may.
                await database.DisposeAsync();
            }
        }
    }

    /// <summary>A new, bare database: nothing migrated.</summary>
    public async Task<string> CreateBareDatabaseAsync()
    {
        var name = $"bare_{Interlocked.Increment(ref _count)}";
        await RunAsync($"create database {name}");
        return ConnectionString(name);
    }

    static async Task<string> MakeModelAsync()
    {
        var folder = MakeFolder();
        // By a process of its own, because who ran the tests gives us no time for it.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Process.Start("rm", ["-rf", folder]).Dispose();
        await using var postgres = await StartAsync(folder);
        await RunAsync(postgres, $"create database {Migrated}");
        await using (var migrated = await OpenAsync(ConnectionString(postgres, Migrated), seedFolder: null))
            await migrated.Owner.RunAsync($"update core.agenda_day set day = '{Today}', fixed = true");
        await RunAsync(postgres, Copying(Migrated, Seeded));
        await using (await OpenAsync(ConnectionString(postgres, Seeded), SeedFolder))
            return postgres.Folder;
    }

    static Task<EmbeddedPostgres> StartAsync(string folder) => EmbeddedPostgres.StartAsync(folder, NullLogger.Instance, durable: false, default);

    async Task<string> CopyAsync(string template)
    {
        var name = $"{template}_{Interlocked.Increment(ref _count)}";
        await RunAsync(Copying(template, name));
        return ConnectionString(name);
    }

    // The usual strategy writes every page to the log as well, which nobody would recover from.
    static string Copying(string template, string name) => $"create database {name} template {template} strategy file_copy";

    string ConnectionString(string database) => ConnectionString(_postgres, database);

    Task RunAsync(string sql) => RunAsync(_postgres, sql);

    static string ConnectionString(EmbeddedPostgres postgres, string database) =>
        new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Database = database }.ConnectionString;

    static async Task RunAsync(EmbeddedPostgres postgres, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
