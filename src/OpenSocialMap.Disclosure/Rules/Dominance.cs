using OpenSocialMap.Disclosure.Attack;

namespace OpenSocialMap.Disclosure.Rules;

/// <summary>
/// The two dominance rules for amounts, in the form of the handbook (Hundepool et al. 2012, chapter 4). Both say how much more uncertainty a sensitive
/// amount needs, up and down: that is its protection level.
/// </summary>
static class Dominance
{
    public static bool IsSensitive(DominanceRule rule, double amount, IReadOnlyList<double> contributions) => Missing(rule, amount, contributions) > 0;

    public static ProtectionLevel LevelOf(DominanceRule rule, double amount, IReadOnlyList<double> contributions)
    {
        var missing = Missing(rule, amount, contributions);
        // Nobody thinks an amount to be less than nothing.
        return missing > 0 ? new(Math.Min(missing, amount), missing, 0) : default;
    }

    private static double Missing(DominanceRule rule, double amount, IReadOnlyList<double> contributions) => contributions.Count == 0
        ? 0
        : rule switch
        {
            DominanceRule.LargestShare share => 100 / share.Percentage * contributions.Take(share.Contributors).Sum() - amount,
            // What is left for the largest to hide behind, once the second largest takes its own away.
            DominanceRule.PriorKnowledge prior => prior.Percentage / 100 * contributions[0] - (amount - contributions[0] - contributions.Skip(1).FirstOrDefault()),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
