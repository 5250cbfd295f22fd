namespace OpenSocialMap.Disclosure.Rules;

/// <summary>Percentages and means: over how many they may be published, and what they are.</summary>
static class RatioRules
{
    public static WithheldReason Judge(Cell ratio, double denominator)
    {
        if (denominator == 0)
        {
            return WithheldReason.NoDenominator;
        }
        var least = ratio.Kind == CellKind.Percentage ? ratio.Policy.MinimumDenominator : ratio.Policy.MinimumMeanCount;
        return ratio.Policy.Method != ProtectionMethod.None && denominator < least ? WithheldReason.SmallDenominator : WithheldReason.None;
    }

    /// <summary>The value with its decimals. Of two rounded counts the part can come out above the whole; then it is all of them.</summary>
    public static double Value(Cell ratio, double numerator, double denominator)
    {
        var value = CellTable.ScaleOf(ratio) * numerator / denominator;
        return Math.Round(ratio.Kind == CellKind.Percentage ? Math.Min(100, value) : value, ratio.Decimals, MidpointRounding.AwayFromZero);
    }

    /// <summary>How far the published value can be from the one before it was cut to its decimals.</summary>
    public static double Slack(Cell ratio) => 0.5 * Math.Pow(10, -ratio.Decimals) + 1e-9;
}
