namespace OpenSocialMap.Disclosure.Tests.Suppression;

/// <summary>Nothing that the protector gives away can be opened: not one table, not a row of releases.</summary>
public class ProtectorTests
{
    private static readonly ProtectorOptions Options = new() { RoundingKey = new(new byte[32]), OptimalTime = TimeSpan.FromSeconds(5) };
    private static readonly ProtectorOptions Quick = Options with { Optimises = false };

    private static ProtectionPolicy PolicyOf(int round) => new()
    {
        MinimumCount = round % 2 == 0 ? 5 : 8,
        Zeros = round % 3 == 0 ? ZeroPolicy.Publish : ZeroPolicy.Protect,
    };

    private static PublishedRelease Protected(CellTable table, ProtectorOptions options, params PublishedRelease[] earlier)
    {
        var release = Protector.Protect(table, options, earlier).AsRelease("next");
        var attack = Attacker.Attack([.. earlier, release]);
        Assert.True(attack.Opened.Count == 0, string.Join("; ", attack.Opened));
        return release;
    }

    [Fact]
    public void Trees_never_open_and_primary_suppression_alone_mostly_does()
    {
        var random = new Random(1);
        var caught = 0;
        for (var round = 0; round < 2000; round++)
        {
            var table = RandomTables.Tree(random, PolicyOf(round));
            Protected(table, round % 10 == 0 ? Options : Quick);
            caught += Attacker.Attack([Naive.Release(table)]).Opened.Count > 0 ? 1 : 0;
        }
        Assert.InRange(caught, 1000, 2000);
    }

    [Fact]
    public void Cross_tables_never_open()
    {
        var random = new Random(2);
        for (var round = 0; round < 300; round++)
        {
            Protected(RandomTables.Cross(random, PolicyOf(round), 25, random.Next(2, 5), random.Next(2, 5)), Quick);
        }
    }

    [Fact]
    public void Tables_of_three_dimensions_never_open()
    {
        var random = new Random(3);
        for (var round = 0; round < 40; round++)
        {
            Protected(RandomTables.Cross(random, PolicyOf(round), 25, 2, random.Next(2, 4), random.Next(2, 4)), Quick);
        }
    }

    [Fact]
    public void Overlapping_areas_never_open()
    {
        var random = new Random(4);
        for (var round = 0; round < 100; round++)
        {
            Protected(RandomTables.Overlapping(random, PolicyOf(round)), Quick);
        }
    }

    [Theory]
    [InlineData(ProtectionMethod.Suppression)]
    [InlineData(ProtectionMethod.Rounding)]
    public void A_row_of_corrected_releases_never_opens(ProtectionMethod method)
    {
        var random = new Random(5);
        for (var round = 0; round < 40; round++)
        {
            var policy = PolicyOf(round) with { Method = method, RoundingBase = 10 };
            var table = round % 2 == 0 ? RandomTables.Tree(random, policy) : RandomTables.Cross(random, policy, 25, 3, 3);
            var releases = new List<PublishedRelease>();
            for (var number = 0; number < 4; number++)
            {
                releases.Add(Protected(table, Quick, [.. releases]));
                table = RandomTables.Corrected(random, table);
            }
        }
    }

    [Fact]
    public void Rounded_tables_never_open()
    {
        var random = new Random(6);
        for (var round = 0; round < 400; round++)
        {
            var policy = PolicyOf(round) with { Method = ProtectionMethod.Rounding, RoundingBase = round % 2 == 0 ? 5 : 8 };
            var table = (round % 3) switch
            {
                0 => RandomTables.Tree(random, policy, 6),
                1 => RandomTables.Cross(random, policy, 6, 3, 3),
                _ => RandomTables.Overlapping(random, policy),
            };
            Protected(table, Options);
        }
    }

    [Fact]
    public void What_was_withheld_stays_withheld_and_what_was_told_stays_told()
    {
        var random = new Random(7);
        for (var round = 0; round < 100; round++)
        {
            var table = RandomTables.Tree(random, PolicyOf(round));
            var first = Protected(table, Options);
            var second = Protected(table, Options, first);
            Assert.Equal(first.Outcomes.Select(outcome => outcome.IsPublished), second.Outcomes.Select(outcome => outcome.IsPublished));
        }
    }
}
