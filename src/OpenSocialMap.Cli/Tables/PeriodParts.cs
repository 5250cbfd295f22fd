using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenSocialMap.Cli.Tables;

/// <summary>What periods consist of: a year of half years, quarters or months, and so on. As SDMX writes them.</summary>
internal static partial class PeriodParts
{
    /// <summary>Each way to split a period.</summary>
    public static IEnumerable<string[]> Of(string period)
    {
        var year = period[..4];
        if (period.Length == 4)
        {
            yield return Named($"{year}-S{{0}}", 1, 2);
            yield return Named($"{year}-Q{{0}}", 1, 4);
            yield return Named($"{year}-{{0:00}}", 1, 12);
        }
        else if (HalfYear().IsMatch(period))
        {
            var half = period[^1] - '1';
            yield return Named($"{year}-Q{{0}}", (half * 2) + 1, 2);
            yield return Named($"{year}-{{0:00}}", (half * 6) + 1, 6);
        }
        else if (Quarter().IsMatch(period))
        {
            yield return Named($"{year}-{{0:00}}", ((period[^1] - '1') * 3) + 1, 3);
        }
    }

    /// <summary>Every period that this one is a part of.</summary>
    public static IEnumerable<string> Above(string period)
    {
        if (period.Length == 4)
            yield break;
        var year = period[..4];
        var months = new[] { year }.Concat(Named($"{year}-S{{0}}", 1, 2)).Concat(Named($"{year}-Q{{0}}", 1, 4));
        foreach (var above in months.Where(above => Of(above).Any(parts => parts.Contains(period))))
            yield return above;
    }

    static string[] Named(string pattern, int first, int count) =>
        [.. Enumerable.Range(first, count).Select(number => string.Format(CultureInfo.InvariantCulture, pattern, number))];

    [GeneratedRegex(@"^[12]\d{3}-Q[1-4]$")]
    private static partial Regex Quarter();

    [GeneratedRegex(@"^[12]\d{3}-S[12]$")]
    private static partial Regex HalfYear();
}
