using System.Diagnostics;

namespace OpenSocialMap.Bench;

/// <summary>What one server did during one measurement.</summary>
/// <param name="ServerMs">CPU milliseconds of the server's process for each request.</param>
/// <param name="PostgresMs">CPU milliseconds of all processes of PostgreSQL for each request.</param>
internal sealed record Measurement(double RequestsPerSecond, double P50Ms, double P99Ms, double ServerMs, double PostgresMs, int AnswerBytes);

/// <summary>All measurements of one operation; each of ours has a neighbour in time of the floor.</summary>
internal sealed record Result(string Operation, List<Measurement> Ours, List<Measurement> Floor);

/// <summary>Measures the two servers in turn, operation by operation and round by round, so that a machine that slows down slows down both.</summary>
internal sealed class Benchmark(BenchSettings settings, BenchDatabase database, ServerProcess ours, ServerProcess floor)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(0.3);

    public async Task<IReadOnlyList<Result>> RunAsync(IReadOnlyList<Operation> operations, CancellationToken cancellation)
    {
        var results = operations.Select(o => new Result(o.Name, [], [])).ToList();
        // Both have compiled their hot code and prepared all statements on all connections before anything counts.
        foreach (var operation in operations)
            foreach (var server in new[] { ours, floor })
                await LoadAsync(server, operation, WarmUp, cancellation);
        for (var round = 0; round < settings.Rounds; round++)
        {
            Console.WriteLine($"Round {round + 1} of {settings.Rounds} ...");
            for (var i = 0; i < operations.Count; i++)
                await MeasureBothAsync(results[i], operations[i], floorFirst: round % 2 == 1, cancellation);
        }
        return results;
    }

    private async Task MeasureBothAsync(Result result, Operation operation, bool floorFirst, CancellationToken cancellation)
    {
        if (floorFirst)
            result.Floor.Add(await MeasureAsync(floor, operation, cancellation));
        result.Ours.Add(await MeasureAsync(ours, operation, cancellation));
        if (!floorFirst)
            result.Floor.Add(await MeasureAsync(floor, operation, cancellation));
    }

    private async Task<Measurement> MeasureAsync(ServerProcess server, Operation operation, CancellationToken cancellation)
    {
        await LoadAsync(server, operation, Lead, cancellation);
        var (serverBefore, postgresBefore) = (CpuTime.OfProcess(server.Id), CpuTime.OfPostgres(database.Postmaster));
        var since = Stopwatch.GetTimestamp();
        var (latencies, bytes) = await LoadAsync(server, operation, TimeSpan.FromSeconds(settings.Seconds), cancellation);
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        var (serverUsed, postgresUsed) = (CpuTime.OfProcess(server.Id) - serverBefore, CpuTime.OfPostgres(database.Postmaster) - postgresBefore);
        latencies.Sort();
        return new Measurement(latencies.Count / seconds, Milliseconds(latencies, 0.5), Milliseconds(latencies, 0.99),
            serverUsed / latencies.Count, postgresUsed / latencies.Count, (int)(bytes / latencies.Count));
    }

    private static double Milliseconds(List<long> sorted, double share) =>
        Stopwatch.GetElapsedTime(0, sorted[(int)(share * (sorted.Count - 1))]).TotalMilliseconds;

    /// <summary>Lets all clients ask for a while; yields how long each answer took, and the bytes of all answers.</summary>
    private async Task<(List<long> Latencies, long Bytes)> LoadAsync(ServerProcess server, Operation operation, TimeSpan time, CancellationToken cancellation)
    {
        var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var clients = await Task.WhenAll(Enumerable.Range(0, settings.Connections)
            .Select(number => Task.Run(() => AskAsync(server, operation, number, end, cancellation), cancellation)));
        return ([.. clients.SelectMany(c => c.Latencies)], clients.Sum(c => c.Bytes));
    }

    private async Task<(List<long> Latencies, long Bytes)> AskAsync(ServerProcess server, Operation operation, int number, long end, CancellationToken cancellation)
    {
        using var client = new Client(server.Port);
        await client.ConnectAsync(cancellation);
        byte[][] requests = [.. operation.Requests.Select(client.Request)];
        var latencies = new List<long>();
        var bytes = 0L;
        for (var (i, now) = (number, Stopwatch.GetTimestamp()); now < end; i += settings.Connections)
        {
            var answer = await client.AskAsync(requests[i % requests.Length], cancellation);
            var then = now;
            now = Stopwatch.GetTimestamp();
            latencies.Add(now - then);
            bytes += answer.Length;
        }
        return (latencies, bytes);
    }
}
