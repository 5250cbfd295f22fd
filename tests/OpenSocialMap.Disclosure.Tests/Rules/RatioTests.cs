namespace OpenSocialMap.Disclosure.Tests.Rules;

/// <summary>Percentages and means give no small group away: not by their numerator, not by who is left.</summary>
public class RatioTests
{
    private static readonly ProtectionPolicy Policy = new() { Zeros = ZeroPolicy.Publish };
    private static readonly ProtectorOptions Options = new() { RoundingKey = new(new byte[32]) };

    private static Outcome Percentage(double numerator, double denominator, CellRole role = CellRole.Internal) => Ratio(CellKind.Percentage, numerator, denominator, role);

    private static Outcome Ratio(CellKind kind, double numerator, double denominator, CellRole role = CellRole.Internal, ProtectionPolicy? policy = null)
    {
        var table = new TableDraft(policy ?? Policy);
        var (part, all) = (table.Add("Helped", numerator, role), table.Add("Asked", denominator));
        table.Add(new Cell { Key = "Share", Kind = kind, Numerator = part, Denominator = all, Policy = policy ?? Policy });
        var result = Protector.Protect(table.Build(), Options);
        Assert.Empty(Attacker.Attack([result.AsRelease("1")]).Opened);
        return result.Outcomes[2];
    }

    [Fact]
    public void A_percentage_that_reveals_two_people_is_withheld() =>
        Assert.Equal(WithheldReason.TellsWithheldCount, Percentage(2, 56).Reason);

    [Fact]
    public void So_is_one_that_leaves_two_people_out() => Assert.False(Percentage(54, 56).IsPublished);

    [Fact]
    public void Two_counts_that_leave_two_people_between_them_are_not_both_published()
    {
        var table = new TableDraft(Policy);
        var (part, all) = (table.Add("Helped", 54), table.Add("Asked", 56));
        table.Add(new Cell { Key = "Share", Kind = CellKind.Percentage, Numerator = part, Denominator = all, Policy = Policy });

        var outcomes = Protector.Protect(table.Build(), Options).Outcomes;

        Assert.False(outcomes[part].IsPublished && outcomes[all].IsPublished);
        Assert.False(outcomes[2].IsPublished);
    }

    [Fact]
    public void A_percentage_of_enough_people_is_published() => Assert.Equal(35.7, Percentage(20, 56).Value);

    [Fact]
    public void None_and_all_are_published_where_zeros_are()
    {
        Assert.Equal(0, Percentage(0, 56).Value);
        Assert.Equal(100, Percentage(56, 56).Value);
        Assert.False(Ratio(CellKind.Percentage, 0, 56, policy: Policy with { Zeros = ZeroPolicy.Protect }).IsPublished);
    }

    [Theory]
    [InlineData(24, WithheldReason.SmallDenominator)]
    [InlineData(25, WithheldReason.None)]
    [InlineData(0, WithheldReason.NoDenominator)]
    public void A_percentage_needs_enough_people_under_it(double denominator, WithheldReason reason) =>
        Assert.Equal(reason, Percentage(denominator / 2 - denominator / 2 % 1, denominator, CellRole.Publishable).Reason);

    [Theory]
    [InlineData(99, false)]
    [InlineData(100, true)]
    public void A_mean_needs_a_hundred(double denominator, bool isPublished) =>
        Assert.Equal(isPublished, Ratio(CellKind.Mean, 1234, denominator).IsPublished);

    [Fact]
    public void Of_rounded_counts_the_percentage_is_that_of_the_rounded_ones()
    {
        var policy = Policy with { Method = ProtectionMethod.Rounding };
        var table = new TableDraft(policy);
        var (part, all) = (table.Add("Helped", 22), table.Add("Asked", 58));
        table.Add(new Cell { Key = "Share", Kind = CellKind.Percentage, Numerator = part, Denominator = all, Policy = policy });

        var outcomes = Protector.Protect(table.Build(), Options).Outcomes;

        Assert.Equal(Math.Round(100 * outcomes[part].Value / outcomes[all].Value, 1, MidpointRounding.AwayFromZero), outcomes[2].Value);
    }

    [Fact]
    public void Random_percentages_over_areas_never_open()
    {
        var random = new Random(11);
        for (var round = 0; round < 200; round++)
        {
            var table = new TableDraft(Policy with { Zeros = round % 2 == 0 ? ZeroPolicy.Publish : ZeroPolicy.Protect, Method = round % 4 == 3 ? ProtectionMethod.Rounding : ProtectionMethod.Suppression });
            var (asked, helped) = (new List<int>(), new List<int>());
            for (var area = 0; area < 4; area++)
            {
                asked.Add(table.Add($"Asked {area}", random.Next(0, 90)));
                helped.Add(table.Add($"Helped {area}", random.Next(0, (int)table.Cells[asked[area]].Value + 1), CellRole.Internal));
            }
            asked.Add(table.AddTotal("Asked", [.. asked]));
            helped.Add(table.Add("Helped", helped.Sum(cell => table.Cells[cell].Value), CellRole.Internal));
            table.Relations.Add(Relation.Sum(helped[4], [.. helped.Take(4)]));
            for (var area = 0; area < 5; area++)
            {
                table.Add(new Cell { Key = $"Share {area}", Kind = CellKind.Percentage, Numerator = helped[area], Denominator = asked[area], Policy = table.Cells[0].Policy });
            }

            var release = Protector.Protect(table.Build(), Options).AsRelease("1");

            Assert.Empty(Attacker.Attack([release]).Opened);
        }
    }
}
