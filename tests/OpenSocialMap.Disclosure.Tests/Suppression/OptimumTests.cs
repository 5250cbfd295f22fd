using OpenSocialMap.Disclosure.Rules;

namespace OpenSocialMap.Disclosure.Tests.Suppression;

/// <summary>As little is withheld as can be.</summary>
public class OptimumTests
{
    private static readonly ProtectionPolicy Policy = new();

    /// <summary>As long as it takes, on whatever machine.</summary>
    private static readonly ProtectorOptions Patient = new() { OptimalTime = TimeSpan.FromMinutes(10) };

    [Fact]
    public void Nothing_less_would_do_on_tiny_tables()
    {
        var random = new Random(31);
        var options = Patient with { Weights = SuppressionWeights.Value };
        for (var round = 0; round < 20; round++)
        {
            var table = round % 2 == 0 ? RandomTables.Cross(random, Policy, 40, 2, 3) : SmallTree(random);
            var result = Protector.Protect(table, options);
            var free = Enumerable.Range(0, table.Cells.Count).Where(cell => PrimaryReason(table.Cells[cell]) == WithheldReason.None).ToArray();
            if (free.Length > 9)
            {
                continue;
            }
            var least = Enumerable.Range(0, 1 << free.Length)
                .Select(choice => free.Where((_, place) => (choice >> place & 1) == 1).ToHashSet())
                .OrderBy(withheld => withheld.Sum(cell => table.Cells[cell].Value))
                .First(withheld => Attacker.Attack([Release(table, withheld)]).Opened.Count == 0);

            Assert.Equal(least.Sum(cell => table.Cells[cell].Value), result.Loss.SecondaryWeight, 6);
            Assert.Equal(result.LossBound, result.Loss.SecondaryWeight, 6);
        }
    }

    [Fact]
    public void The_optimum_never_loses_more_than_the_heuristic_nor_less_than_its_bound()
    {
        var random = new Random(32);
        var (optimal, heuristic) = (0.0, 0.0);
        for (var round = 0; round < 24; round++)
        {
            var table = (round % 4) switch
            {
                0 => RandomTables.Tree(random, Policy),
                1 => RandomTables.Overlapping(random, Policy),
                2 => RandomTables.Cross(random, Policy, 60, 4, 5),
                _ => RandomTables.Cross(random, Policy, 60, 2, 3, 3),
            };
            var best = Protector.Protect(table, Patient);
            var quick = Protector.Protect(table, Patient with { Optimises = false });
            Assert.InRange(best.Loss.SecondaryWeight, best.LossBound - 1e-6, quick.Loss.SecondaryWeight + 1e-6);
            (optimal, heuristic) = (optimal + best.Loss.SecondaryWeight, heuristic + quick.Loss.SecondaryWeight);
        }
        Assert.InRange(optimal, 1, heuristic);
    }

    [Fact]
    public void Weights_say_what_is_spared()
    {
        var table = new TableDraft(Policy);
        var small = table.Add("Small", 3);
        var (middle, large) = (table.Add("Middle", 20), table.Add(new Cell { Key = "Large", Value = 900, Policy = Policy, Weight = 0.5 }));
        table.AddTotal("All", small, middle, large);

        var outcomes = Protector.Protect(table.Build(), new() { Weights = SuppressionWeights.Value }).Outcomes;

        Assert.True(outcomes[middle].IsPublished);
        Assert.Equal(WithheldReason.Secondary, outcomes[large].Reason);
    }

    private static CellTable SmallTree(Random random)
    {
        var table = new TableDraft(Policy);
        var wijken = Enumerable.Range(0, 2).Select(wijk => table.AddTotal($"W{wijk}", [.. Enumerable.Range(0, 3).Select(buurt => table.Add($"W{wijk}B{buurt}", random.Next(0, 12)))])).ToArray();
        table.AddTotal("City", wijken);
        return table.Build();
    }

    private static WithheldReason PrimaryReason(Cell cell) => PrimaryRules.Judge(cell);

    private static PublishedRelease Release(CellTable table, HashSet<int> withheld) => new("1", table, [.. table.Cells.Select((cell, index) =>
        PrimaryReason(cell) is var reason && reason != WithheldReason.None ? Outcome.Withheld(reason)
        : withheld.Contains(index) ? Outcome.Withheld(WithheldReason.Secondary)
        : Outcome.Published(cell.Value))]);
}
