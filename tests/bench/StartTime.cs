namespace OpenSocialMap.Bench;

/// <summary>How long our server takes from its process's start to its first answer out of a database that exists.</summary>
internal static class StartTime
{
    private const int Times = 5;

    public static async Task<TimeSpan> MeasureAsync(BenchSettings settings, BenchDatabase database, Operation operation, CancellationToken cancellation)
    {
        var times = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            await using var server = ServerProcess.Launch(settings.Server, database);
            times.Add((await server.AnswerAsync(operation.Bodies[0], cancellation)).TotalMilliseconds);
        }
        return TimeSpan.FromMilliseconds(Report.Median(times));
    }
}
