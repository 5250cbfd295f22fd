// Starts a database, our server and the floor; sees that both answer the same; measures them in turn; prints the table.
using System.Runtime.InteropServices;
using OpenSocialMap.Bench;
using OpenSocialMap.Bench.Floor;

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
    var settings = BenchSettings.Read(args);
    Console.WriteLine("Loading 2,000 places and 20,000 activities ...");
    await using var database = await BenchDatabase.StartAsync(Path.Combine(Path.GetDirectoryName(settings.Server)!, "seed"), stop.Token);
    await using var ours = await ServerProcess.StartAsync([settings.Server], database, stop.Token);
    await using var floor = await ServerProcess.StartAsync([typeof(Program).Assembly.Location, "floor"], database, stop.Token);
    await database.SettleAsync(stop.Token);

    var operations = await Operation.LoadAsync(database, settings.Only, stop.Token);
    foreach (var operation in operations)
        await SameAnswers.RequireAsync(operation, ours, floor, stop.Token);

    var benchmark = new Benchmark(settings, database, ours, floor);
    if (settings.Rounds > 0)
        Report.Print(await benchmark.RunAsync(operations, stop.Token), settings);
    if (settings.Stay)
    {
        Console.WriteLine($"Server {ours.Url} (process {ours.Id}), floor {floor.Url} (process {floor.Id}), database: {database.Reader}");
        await Task.Delay(Timeout.Infinite, stop.Token);
    }
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

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
