using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OpenSocialMap.Bench.National;

/// <summary>A GraphQL question with the variables that it is asked with in turn.</summary>
/// <param name="Name">In words, for the table.</param>
internal sealed record Question(string Name, string Query, IReadOnlyList<object> Variables)
{
    public const string Header =
        """
        | question | p50 ms | p99 ms | slowest ms | answer KB |
        | --- | ---: | ---: | ---: | ---: |
        """;

    // The first times a statement is planned, and pages of the tables come into memory.
    private const int WarmUp = 20;

    private byte[] Body(int nth) => JsonSerializer.SerializeToUtf8Bytes(new { query = Query, variables = Variables[nth % Variables.Count] });

    /// <summary>Asks so many times, one after another on one connection, each time something else. A row of the table.</summary>
    public async Task<string> MeasureAsync(ServerProcess server, int times, CancellationToken cancellation)
    {
        using var client = new Client(server.Port);
        await client.ConnectAsync(cancellation);
        for (var nth = 0; nth < WarmUp; nth++)
            await AskAsync(client, times + nth, cancellation);
        var (taken, bytes) = (new double[times], 0L);
        for (var nth = 0; nth < times; nth++)
        {
            var began = Stopwatch.GetTimestamp();
            bytes += await AskAsync(client, nth, cancellation);
            taken[nth] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }
        Array.Sort(taken);
        return string.Create(CultureInfo.InvariantCulture,
            $"| {Name} | {taken[times / 2]:0.0} | {taken[Math.Min(times - 1, times * 99 / 100)]:0.0} | {taken[^1]:0.0} | {bytes / 1024.0 / times:0.0} |");
    }

    /// <summary>Asks a few times, for its plans.</summary>
    public async Task AskAsync(ServerProcess server, int times, CancellationToken cancellation)
    {
        using var client = new Client(server.Port);
        await client.ConnectAsync(cancellation);
        for (var nth = 0; nth < times; nth++)
            await AskAsync(client, nth, cancellation);
    }

    // What no answer came to is no measurement.
    private async Task<int> AskAsync(Client client, int nth, CancellationToken cancellation)
    {
        var answer = await client.AskAsync(client.Request(Body(nth)), cancellation);
        if (answer.Span.StartsWith("{\"errors\""u8) || answer.Span.IndexOf(":null}}"u8) == answer.Length - 7 || answer.Length < 100)
            throw new BenchException($"{Name}: {Encoding.UTF8.GetString(answer.Span[..Math.Min(answer.Length, 500)])}");
        return answer.Length;
    }
}
