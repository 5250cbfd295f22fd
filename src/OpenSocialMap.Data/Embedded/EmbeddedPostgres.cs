using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace OpenSocialMap.Data.Embedded;

/// <summary>A PostgreSQL of our own in a folder: made when it isn't there, started, and stopped when we stop.</summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    public const string OwnerName = "socialmap_owner";

    // An initdb on a slow disk and a recovery after a crash both take long once; a hang takes for ever.
    const string StartTimeoutSeconds = "120";
    const string StopTimeoutSeconds = "60";

    const long LeastFreeBytes = 1024 * 1024;

    static readonly TimeSpan WatchInterval = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    readonly PostgresAccount _account;
    readonly PostgresInstallation _installation;
    readonly ClusterFolder _folder;
    readonly Leftovers _leftovers;
    readonly DataFolderLock _lock;
    readonly ILogger _log;
    readonly int? _port;
    readonly bool _durable;
    bool _stopped;

    EmbeddedPostgres(
        PostgresAccount account, PostgresInstallation installation, ClusterFolder folder, Leftovers leftovers, DataFolderLock @lock, ILogger log, int? port, bool durable)
    {
        _account = account;
        _installation = installation;
        _folder = folder;
        _leftovers = leftovers;
        _lock = @lock;
        _log = log;
        _port = port;
        _durable = durable;
        ConnectionString = new NpgsqlConnectionStringBuilder
        {
            Host = port is null ? folder.Path : "127.0.0.1",
            Port = port ?? 5432,
            Username = OwnerName,
            Password = File.ReadAllText(folder.Password).Trim(),
            Database = "postgres",
        }.ConnectionString;
    }

    /// <summary>The owner's way in, to the maintenance database.</summary>
    public string ConnectionString { get; }

    /// <summary>Where the cluster is; elsewhere than the data folder when PostgreSQL's account can't go there.</summary>
    public string Folder => _folder.Path;

    /// <summary>Starts the cluster of a data folder. <paramref name="durable"/> false gives up crash safety for speed, for tests.</summary>
    [UnsupportedOSPlatform("windows")]
    public static async Task<EmbeddedPostgres> StartAsync(string dataFolder, ILogger log, bool durable, CancellationToken cancellation)
    {
        var fullPath = MakeDataFolder(dataFolder);
        var @lock = DataFolderLock.Take(fullPath);
        try
        {
            return await StartAsync(fullPath, @lock, log, durable, cancellation);
        }
        catch (Exception failure)
        {
            @lock.Dispose();
            if (failure is IOException)
                throw new SocialMapDatabaseException($"The data folder {fullPath} can't be used: {failure.Message}", failure);
            if (failure is UnauthorizedAccessException)
                throw new SocialMapDatabaseException(
                    $"The data folder {fullPath} can't be used: {failure.Message} (was it made by another user?)", failure);
            throw;
        }
    }

    [UnsupportedOSPlatform("windows")]
    static async Task<EmbeddedPostgres> StartAsync(
        string dataFolder, DataFolderLock @lock, ILogger log, bool durable, CancellationToken cancellation)
    {
        var account = await PostgresAccount.ChooseAsync(cancellation);
        var folder = await ClusterFolder.LocateAsync(dataFolder, account, log, cancellation);
        if (folder.IsComplete)
            account = await account.ForOwnerOfAsync(folder.Data, cancellation);
        var installation = PostgresInstallation.Find(folder.IsComplete ? folder.Major : null);
        var leftovers = new Leftovers(folder, installation, account, log);
        try
        {
            await leftovers.ClearAsync(cancellation);
            if (!folder.IsComplete)
                await MakeClusterAsync(folder, installation, account, log, durable, cancellation);
            var port = folder.FitsSocket ? (int?)null : FreePort();
            File.Delete(folder.Log);
            await StartClusterAsync(folder, installation, account, port, durable, cancellation);
            log.ClusterStarted(installation.Major, folder.Path);
            return new(account, installation, folder, leftovers, @lock, log, port, durable);
        }
        catch (OperationCanceledException)
        {
            await leftovers.ClearAsync(CancellationToken.None);
            throw;
        }
    }

    static string MakeDataFolder(string dataFolder)
    {
        var fullPath = Path.GetFullPath(dataFolder);
        try
        {
            return Directory.CreateDirectory(fullPath).FullName;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new SocialMapDatabaseException($"The data folder {fullPath} can't be made: {refused.Message}", refused);
        }
    }

    [UnsupportedOSPlatform("windows")]
    static async Task MakeClusterAsync(
        ClusterFolder folder, PostgresInstallation installation, PostgresAccount account, ILogger log, bool durable, CancellationToken cancellation)
    {
        log.MakingCluster(folder.Path, installation.Major);
        var building = folder.Building;
        foreach (var unfinished in new[] { building.Path, folder.Path })
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
        await account.MakeFolderAsync(building.Path, cancellation);
        File.WriteAllText(building.Password, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
        File.SetUnixFileMode(building.Password, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await account.OwnAsync(building.Password, cancellation);
        var made = await account.RunAsync(
            installation.Program("initdb"),
            [
                "--pgdata", building.Data, "--username", OwnerName, "--pwfile", building.Password, "--auth", "scram-sha-256",
                "--encoding", "UTF8", "--locale", "C.UTF-8", "--data-checksums", .. durable ? Array.Empty<string>() : ["--no-sync"],
            ],
            cancellation);
        if (!made.Succeeded)
            throw new SocialMapDatabaseException($"PostgreSQL could not make a database in {folder.Path}: {Reason(made.Output)}");
        Directory.Move(building.Path, folder.Path);
    }

    static async Task StartClusterAsync(
        ClusterFolder folder, PostgresInstallation installation, PostgresAccount account, int? port, bool durable, CancellationToken cancellation)
    {
        var settings = Path.Combine(folder.Data, "postgresql.conf");
        File.WriteAllText(settings, PostgresSettings.Write(folder, installation, port, durable));
        await account.OwnAsync(settings, cancellation);
        var started = await account.RunAsync(
            installation.Program("pg_ctl"),
            ["start", "--wait", "--timeout", StartTimeoutSeconds, "--pgdata", folder.Data, "--log", folder.Log],
            cancellation);
        if (!started.Succeeded)
            throw new SocialMapDatabaseException(
                $"PostgreSQL did not start in {folder.Path}: {WhyNotStarted(folder, started.Output)}");
    }

    // A full disk has no room for the line that would say so.
    static string WhyNotStarted(ClusterFolder folder, string output) =>
        new DriveInfo(folder.Path).AvailableFreeSpace < LeastFreeBytes ? "No space left on device; make room on its disk."
        : Reason(File.Exists(folder.Log) && File.ReadAllText(folder.Log) is { Length: > 0 } log ? log : output);

    /// <summary>Watches over the cluster until told to stop: when its main process has ended, it is started again, as often as it takes.</summary>
    public async Task KeepRunningAsync(CancellationToken stop)
    {
        var postmaster = Postmaster.Of(_folder);
        while (!stop.IsCancellationRequested)
        {
            var pause = WatchInterval;
            if (postmaster is not { IsAlive: true })
            {
                postmaster = await StartAgainAsync(stop);
                pause = postmaster is null ? PauseAfterFailure : WatchInterval;
            }
            await Task.Delay(pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task<Postmaster?> StartAgainAsync(CancellationToken stop)
    {
        _log.ClusterEnded(_folder.Path);
        try
        {
            await _leftovers.ClearAsync(stop);
            await StartClusterAsync(_folder, _installation, _account, _port, _durable, stop);
            _log.ClusterStarted(_installation.Major, _folder.Path);
            return Postmaster.Of(_folder);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception failure) when (failure is SocialMapDatabaseException or IOException or UnauthorizedAccessException)
        {
            _log.ClusterNotStarted(failure.Message);
            return null;
        }
    }

    /// <summary>Stops the cluster and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopped)
            return;
        _stopped = true;
        var stopped = await _account.RunAsync(
            _installation.Program("pg_ctl"),
            ["stop", "--wait", "--mode", "fast", "--timeout", StopTimeoutSeconds, "--pgdata", _folder.Data],
            CancellationToken.None);
        if (!stopped.Succeeded)
        {
            _log.ClusterNotStopped(_folder.Path, Reason(stopped.Output));
            await _leftovers.ClearAsync(CancellationToken.None);
        }
        _lock.Dispose();
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // What a program says last is often only what it does because of it.
    static string Reason(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.LastOrDefault(line => line.Contains("FATAL: ", StringComparison.Ordinal) || line.Contains("PANIC: ", StringComparison.Ordinal))
            ?? lines.LastOrDefault(line => line.Contains(": error: ", StringComparison.Ordinal))
            ?? lines.LastOrDefault()
            ?? "it gave no reason";
    }
}
