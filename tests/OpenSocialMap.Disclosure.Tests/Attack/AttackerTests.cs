using OpenSocialMap.Disclosure.Rules;

namespace OpenSocialMap.Disclosure.Tests.Attack;

/// <summary>The attacker finds what can be found, and nothing else.</summary>
public class AttackerTests
{
    private static readonly ProtectionPolicy Policy = new();

    [Fact]
    public void Primary_suppression_alone_is_opened_by_subtraction()
    {
        var table = new TableDraft(Policy);
        table.AddTotal("Oakwijk", table.Add("North", 2), table.Add("South", 40), table.Add("West", 17));

        var opened = Assert.Single(Attacker.Attack([Naive.Release(table.Build())]).Opened);

        Assert.Equal(("North", 2, 2, 5), (opened.Key, opened.Lower, opened.Upper, opened.Width));
    }

    [Fact]
    public void Two_small_cells_under_a_small_sum_are_known_too_closely()
    {
        var table = new TableDraft(Policy);
        table.AddTotal("Oakwijk", table.Add("North", 2), table.Add("South", 1), table.Add("West", 17));

        var opened = Attacker.Attack([Naive.Release(table.Build())]).Opened;

        Assert.Equal([("North", 0, 3), ("South", 0, 3)], opened.Select(cell => (cell.Key, cell.Lower, cell.Upper)));
    }

    [Fact]
    public void Overlapping_areas_give_away_what_lies_between_them()
    {
        var table = new TableDraft(Policy);
        var (three, four, five) = (table.Add("Wijk 3", 30), table.Add("Wijk 4", 3), table.Add("Wijk 5", 4));
        table.AddTotal("Area 3 and 4", three, four);
        table.AddTotal("City", three, four, five);

        Assert.Equal(["Wijk 4", "Wijk 5"], Attacker.Attack([Naive.Release(table.Build())]).Opened.Select(cell => cell.Key).Order());
    }

    [Fact]
    public void A_percentage_tells_its_numerator()
    {
        var table = new TableDraft(Policy);
        var (who, all) = (table.Add("Helped", 2, CellRole.Internal), table.Add("Asked", 56));
        table.Add(new Cell { Key = "Share", Kind = CellKind.Percentage, Numerator = who, Denominator = all, Policy = Policy });
        PublishedRelease release = new("naive", table.Build(), [Outcome.Withheld(WithheldReason.SmallCount), Outcome.Published(56), Outcome.Published(3.6)]);

        var opened = Assert.Single(Attacker.Attack([release]).Opened);

        Assert.Equal(("Helped", 2, 2), (opened.Key, opened.Lower, opened.Upper));
    }

    [Fact]
    public void A_correction_tells_how_many_were_missing()
    {
        var (first, second) = (new TableDraft(Policy), new TableDraft(Policy));
        first.Add("Oakwijk", 107);
        second.Add("Oakwijk", 109);

        var opened = Assert.Single(Attacker.Attack([Naive.Release(first.Build(), "1"), Naive.Release(second.Build(), "2")]).Opened);

        Assert.Equal(("Oakwijk (change)", 2, 2), (opened.Key, opened.Lower, opened.Upper));
    }

    [Fact]
    public void What_one_release_withheld_another_can_give_away()
    {
        CellTable Of(string total)
        {
            var table = new TableDraft(Policy);
            table.AddTotal(total, table.Add("North", 3), table.Add("South", 20), table.Add("East", 30));
            return table.Build();
        }
        PublishedRelease one = new("1", Of("City"), [Outcome.Withheld(WithheldReason.SmallCount), Outcome.Withheld(WithheldReason.Secondary), Outcome.Published(30), Outcome.Published(53)]);
        PublishedRelease two = new("2", Of("City"), [Outcome.Withheld(WithheldReason.SmallCount), Outcome.Published(20), Outcome.Withheld(WithheldReason.Secondary), Outcome.Published(53)]);

        Assert.Empty(Attacker.Attack([one]).Opened);
        Assert.Empty(Attacker.Attack([two]).Opened);
        Assert.Equal("North", Assert.Single(Attacker.Attack([one, two]).Opened).Key);
    }

