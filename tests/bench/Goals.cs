using System.Globalization;

namespace OpenSocialMap.Bench;

/// <summary>What was aimed at, beside what was reached.</summary>
internal sealed class Goals
{
    private readonly List<string> _rows = [];

    public void PrintContest(IReadOnlyList<Race> races, Contest contest, TimeSpan start)
    {
        foreach (var race in races.Where(race => race.Contenders.Contains(contest.Ours)))
            Compare(race, contest);
        foreach (var race in races.Where(race => race.Contenders.Contains(contest.Cached)))
            AtLeast($"{race.Name}: throughput / that of a constant body", Report.Ratio(race, contest.Cached, contest.Constant, m => m.RequestsPerSecond), 0.7);
        AtMost("memory at its peak, MB", contest.Ours.Server.PeakMegabytes(), 150, "0");
        AtMost("memory at its peak with answers kept, MB", contest.Cached.Server.PeakMegabytes(), 150, "0");
        if (contest.Peer is { } peer)
            Tell("memory of PostGraphile's processes, MB", peer.Server.PeakMegabytes(), "0");
        AtMost("start to first answer from the database, ms", start.TotalMilliseconds, 1000, "0");
        Print();
    }

    private void Compare(Race race, Contest contest)
    {
        var (ours, floor) = (contest.Ours, contest.Floor);
        var asksDatabase = Report.Median(race.Of(floor).Select(m => m.PostgresMs)) > 0.02;
        if (!asksDatabase)
        {
            AtLeast($"{race.Name}: throughput / floor", Report.Ratio(race, ours, floor, m => m.RequestsPerSecond), 40_000.0 / 70_000);
            Tell($"{race.Name}: server CPU / floor", Report.Ratio(race, ours, floor, m => m.ServerMs));
        }
        else
        {
            AtLeast($"{race.Name}: throughput / floor", Report.Ratio(race, ours, floor, m => m.RequestsPerSecond), 0.85);
            AtMost($"{race.Name}: server CPU / floor", Report.Ratio(race, ours, floor, m => m.ServerMs), 1.25);
            AtMost($"{race.Name}: PostgreSQL CPU / hand-written SQL from the floor", Report.Ratio(race, ours, floor, m => m.PostgresMs), 1.15);
        }
        if (contest.Pgbench is { } pgbench && race.Contenders.Contains(pgbench))
            Tell($"{race.Name}: PostgreSQL CPU / hand-written SQL from pgbench", Report.Ratio(race, ours, pgbench, m => m.PostgresMs));
        if (contest.Peer is not { } peer || !race.Contenders.Contains(peer))
            return;
        var besidePeer = Report.Ratio(race, ours, peer, m => m.RequestsPerSecond);
        if (asksDatabase)
            AtLeast($"{race.Name}: throughput / PostGraphile", besidePeer, 2.3);
        else
            Tell($"{race.Name}: throughput / PostGraphile", besidePeer);
    }

    public void PrintScale(IReadOnlyList<Race> races, IContender one, IContender many)
    {
        foreach (var race in races)
        {
            var growth = Report.Ratio(race, many, one, m => m.P50Ms);
            // Search ranks all that it finds, so it grows with what there is to find.
            if (race.Name.Contains("search", StringComparison.Ordinal))
                Tell($"{race.Name}: p50 of {many.Name} / {one.Name}", growth);
            else
                AtMost($"{race.Name}: p50 of {many.Name} / {one.Name}", growth, 2);
            Tell($"{race.Name}: p99 of {many.Name} / {one.Name}", Report.Ratio(race, many, one, m => m.P99Ms));
            Tell($"{race.Name}: PostgreSQL CPU of {many.Name} / {one.Name}", Report.Ratio(race, many, one, m => m.PostgresMs));
        }
        Print();
    }

    private void AtMost(string what, double figure, double goal, string format = "0.00") =>
        Add(what, figure, $"at most {goal.ToString(format, CultureInfo.InvariantCulture)}", format, figure <= goal);

    private void AtLeast(string what, double figure, double goal) =>
        Add(what, figure, $"at least {goal.ToString("0.00", CultureInfo.InvariantCulture)}", "0.00", figure >= goal);

    private void Tell(string what, double figure, string format = "0.00") => Add(what, figure, "", format, null);

    private void Add(string what, double figure, string goal, string format, bool? met) =>
        _rows.Add($"| {what} | {figure.ToString(format, CultureInfo.InvariantCulture)} | {goal} | {met switch { true => "yes", false => "**no**", null => "" }} |");

    private void Print()
    {
        Console.WriteLine("""

            | what | reached | goal | met |
            | --- | ---: | ---: | --- |
            """);
        _rows.ForEach(Console.WriteLine);
    }
}
