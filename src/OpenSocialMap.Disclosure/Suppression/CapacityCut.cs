namespace OpenSocialMap.Disclosure.Suppression;

/// <summary>What every protective choice fulfils: the sum of coefficients over the withheld unknowns is at least the demand.</summary>
sealed record CapacityCut(int[] Variables, double[] Coefficients, double Demand)
{
    public double Slack(ReadOnlySpan<double> choice)
    {
        var sum = -Demand;
        for (var index = 0; index < Variables.Length; index++)
        {
            sum += Coefficients[index] * choice[Variables[index]];
        }
        return sum;
    }
}