    [Fact]
    public void Unique_persons_over_parts_bound_each_other()
    {
        var table = new TableDraft(Policy);
        var (january, february, year) = (table.Add("January", 3), table.Add("February", 30), table.Add("Year", 31));
        table.Relations.Add(Relation.Cover(year, january, february));

        var release = Naive.Release(table.Build());

        Assert.Empty(Attacker.Attack([release]).Opened);
        table.Cells[year] = table.Cells[year] with { Value = 30, KnownUpper = 30 };
        table.Cells[january] = table.Cells[january] with { KnownUpper = 3 };
        Assert.Empty(Attacker.Attack([Naive.Release(table.Build())]).Opened);
    }

    [Fact]
    public void Whole_numbers_leave_less_room_than_fractions()
    {
        // D tells that B + C = 6 and T1 that A + B = 6, so T2 = A + C = 2 x A: it is even, and everybody knows that it is at most 5.
        var table = new TableDraft(Policy);
        var (a, b, c) = (table.Add("A", 1), table.Add("B", 5), table.Add("C", 1));
        table.AddTotal("T1", a, b);
        table.AddTotal("D", b, c);
        var t2 = table.AddTotal("T2", a, c);
        table.Cells[t2] = table.Cells[t2] with { KnownUpper = 5 };
        var withheld = Outcome.Withheld(WithheldReason.Secondary);
        PublishedRelease release = new("1", table.Build(), [withheld, withheld, withheld, Outcome.Published(6), Outcome.Published(6), withheld]);

        Assert.Contains(Attacker.Attack([release]).Opened, cell => (cell.Key, cell.Lower, cell.Upper) == ("T2", 0, 4));
    }

    [Theory]
    [InlineData(ProtectionMethod.Suppression)]
    [InlineData(ProtectionMethod.Rounding)]
    public void Agrees_with_trying_everything_on_tiny_tables(ProtectionMethod method)
    {
        var random = new Random(20);
        var policy = new ProtectionPolicy { Method = method, MinimumCount = 3, RoundingBase = 3 };
        var key = new RoundingKey(new byte[32]);
        var opened = 0;
        for (var round = 0; round < 60; round++)
        {
            var table = round % 3 == 0 ? WithCover(random, policy) : RandomTables.Cross(random, policy, 2, 2, 2);
            PublishedRelease release = new("1", table, [.. table.Cells.Select(cell => random.Next(2) == 0
                ? Outcome.Withheld(WithheldReason.Secondary)
                : Outcome.Published(method == ProtectionMethod.Rounding ? key.Round(cell.Key, (long)cell.Value, 3) : cell.Value))]);

            var attack = Attacker.Attack([release]).Opened.ToDictionary(cell => cell.Key);

            // Beyond 12 nothing new happens: no total is above 8, and 3 wide is enough.
            var truth = BruteForce.Intervals(release, 12);
            for (var index = 0; index < table.Cells.Count; index++)
            {
                var level = PrimaryRules.LevelOf(table.Cells[index]);
                var isOpen = level.IsNeeded && truth[index].Upper - truth[index].Lower < level.Width;
                Assert.Equal(isOpen, attack.TryGetValue(table.Cells[index].Key, out var found));
                if (isOpen)
                {
                    opened++;
                    Assert.Equal(truth[index], (found!.Lower, found.Upper));
                }
            }
        }
        Assert.InRange(opened, 5, 10_000);
    }

    private static CellTable WithCover(Random random, ProtectionPolicy policy)
    {
        var table = new TableDraft(policy);
        var parts = Enumerable.Range(0, 3).Select(month => table.Add($"Month {month}", random.Next(4))).ToArray();
        var (most, sum) = (parts.Max(part => table.Cells[part].Value), parts.Sum(part => table.Cells[part].Value));
        table.Relations.Add(Relation.Cover(table.Add("Year", random.Next((int)most, (int)sum + 1)), parts));
        return table.Build();
    }
}
