using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OpenSocialMap.Data;
using OpenSocialMap.Data.Embedded;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Faults;

/// <summary>A PostgreSQL of a test's own with Dordrecht in it, to be stopped, killed and started again. What it said was written is on disk.</summary>
internal sealed class OwnCluster : IAsyncDisposable
{
    private readonly string _folder = PostgresFixture.MakeFolder();
    private EmbeddedPostgres _postgres = null!;

    public static async Task<OwnCluster> StartAsync()
    {
        var cluster = new OwnCluster();
        await PostgresFixture.CopyModelAsync(cluster._folder);
        await cluster.StartAgainAsync();
        return cluster;
    }

    /// <summary>The owner's way into the database of the server.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(_postgres.ConnectionString) { Database = SocialMapDatabase.DatabaseName, Pooling = false }.ConnectionString;

    public async Task StartAgainAsync() => _postgres = await EmbeddedPostgres.StartAsync(_folder, NullLogger.Instance, durable: true, default);

    /// <summary>Stops it as its keeper does: connections are ended, nobody is waited for.</summary>
    public async Task StopAsync() => await _postgres.DisposeAsync();

    /// <summary>Kills its main process; what is left of it is gone when this returns.</summary>
    public async Task KillAsync()
    {
        Kill(Postmaster(_postgres.Folder));
        await _postgres.DisposeAsync();
    }

    /// <summary>The main process of the PostgreSQL in a folder.</summary>
    public static int Postmaster(string folder) =>
        int.Parse(File.ReadLines(Path.Combine(folder, "data/postmaster.pid")).First(), CultureInfo.InvariantCulture);

    public static void Kill(int id)
    {
        // To the kernel 0 is everybody in our own group.
        ArgumentOutOfRangeException.ThrowIfLessThan(id, 2);
        using var process = Process.GetProcessById(id);
        process.Kill();
    }

    public async ValueTask DisposeAsync()
    {
        await _postgres.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
