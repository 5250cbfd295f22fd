using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenSocialMap.Bench.National;

/// <summary>
/// Reads in PostgreSQL's log by which plan each statement of the server really ran (auto_explain, a part of PostgreSQL), and reports one that reads all observations.
/// </summary>
internal sealed partial class PlanWatch(BenchDatabase database)
{
    // The reader's plans hold for any value, so a few tell of all.
    private const int Times = 12;

    private const string Header =
        """
        | question | plans | what they read observations by | other tables that they read whole |
        | --- | ---: | --- | --- |
        """;

    // Not of one database: a server puts those settings right when it starts.
    private const string Role = "alter role socialmap_reader";

    public async Task RunAsync(Func<Task<ServerProcess>> start, IReadOnlyList<Question> questions, List<string> problems, CancellationToken cancellation)
    {
        await BenchDatabase.RunAsync(
            database.Owner, $"{Role} set session_preload_libraries = 'auto_explain'; {Role} set auto_explain.log_min_duration = 0", cancellation);
        await using var server = await start();
        Console.WriteLine($"\n{Header}");
        foreach (var question in questions)
        {
            var from = new FileInfo(database.Cluster.Log).Length;
            try
            {
                await question.AskAsync(server, Times, cancellation);
            }
            catch (BenchException)
            {
                // It was told already; its plan is wanted all the more.
            }
            var plans = await ReadAsync(from, cancellation);
            var whole = WholeTable().Matches(plans).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal).ToList();
            var indexes = Index().Matches(plans).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {question.Name} | {Plan().Count(plans)} | {string.Join(", ", indexes)} | {string.Join(", ", whole)} |"));
            if (Plan().Count(plans) == 0)
                problems.Add($"{question.Name}: PostgreSQL wrote no plan down.");
            if (whole.Contains("observation"))
                problems.Add($"{question.Name}: all observations were read.");
        }
    }

    private async Task<string> ReadAsync(long from, CancellationToken cancellation)
    {
        await using var log = new FileStream(database.Cluster.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Position = from;
        using var reader = new StreamReader(log);
        return await reader.ReadToEndAsync(cancellation);
    }

    [GeneratedRegex(@" ms  plan:")]
    private static partial Regex Plan();

    [GeneratedRegex(@"Seq Scan on (\w+)")]
    private static partial Regex WholeTable();

    [GeneratedRegex(@"(?:using|Bitmap Index Scan on) (observation_\w+)")]
    private static partial Regex Index();
}
