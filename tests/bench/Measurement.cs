namespace OpenSocialMap.Bench;

/// <summary>What one contender did during one measurement.</summary>
/// <param name="ServerMs">CPU milliseconds of the server's processes for each request.</param>
/// <param name="PostgresMs">CPU milliseconds of all processes of PostgreSQL for each request.</param>
/// <param name="AnswerKB">HTTP's bytes for each answer, headers included.</param>
/// <param name="AllocatedKB">What the server's garbage collector had to hand out for each request; 0 where nobody asked.</param>
internal sealed record Measurement(
    double RequestsPerSecond, double P50Ms, double P99Ms, double ServerMs, double PostgresMs, double AnswerKB, double AllocatedKB);

/// <summary>One that answers operations and can be measured at it.</summary>
internal interface IContender
{
    string Name { get; }
    Task<Measurement> MeasureAsync(Operation operation, int seconds, CancellationToken cancellation);
}

/// <summary>One operation, and those that are measured at it in turn.</summary>
internal sealed record Race(string Name, Operation Operation, IReadOnlyList<IContender> Contenders)
{
    // The one before has hung up, and the processes that PostgreSQL had for it are gone: their CPU time is nobody else's.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);
    private readonly Dictionary<IContender, List<Measurement>> _measurements = Contenders.ToDictionary(c => c, _ => new List<Measurement>());

    public IReadOnlyList<Measurement> Of(IContender contender) => _measurements[contender];

    /// <summary>Everybody has compiled the hot code and prepared the statement on all connections before anything counts.</summary>
    public async Task WarmUpAsync(int seconds, CancellationToken cancellation)
    {
        foreach (var contender in Contenders)
            await contender.MeasureAsync(Operation, seconds, cancellation);
    }

    /// <summary>Measures all in turn, each round in another order: a machine that slows down slows down everybody.</summary>
    public async Task RunAsync(int round, int seconds, CancellationToken cancellation)
    {
        for (var i = 0; i < Contenders.Count; i++)
        {
            var contender = Contenders[(i + round) % Contenders.Count];
            await Task.Delay(Pause, cancellation);
            _measurements[contender].Add(await contender.MeasureAsync(Operation, seconds, cancellation));
        }
    }
}
