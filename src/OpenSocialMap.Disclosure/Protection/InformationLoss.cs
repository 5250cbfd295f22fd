namespace OpenSocialMap.Disclosure;

/// <summary>How much of a table protection kept and lost.</summary>
/// <param name="Publishable">Cells that could have been published.</param>
/// <param name="Published">Cells that are.</param>
/// <param name="Primary">Cells withheld for what they tell themselves.</param>
/// <param name="Secondary">Cells withheld to protect others, those that earlier releases withheld among them.</param>
/// <param name="ValueShareWithheld">Of the sum of all counts and amounts (totals included), the share in withheld cells, from 0 to 1.</param>
/// <param name="SecondaryWeight">The sum of the weights of the secondary cells: what the method minimises.</param>
/// <param name="MeanRoundingError">Mean of |published - raw| over published counts; 0 under suppression.</param>
public sealed record InformationLoss(
    int Publishable,
    int Published,
    int Primary,
    int Secondary,
    double ValueShareWithheld,
    double SecondaryWeight,
    double MeanRoundingError)
{
    public int Withheld => Primary + Secondary;
}
