using System.Globalization;
using System.Runtime.Versioning;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OpenSocialMap.Data.Embedded;

namespace OpenSocialMap.Bench;

/// <summary>A private PostgreSQL in a temporary folder, set up as on a server of its own, gone when the benchmark ends.</summary>
internal sealed class BenchCluster : IAsyncDisposable
{
    private const string LinuxAlone = "CPU time is read from /proc: the benchmark runs on Linux.";

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

    /// <summary>What PostgreSQL writes of itself.</summary>
    public string Log => Path.Combine(_postgres.Folder, "log");

    /// <summary>As the product keeps it for somebody who has no server: its settings, and nothing lost in a crash.</summary>
    public static async Task<BenchCluster> StartAsShippedAsync(CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux())
            throw new BenchException(LinuxAlone);
        var folder = MakeFolder();
        return new BenchCluster(folder, await EmbeddedPostgres.StartAsync(folder, NullLogger.Instance, durable: true, cancellation));
    }

    public static async Task<BenchCluster> StartAsync(CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux())
            throw new BenchException(LinuxAlone);
        var folder = MakeFolder();
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

    [SupportedOSPlatform("linux")]
    private static string MakeFolder()
    {
        var folder = Directory.CreateTempSubdirectory("opensocialmap-bench-").FullName;
        // PostgreSQL's own account must be able to go in.
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        return folder;
    }

    public async ValueTask DisposeAsync()
    {
        await _postgres.DisposeAsync();
        Directory.Delete(_postgres.Folder, recursive: true);
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }
}
