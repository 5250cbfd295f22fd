using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenSocialMap.Bench;

/// <summary>The hand-written SQL without any server: PostgreSQL's own load generator asks it, prepared, on as many connections as a server has.</summary>
internal sealed partial class PgbenchContender(BenchDatabase database, string program) : IContender
{
    // Connecting and PostGIS's first transformation on each connection are over by then.
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(0.7);

    public string Name => "pgbench";

    public static bool Knows(Operation operation) =>
        File.Exists(SqlOf(operation)) && File.ReadAllText(SqlOf(operation)).Contains("-- \\set", StringComparison.Ordinal);

    public async Task<Measurement> MeasureAsync(Operation operation, int seconds, CancellationToken cancellation)
    {
        var script = Path.Combine(database.Cluster.Folder, operation.Name + ".pgbench");
        await File.WriteAllTextAsync(script, Script(File.ReadAllText(SqlOf(operation))), cancellation);
        var log = Path.Combine(database.Cluster.Folder, "transactions");
        var clients = 2 * Environment.ProcessorCount;
        var running = Tool.RunAsync(program,
            ["-n", "-M", "prepared", "-c", $"{clients}", "-j", "1", "-T", $"{seconds + 1}", "-l", $"--log-prefix={log}", "-f", script, "-d", database.ReaderUrl],
            [], cancellation);

        await Task.Delay(Lead, cancellation);
        var (since, before) = (DateTimeOffset.UtcNow, CpuTime.OfTree(database.Cluster.Postmaster));
        await Task.WhenAny(running, Task.Delay(TimeSpan.FromSeconds(seconds), cancellation));
        var (until, after) = (DateTimeOffset.UtcNow, CpuTime.OfTree(database.Cluster.Postmaster));
        await running;

        List<double> latencies = [.. Directory.GetFiles(database.Cluster.Folder, "transactions*").SelectMany(Transactions)
            .Where(t => t.At >= since && t.At < until).Select(t => t.Milliseconds).Order()];
        foreach (var file in Directory.GetFiles(database.Cluster.Folder, "transactions*"))
            File.Delete(file);
        return latencies.Count == 0
            ? throw new BenchException($"pgbench answered nothing to {operation.Name}.")
            : new Measurement(latencies.Count / (until - since).TotalSeconds, latencies[latencies.Count / 2], latencies[latencies.Count * 99 / 100], 0,
                (after - before) / latencies.Count, 0, 0);
    }

    private static string SqlOf(Operation operation) => Path.Combine(Operation.Folder, operation.Name + ".sql");

    /// <summary>The lines <c>-- \set</c> draw a random number; the lines <c>-- $1 = </c> make each parameter from it.</summary>
    private static string Script(string sql)
    {
        var sets = string.Concat(SetLine().Matches(sql).Select(m => m.Groups["set"].Value + "\n"));
        var body = CommentLine().Replace(sql, "");
        foreach (Match parameter in ValueLine().Matches(sql))
            body = body.Replace(parameter.Groups["name"].Value, $"({parameter.Groups["value"].Value})", StringComparison.Ordinal);
        return $"{sets}{body.TrimEnd()};\n";
    }

    // client, transaction, microseconds, script, seconds and microseconds at its end. https://www.postgresql.org/docs/current/pgbench.html
    private static IEnumerable<(DateTimeOffset At, double Milliseconds)> Transactions(string file) =>
        from line in File.ReadLines(file)
        let words = line.Split(' ')
        select (DateTimeOffset.FromUnixTimeSeconds(long.Parse(words[4], CultureInfo.InvariantCulture)).AddMicroseconds(int.Parse(words[5], CultureInfo.InvariantCulture)),
            double.Parse(words[2], CultureInfo.InvariantCulture) / 1000);

    [GeneratedRegex(@"^-- (?<set>\\set .*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex SetLine();

    [GeneratedRegex(@"^-- (?<name>\$\d+) = (?<value>.*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ValueLine();

    [GeneratedRegex(@"^--.*\n", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex CommentLine();
}
