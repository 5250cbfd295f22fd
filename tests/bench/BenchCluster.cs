using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OpenSocialMap.Data.Embedded;

namespace OpenSocialMap.Bench;

/// <summary>A private PostgreSQL in a temporary folder, set up as on a server of its own, gone when the benchmark ends.</summary>
internal sealed class BenchCluster : IAsyncDisposable
{
    private readonly EmbeddedPostgres _postgres;

    private BenchCluster(string folder, EmbeddedPostgres postgres)
    {
        (Folder, _postgres) = (folder, postgres);
        Postmaster = int.Parse(File.ReadLines(Path.Combine(postgres.Folder, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);
    }

    /// <summary>Where the benchmark may keep files.</summary>
    public string Folder { get; }

    /// <summary>The process whose children are the database's other processes.</summary>
    public int Postmaster { get; }

    public string Owner => _postgres.ConnectionString;

    public static async Task<BenchCluster> StartAsync(CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux())
            throw new BenchException("CPU time is read from /proc: the benchmark runs on Linux.");
        var folder = Directory.CreateTempSubdirectory("opensocialmap-bench-").FullName;
        // PostgreSQL's own account must be able to go in.
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        var first = await EmbeddedPostgres.StartAsync(folder, NullLogger.Instance, durable: false, cancellation);
        await using (first)
        {
            string[] settings =
            [
                "shared_buffers = '1GB'", "max_wal_size = '8GB'", "maintenance_work_mem = '512MB'", "jit = off", "max_parallel_workers_per_gather = 0",
                "random_page_cost = 1.1", "autovacuum = off", "max_connections = 100",
            ];
            foreach (var setting in settings)
                await BenchDatabase.RunAsync(first.ConnectionString, $"alter system set {setting}", cancellation);
            NpgsqlConnection.ClearAllPools();
        }
        return new BenchCluster(folder, await EmbeddedPostgres.StartAsync(folder, NullLogger.Instance, durable: false, cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        await _postgres.DisposeAsync();
        Directory.Delete(_postgres.Folder, recursive: true);
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }
}
