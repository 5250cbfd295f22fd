// Protects invented tables and says what it took and what was lost: `cross` compares the methods, `country [indicators] [categories]` is about size.
using System.Diagnostics;
using System.Globalization;
using OpenSocialMap.Bench;
using OpenSocialMap.Disclosure;
using OpenSocialMap.Disclosure.Bench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["country", .. var numbers]:
        var (indicators, categories) = (numbers.Length > 0 ? int.Parse(numbers[0]) : 50, numbers.Length > 1 ? int.Parse(numbers[1]) : 0);
        MeasureCountry(CountryTable.Of(new Country(seed: 1), indicators, categories));
        return 0;
    case ["cross"]:
        MeasureCross();
        return 0;
    default:
        Console.Error.WriteLine("cross | country [indicators = 50] [categories = 0]");
        return 1;
}

static void MeasureCountry(CellTable table)
{
    Console.WriteLine($"{table.Cells.Count:N0} cells, {table.Relations.Count:N0} relations");
    var (clock, stage) = (new WorkClock(), new StageClock());
    var result = Protector.Protect(table, new(), progress: stage);
    Console.WriteLine($"protected and audited: {clock}; peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20:N0} MB");
    Console.WriteLine(stage);
    Print(result);
    clock = new();
    var attack = Attacker.Attack([result.AsRelease("1")]);
    Console.WriteLine($"attacked once more from what is published: {clock}; {attack.Opened.Count} of {attack.Protected:N0} open");
}

static void MeasureCross()
{
    foreach (var (share, sizes) in ((double, int[])[])[(0.1, [10, 10]), (0.1, [20, 20]), (0.1, [30, 30]), (0.1, [3, 4, 5]), (0.1, [4, 6, 8])])
    {
        foreach (var weights in (SuppressionWeights[])[SuppressionWeights.Value, SuppressionWeights.Constant])
        {
            var table = CrossTable.Random(1, share, sizes);
            foreach (var optimises in (bool[])[false, true])
            {
                var clock = new WorkClock();
                var result = Protector.Protect(table, new() { Weights = weights, Optimises = optimises, OptimalCells = 2000, OptimalTime = TimeSpan.FromMinutes(2) });
                Console.Write($"{string.Join(" x ", sizes)}, {weights}, {(optimises ? "optimal" : "heuristic")}: {clock}; ");
                Print(result);
            }
        }
    }
}

static void Print(ProtectedTable result)
{
    var loss = result.Loss;
    Console.WriteLine($"{loss.Primary:N0} primary, {loss.Secondary:N0} secondary of {loss.Publishable:N0} cells; {loss.ValueShareWithheld:P2} of the sum withheld; "
        + $"weight {loss.SecondaryWeight:0.00}, bound {result.LossBound:0.00}; {result.OptimalGroups:N0} groups optimal, {result.HeuristicGroups:N0} heuristic; "
        + $"audit: {result.Audit.Protected:N0} protected, {result.Audit.ByIntervals:N0} by intervals, {result.Audit.ByPrograms:N0} by programs, {result.Audit.ByIntegerPrograms:N0} integer programs");
}
