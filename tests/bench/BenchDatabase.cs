using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OpenSocialMap.Data;
using OpenSocialMap.Data.Embedded;

namespace OpenSocialMap.Bench;

/// <summary>A private PostgreSQL in a temporary folder with Dordrecht and an invented town in it, gone when the benchmark ends.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private const string ReaderPassword = "bench";
    private readonly string _folder;
    private readonly EmbeddedPostgres _postgres;

    private BenchDatabase(string folder, EmbeddedPostgres postgres)
    {
        (_folder, _postgres) = (folder, postgres);
        Reader = new NpgsqlConnectionStringBuilder(Owner) { Username = "socialmap_reader", Password = ReaderPassword }.ConnectionString;
        Postmaster = int.Parse(File.ReadLines(Path.Combine(postgres.Folder, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);
    }

    public string Owner => _postgres.ConnectionString;

    /// <summary>What both servers answer from: the role that sees the published data alone.</summary>
    public string Reader { get; }

    /// <summary>The process whose children are the database's other processes.</summary>
    public int Postmaster { get; }

    public static async Task<BenchDatabase> StartAsync(string seedFolder, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux())
            throw new BenchException("CPU time is read from /proc: the benchmark runs on Linux.");
        var folder = Directory.CreateTempSubdirectory("opensocialmap-bench-").FullName;
        // PostgreSQL's own account must be able to go in.
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        var postgres = await EmbeddedPostgres.StartAsync(folder, NullLogger.Instance, durable: false, cancellation);
        var database = new BenchDatabase(folder, postgres);
        try
        {
            await database.FillAsync(seedFolder, cancellation);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    private async Task FillAsync(string seedFolder, CancellationToken cancellation)
    {
        var options = new SocialMapDatabaseOptions { ConnectionString = Owner, DataFolder = _folder, SeedFolder = seedFolder };
        await using (await SocialMapDatabase.OpenAsync(options, NullLoggerFactory.Instance, cancellation))
        {
            // Opening it migrates it and fills it with the real Dordrecht, which our server would do else.
        }
        await RunAsync($"alter role socialmap_reader password '{ReaderPassword}'", cancellation);
        await RunAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "data.sql"), cancellation), cancellation);
    }

    /// <summary>Does now what PostgreSQL would do in the background while others are measured.</summary>
    public async Task SettleAsync(CancellationToken cancellation)
    {
        await RunAsync("alter system set autovacuum = off", cancellation);
        await RunAsync("select pg_reload_conf()", cancellation);
        await RunAsync("vacuum analyze", cancellation);
        await RunAsync("checkpoint", cancellation);
    }

    /// <summary>The first column of a query.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(string sql, CancellationToken cancellation)
    {
        var values = new List<string>();
        await using var source = NpgsqlDataSource.Create(Owner);
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            values.Add(rows.GetString(0));
        return values;
    }

    private async Task RunAsync(string sql, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(Owner);
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _postgres.DisposeAsync();
        Directory.Delete(_postgres.Folder, recursive: true);
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}
