using System.Diagnostics;
using System.Globalization;

namespace OpenSocialMap.Bench.National;

/// <summary>A program that is run to its end and watched: how long it takes, what it costs itself and PostgreSQL, and how much memory it has at most.</summary>
internal static class WatchedProcess
{
    public const string Header =
        """
        | command | wall | its own CPU | PostgreSQL's CPU | its memory at the peak |
        | --- | ---: | ---: | ---: | ---: |
        """;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    /// <summary>A row of the table.</summary>
    public static async Task<string> RunAsync(string program, string[] arguments, BenchDatabase database, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ConnectionStrings__SocialMap"] = database.Owner;
        var postgres = CpuTime.OfTree(database.Cluster.Postmaster);
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var (cpu, peak) = (0.0, 0.0);
        try
        {
            while (!process.HasExited)
            {
                // What it last had is what it had: both only grow.
                (cpu, peak) = (CpuTime.Of(process.Id) ?? cpu, PeakMemory.Megabytes(process.Id) ?? peak);
                await Task.Delay(Glance, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
        await process.WaitForExitAsync(cancellation);
        var wall = clock.Elapsed;
        if (process.ExitCode != 0)
            throw new BenchException($"{string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}{await output}");
        return string.Create(CultureInfo.InvariantCulture,
            $"| `{arguments[0]} {arguments[1]}` | {wall.TotalSeconds:0.0} s | {cpu / 1000:0.0} s | {(CpuTime.OfTree(database.Cluster.Postmaster) - postgres) / 1000:0.0} s | {peak:#,0} MB |");
    }
}
