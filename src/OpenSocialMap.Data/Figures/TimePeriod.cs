using System.Text.RegularExpressions;
using OpenSocialMap.Data.Seeding;

namespace OpenSocialMap.Data.Figures;

/// <summary>A time period as SDMX writes the common ones: a year, a month, a day, a quarter, a half year.</summary>
public static partial class TimePeriod
{
    public static bool IsOne(string text) => SeedRow.IsReducedDate(text) || PartOfYear().IsMatch(text);

    [GeneratedRegex(@"^[12]\d{3}-(Q[1-4]|S[12])$")]
    private static partial Regex PartOfYear();
}
