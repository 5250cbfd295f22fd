using System.Globalization;

namespace OpenSocialMap.Bench;

/// <summary>The results as Markdown tables: medians over the rounds, and for ratios the median of the ratios of neighbours in time.</summary>
internal static class Report
{
    public static void Print(IReadOnlyList<Race> races, BenchSettings settings)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

            {DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} processors, .NET {Environment.Version}, {settings.Rounds} rounds of {settings.Seconds} s, {settings.Connections} connections.

            | operation | who | req/s | p50 ms | p99 ms | server CPU ms | PostgreSQL CPU ms | allocated KB | answer KB |
            | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            """));
        foreach (var race in races)
            foreach (var contender in race.Contenders)
                Console.WriteLine(Row(race, contender));
    }

    private static string Row(Race race, IContender contender)
    {
        string[] cells =
        [
            race.Name,
            contender.Name,
            Cell(m => m.RequestsPerSecond, "#,0"),
            Cell(m => m.P50Ms, "0.00"),
            Cell(m => m.P99Ms, "0.0"),
            Cell(m => m.ServerMs, "0.0000"),
            Cell(m => m.PostgresMs, "0.000"),
            Cell(m => m.AllocatedKB, "0.0"),
            Cell(m => m.AnswerKB, "0.0"),
        ];
        return $"| {string.Join(" | ", cells)} |";

        string Cell(Func<Measurement, double> figure, string format) =>
            Median(race.Of(contender).Select(figure)) is > 0 and var value ? value.ToString(format, CultureInfo.InvariantCulture) : "";
    }

    /// <summary>How a figure of one relates to that of another, measured shortly before or after.</summary>
    public static double Ratio(Race race, IContender one, IContender other, Func<Measurement, double> figure) =>
        Median(race.Of(one).Zip(race.Of(other), (a, b) => figure(a) / figure(b)));

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
