using OpenSocialMap.Disclosure.Rules;

namespace OpenSocialMap.Disclosure.Tests;

/// <summary>The methodology says what the code does.</summary>
public class MethodologyTests
{
    [Fact]
    public void It_names_the_numbers_that_hold_by_default()
    {
        var policy = new ProtectionPolicy();
        Assert.Contains($"| Minimum count | {policy.MinimumCount} (8 for care and help) |", Methodology.Markdown);
        Assert.Contains($"| Minimum denominator of a percentage | {policy.MinimumDenominator} |", Methodology.Markdown);
        Assert.Contains($"| Minimum count under a mean | {policy.MinimumMeanCount} |", Methodology.Markdown);
        Assert.Contains($"| Rounding base | {policy.RoundingBase} |", Methodology.Markdown);
        Assert.Contains($"| Width of a withheld count | {PrimaryRules.LevelOfCount(policy).Width} |", Methodology.Markdown);
        Assert.Contains($"| Width of a rounded count | {PrimaryRules.LevelOfCount(policy with { Method = ProtectionMethod.Rounding }).Width} |", Methodology.Markdown);
    }
}
