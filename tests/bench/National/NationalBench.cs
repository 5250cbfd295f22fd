using System.Globalization;

namespace OpenSocialMap.Bench.National;

/// <summary>A country's figures from a file to answers: imported and released by the command as a steward runs it, then asked for among those of many years.</summary>
internal static class NationalBench
{
    private static readonly string[] Paths =
    [
        "/data/country", "/data/country/1", "/data/country/1/map.svg?level=municipality", "/data/country/1/line.svg?area=GM0001,WK000100,BU00010000",
        "/data/country/1/release.csv", "/data/country/1/observations.csv", "/data/country/1/observations.sdmx.csv", "/data/country/1/observations.json",
    ];

    public static async Task RunAsync(NationalSettings settings, CancellationToken cancellation)
    {
        Console.WriteLine("Starting a database and putting a country in ...");
        await using var cluster = await BenchCluster.StartAsShippedAsync(cancellation);
        var seed = Path.Combine(Path.GetDirectoryName(settings.Server)!, "seed");
        var database = await BenchDatabase.CreateSeededAsync(cluster, "country", seed, cancellation);
        var country = new Country(seed: 1);
        var nation = new Nation(database, country, settings.Indicators);
        await nation.AddAreasAsync(cancellation);
        var raw = Path.Combine(cluster.Folder, "figures-2022.csv");
        var rows = nation.Write(raw);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:#,0} rows of one year, {new FileInfo(raw).Length >> 20:#,0} MB of CSV."));

        await QuietMachine.WaitAsync(settings.Wait, cancellation);
        Console.WriteLine($"\n{WatchedProcess.Header}");
        foreach (var arguments in (string[][])[["import", "country", raw], ["release", "country", "--notes", "Verzonnen cijfers."]])
            Console.WriteLine(await WatchedProcess.RunAsync(settings.Command, ["figures", .. arguments], database, cancellation));

        Console.WriteLine($"\nAdding years until there are {settings.Periods} ...");
        Console.WriteLine(await nation.AddYearsAsync(settings.Periods, cancellation));
        var questions = (await new Questions(database, settings.Indicators, settings.Periods).AllAsync(cancellation))
            .Where(question => settings.Only is not { } only || question.Name.Contains(only, StringComparison.OrdinalIgnoreCase)).ToList();
        await QuietMachine.WaitAsync(settings.Wait, cancellation);
        var problems = new List<string>();
        await using (var server = await StartServerAsync(settings, database, cancellation))
        {
            Console.WriteLine($"\n{Question.Header}");
            foreach (var question in questions)
                await TellAsync(question.Name, problems, () => question.MeasureAsync(server, settings.Times, cancellation));
            Console.WriteLine($"\n{Download.Header}");
            foreach (var path in Paths.Where(path => settings.Only is not { } only || path.Contains(only, StringComparison.OrdinalIgnoreCase)))
                await TellAsync(path, problems, () => Download.MeasureAsync(server, path, cancellation));
        }
        await new PlanWatch(database).RunAsync(() => StartServerAsync(settings, database, cancellation), questions, problems, cancellation);
        if (settings.Stay)
        {
            Console.WriteLine($"Database: {database.ReaderUrl}, owner: {database.Owner}");
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        if (problems.Count > 0)
            throw new BenchException(string.Join('\n', problems));
    }

    // One that fails does not keep the others from being measured.
    private static async Task TellAsync(string name, List<string> problems, Func<Task<string>> measure)
    {
        try
        {
            Console.WriteLine(await measure());
        }
        catch (BenchException problem)
        {
            Console.WriteLine($"| {name} | **failed** |");
            problems.Add(problem.Message);
        }
    }

    // As it ships, but for the cache of answers and for limits that one address could reach.
    private static Task<ServerProcess> StartServerAsync(NationalSettings settings, BenchDatabase database, CancellationToken cancellation) =>
        ServerProcess.StartAsync([settings.Server], database, cancellation, ("OPENSOCIALMAP_RATE_ANONYMOUS", "0"), ("OPENSOCIALMAP_CACHE_MB", "0"));
}
