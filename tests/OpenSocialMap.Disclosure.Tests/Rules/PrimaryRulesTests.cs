using OpenSocialMap.Disclosure.Rules;

namespace OpenSocialMap.Disclosure.Tests.Rules;

/// <summary>Which cells are sensitive for what they tell themselves.</summary>
public class PrimaryRulesTests
{
    private static readonly ProtectionPolicy Policy = new();

    [Theory]
    [InlineData(0, ZeroPolicy.Protect, 5, WithheldReason.Zero)]
    [InlineData(0, ZeroPolicy.Publish, 5, WithheldReason.None)]
    [InlineData(1, ZeroPolicy.Publish, 5, WithheldReason.SmallCount)]
    [InlineData(4, ZeroPolicy.Protect, 5, WithheldReason.SmallCount)]
    [InlineData(5, ZeroPolicy.Protect, 5, WithheldReason.None)]
    [InlineData(7, ZeroPolicy.Protect, 8, WithheldReason.SmallCount)]
    [InlineData(8, ZeroPolicy.Protect, 8, WithheldReason.None)]
    public void Counts_below_the_minimum_are_withheld(double count, ZeroPolicy zeros, int minimum, WithheldReason reason)
    {
        var policy = Policy with { Zeros = zeros, MinimumCount = minimum };
        Assert.Equal(reason, PrimaryRules.Judge(new() { Key = "Oakwijk", Value = count, Policy = policy }));
    }

    [Fact]
    public void Structural_zeros_public_figures_and_unprotected_datasets_hide_nothing()
    {
        Cell cell = new() { Key = "Oakwijk", Value = 0, Policy = Policy };
        Assert.Equal(WithheldReason.None, PrimaryRules.Judge(cell with { IsStructuralZero = true }));
        Assert.Equal(WithheldReason.None, PrimaryRules.Judge(cell with { Role = CellRole.Public }));
        Assert.Equal(WithheldReason.None, PrimaryRules.Judge(cell with { Policy = ProtectionPolicy.Unprotected }));
    }

    [Fact]
    public void One_contributor_may_not_be_most_of_an_amount()
    {
        var rule = new DominanceRule.LargestShare(2, 80);
        Cell cell = new() { Key = "Oakwijk", Kind = CellKind.Amount, Value = 1000, Policy = Policy with { Dominance = rule } };

        Assert.Equal(WithheldReason.None, PrimaryRules.Judge(cell with { Contributions = [500, 300, 100] }));
        var sensitive = cell with { Contributions = [600, 300] };
        Assert.Equal(WithheldReason.Dominance, PrimaryRules.Judge(sensitive));
        // 900 / 0.8 - 1000: with so much more in it, the two would be 80 per cent.
        Assert.Equal(125, PrimaryRules.LevelOf(sensitive).Up, 6);
    }

    [Fact]
    public void The_second_contributor_may_not_work_out_the_first()
    {
        var rule = new DominanceRule.PriorKnowledge(10);
        Cell cell = new() { Key = "Oakwijk", Kind = CellKind.Amount, Value = 1000, Policy = Policy with { Dominance = rule } };

        Assert.Equal(WithheldReason.None, PrimaryRules.Judge(cell with { Contributions = [600, 300] }));
        var sensitive = cell with { Contributions = [700, 280] };
        Assert.Equal(WithheldReason.Dominance, PrimaryRules.Judge(sensitive));
        Assert.Equal(50, PrimaryRules.LevelOf(sensitive).Up, 6);
    }

    [Theory]
    [InlineData("The minimum count is 1", 1, 25, ProtectionMethod.Suppression)]
    [InlineData("The minimum denominator is 4", 5, 4, ProtectionMethod.Suppression)]
    [InlineData("The rounding base is 5, below the minimum count of 8", 8, 25, ProtectionMethod.Rounding)]
    public void A_policy_that_protects_nobody_is_refused(string message, int minimum, int denominator, ProtectionMethod method)
    {
        var policy = new ProtectionPolicy { MinimumCount = minimum, MinimumDenominator = denominator, Method = method };
        Assert.StartsWith(message, Assert.Throws<DisclosureException>(policy.Checked).Message);
    }
}
