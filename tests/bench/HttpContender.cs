using System.Globalization;

namespace OpenSocialMap.Bench;

/// <summary>A server under the load of wrk, a load generator that leaves the processors to those who are measured.</summary>
internal sealed class HttpContender(string name, ServerProcess server, BenchDatabase database, int connections) : IContender
{
    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "load.lua");

    public string Name => name;
    public ServerProcess Server => server;
    public string Route { get; init; } = "/graphql";

    /// <summary>The requests of an operation as this server understands them.</summary>
    public Func<Operation, IReadOnlyList<string>> Bodies { get; init; } = operation => operation.Bodies;

    public async Task<Measurement> MeasureAsync(Operation operation, int seconds, CancellationToken cancellation)
    {
        var bodies = Path.Combine(database.Cluster.Folder, $"{Name}-{operation.Name}");
        if (!File.Exists(bodies))
            await File.WriteAllLinesAsync(bodies, Bodies(operation), cancellation);

        var (serverBefore, postgresBefore, allocatedBefore) = await UsedAsync(cancellation);
        var output = await Tool.RunAsync("wrk",
            ["-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "20s", "-s", Script, new Uri(server.Url, Route).ToString()],
            new() { ["BENCH_BODIES"] = bodies }, cancellation);
        var (serverAfter, postgresAfter, allocatedAfter) = await UsedAsync(cancellation);

        if (output.Split('\n').LastOrDefault(line => line.StartsWith("measured ", StringComparison.Ordinal)) is not { } line)
            throw new BenchException($"wrk did not say what it measured:\n{output}");
        double[] figures = [.. line.Split(' ').Skip(1).Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        if (figures is not [var requests and > 0, var microseconds, var bytes, var p50, var p99, 0])
            throw new BenchException($"{Name} refused requests of {operation.Name}, or answered none: {line}");
        return new Measurement(requests / microseconds * 1e6, p50 / 1000, p99 / 1000, (serverAfter - serverBefore) / requests,
            (postgresAfter - postgresBefore) / requests, bytes / requests / 1024, (allocatedAfter - allocatedBefore) / requests / 1024);
    }

    private async Task<(double ServerMs, double PostgresMs, double AllocatedBytes)> UsedAsync(CancellationToken cancellation) =>
        (CpuTime.OfTree(server.Id), CpuTime.OfTree(database.Cluster.Postmaster), await server.AllocatedBytesAsync(cancellation));
}
