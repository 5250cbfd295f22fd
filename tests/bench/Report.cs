using System.Globalization;

namespace OpenSocialMap.Bench;

/// <summary>The results as a Markdown table: medians over the rounds, and the median of the ratios of neighbours in time.</summary>
internal static class Report
{
    private const double ServerGoal = 1.5, PostgresGoal = 1.3;

    public static void Print(IReadOnlyList<Result> results, BenchSettings settings)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

            {DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} processors, .NET {Environment.Version}, {settings.Rounds} rounds of {settings.Seconds} s, {settings.Connections} clients.
            Each cell: ours / floor. Ratios are ours / floor, the goals at most {ServerGoal} (server) and {PostgresGoal} (PostgreSQL).

            | operation | KB | req/s | p50 ms | p99 ms | server CPU ms | ratio | PostgreSQL CPU ms | ratio |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            """));
        foreach (var result in results)
            Console.WriteLine(Row(result));
    }

    private static string Row(Result result)
    {
        var asksDatabase = Median(result.Floor, m => m.PostgresMs) > 0.005;
        return $"| {result.Operation} | {Number(Median(result.Ours, m => m.AnswerBytes / 1024.0), "0.0")} "
            + $"| {Pair(result, m => m.RequestsPerSecond, "#,0")} | {Pair(result, m => m.P50Ms, "0.0")} | {Pair(result, m => m.P99Ms, "0.0")} "
            + $"| {Pair(result, m => m.ServerMs, "0.000")} | {Ratio(result, m => m.ServerMs, ServerGoal)} "
            + (asksDatabase ? $"| {Pair(result, m => m.PostgresMs, "0.000")} | {Ratio(result, m => m.PostgresMs, PostgresGoal)} |" : "| | |");
    }

    private static string Pair(Result result, Func<Measurement, double> figure, string format) =>
        $"{Number(Median(result.Ours, figure), format)} / {Number(Median(result.Floor, figure), format)}";

    /// <summary>In bold when it misses its goal.</summary>
    private static string Ratio(Result result, Func<Measurement, double> figure, double goal)
    {
        var ratio = Median(result.Ours.Zip(result.Floor), pair => figure(pair.First) / figure(pair.Second));
        var text = Number(ratio, "0.00");
        return ratio > goal ? $"**{text}**" : text;
    }

    private static double Median<T>(IEnumerable<T> items, Func<T, double> figure)
    {
        double[] sorted = [.. items.Select(figure).Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
