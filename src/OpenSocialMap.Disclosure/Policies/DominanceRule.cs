namespace OpenSocialMap.Disclosure;

/// <summary>When one or a few contributors make up so much of an amount that publishing it tells what theirs was.</summary>
public abstract record DominanceRule
{
    /// <summary>The (n,k) rule: sensitive when the <paramref name="Contributors"/> largest together are more than <paramref name="Percentage"/> per cent of the amount.</summary>
    public sealed record LargestShare(int Contributors, double Percentage) : DominanceRule;

    /// <summary>The p% rule: sensitive when the second largest contributor can work out the largest to within <paramref name="Percentage"/> per cent.</summary>
    public sealed record PriorKnowledge(double Percentage) : DominanceRule;

    private DominanceRule()
    {
    }
}
