using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace OpenSocialMap.Data.Embedded;

/// <summary>What a server or a PostgreSQL that was killed left behind in a cluster folder: processes, and a file that names one.</summary>
internal sealed class Leftovers(ClusterFolder folder, PostgresInstallation installation, PostgresAccount account, ILogger log)
{
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    public async Task ClearAsync(CancellationToken cancellation)
    {
        // Killing a server in its first seconds leaves initdb at work in a folder that is about to be removed.
        await EndAsync(folder.Building.Data, TimeSpan.Zero, cancellation);
        // The number in the pid file alone proves nothing: it may have been given to another program since.
        var running = await ProcessesOfAsync(folder.Data, cancellation);
        if (running.Count > 0 && running.Contains(RecordedProcess()))
        {
            log.StoppingLeftover(folder.Path);
            await account.RunAsync(
                installation.Program("pg_ctl"), ["stop", "--wait", "--mode", "fast", "--timeout", "30", "--pgdata", folder.Data], cancellation);
        }
        await EndAsync(folder.Data, _patience, cancellation);
        if (!Directory.Exists(folder.Data))
            return;
        // A process that nobody has buried yet still has its number, and PostgreSQL would take these files for those of a living one.
        File.Delete(folder.PidFile);
        File.Delete(folder.SocketLock);
    }

    // Orphans of a killed PostgreSQL notice and end by themselves, mostly at once; one that doesn't would write beside the new server.
    static async Task EndAsync(string workFolder, TimeSpan patience, CancellationToken cancellation)
    {
        var since = Stopwatch.StartNew();
        while (await ProcessesOfAsync(workFolder, cancellation) is { Count: > 0 } running)
        {
            if (since.Elapsed >= patience)
                foreach (var process in running)
                    Kill(process);
            await Task.Delay(50, cancellation);
        }
    }

    static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // It ended by itself between the look and the shot.
        }
    }

    int RecordedProcess() =>
        File.Exists(folder.PidFile)
        && int.TryParse(File.ReadLines(folder.PidFile).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    // PostgreSQL's processes work in the data folder, or have just been told its name and are about to.
    static async Task<IReadOnlySet<int>> ProcessesOfAsync(string workFolder, CancellationToken cancellation)
    {
        if (!Directory.Exists(workFolder))
            return new HashSet<int>();
        // The kernel names working directories by their real path.
        var realPath = (await OutsideProgram.RunAsync("realpath", [workFolder], cancellation)).Output;
        return Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && (WorkingDirectory(id) == realPath || WasTold(id, workFolder)))
            .ToHashSet();
    }

    static string? WorkingDirectory(int process) => Read(() => new FileInfo($"/proc/{process}/cwd").LinkTarget);

    // By an argument, or as initdb tells the programs that it calls through a shell.
    static bool WasTold(int process, string workFolder) =>
        Words(process, "cmdline") is [var program, .. var arguments]
        && Path.GetFileName(program) is "initdb" or "pg_ctl" or "postgres" or "sh"
        && (arguments.Contains(workFolder) || Words(process, "environ").Contains($"PGDATA={workFolder}"));

    static string[] Words(int process, string file) => Read(() => File.ReadAllText($"/proc/{process}/{file}"))?.Split('\0') ?? [];

    // A process may end while it is looked at, and another user's hides what it does.
    static string? Read(Func<string?> look)
    {
        try
        {
            return look();
        }
        catch (Exception unseen) when (unseen is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
