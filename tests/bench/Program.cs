// Starts a database and the servers; sees that they answer the same; measures them in turn; prints the tables.
using System.Runtime.InteropServices;
using OpenSocialMap.Bench;
using OpenSocialMap.Bench.Floor;
using OpenSocialMap.Bench.National;

if (args is ["floor"])
{
    await FloorServer.RunAsync();
    return 0;
}

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    if (args is ["national", .. var rest])
    {
        await NationalBench.RunAsync(NationalSettings.Read(rest), stop.Token);
        return 0;
    }
    var settings = BenchSettings.Read(args);
    var seed = Path.Combine(Path.GetDirectoryName(settings.Server)!, "seed");
    await using var cluster = await BenchCluster.StartAsync(stop.Token);
    var town = await BenchDatabase.CreateAsync(cluster, seed, scale: 1, settings.Weeks, peer: settings.Peer is not null && settings.Scale == 1, stop.Token);
    var towns = settings.Scale == 1 ? null : await BenchDatabase.CreateAsync(cluster, seed, settings.Scale, settings.Weeks, peer: false, stop.Token);
    await QuietMachine.WaitAsync(settings.Wait, stop.Token);
    if (towns is null)
        await CompareServersAsync(settings, town);
    else
        await CompareScalesAsync(settings, town, towns);
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}
catch (BenchException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}

async Task CompareServersAsync(BenchSettings settings, BenchDatabase database)
{
    await using var contest = await Contest.StartAsync(settings, database, stop.Token);
    var operations = await Operation.LoadAsync(database, settings.Only, stop.Token);
    foreach (var operation in operations)
        await SameAnswers.RequireAsync(operation, contest.Ours.Server, contest.Floor.Server, stop.Token);
    var races = await contest.RacesAsync(operations, stop.Token);
    if (settings.Rounds > 0)
    {
        await RaceAsync(races, settings);
        Report.Print(races, settings);
        new Goals().PrintContest(races, contest, await StartTime.MeasureAsync(settings, database, operations[^1], stop.Token));
    }
    if (settings.Stay)
    {
        Console.WriteLine($"Ours {contest.Ours.Server.Url} (process {contest.Ours.Server.Id}), floor {contest.Floor.Server.Url} (process {contest.Floor.Server.Id})");
        Console.WriteLine($"Database: {database.ReaderUrl}, owner: {database.Owner}");
        await Task.Delay(Timeout.Infinite, stop.Token);
    }
}

async Task CompareScalesAsync(BenchSettings settings, BenchDatabase one, BenchDatabase many)
{
    await using var small = await Contest.StartOursAsync(settings, one, cache: false, stop.Token);
    await using var large = await Contest.StartOursAsync(settings, many, cache: false, stop.Token);
    var (ofOne, ofMany) = (await Operation.LoadAsync(one, settings.Only, stop.Token), await Operation.LoadAsync(many, settings.Only, stop.Token));
    var oneTown = new HttpContender("1 town", small, one, settings.Connections);
    var manyTowns = new HttpContender($"{settings.Scale} towns", large, many, settings.Connections)
    {
        Bodies = operation => ofMany.Single(o => o.Name == operation.Name).Bodies,
    };
    IReadOnlyList<Race> races = [.. ofOne.Select(operation => new Race(operation.Name, operation, [oneTown, manyTowns]))];
    if (settings.Rounds > 0)
    {
        await RaceAsync(races, settings);
        Report.Print(races, settings);
        new Goals().PrintScale(races, oneTown, manyTowns);
    }
    if (settings.Stay)
    {
        Console.WriteLine($"Databases: {one.ReaderUrl}, {many.ReaderUrl}, owner: {many.Owner}");
        await Task.Delay(Timeout.Infinite, stop.Token);
    }
}

async Task RaceAsync(IReadOnlyList<Race> races, BenchSettings settings)
{
    foreach (var race in races)
        await race.WarmUpAsync(settings.Warm, stop.Token);
    for (var round = 0; round < settings.Rounds; round++)
    {
        Console.WriteLine($"Round {round + 1} of {settings.Rounds} ...");
        foreach (var race in races)
            await race.RunAsync(round, settings.Seconds, stop.Token);
    }
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
