using System.Globalization;

namespace OpenSocialMap.Server.Catalogue.Charts;

/// <summary>When the periods of SDMX begin and end.</summary>
internal static class Period
{
    /// <summary>In years, so that a chart leaves room for years that are missing.</summary>
    public static double Begin(string period)
    {
        var day = FirstDay(period);
        return day.Year + (day.DayOfYear - 1) / 366.0;
    }

    public static DateOnly FirstDay(string period) => period.Length switch
    {
        7 when period[5] == 'Q' => new DateOnly(Number(period, 0, 4), 3 * (period[6] - '1') + 1, 1),
        7 when period[5] == 'S' => new DateOnly(Number(period, 0, 4), 6 * (period[6] - '1') + 1, 1),
        7 => new DateOnly(Number(period, 0, 4), Number(period, 5), 1),
        10 => new DateOnly(Number(period, 0, 4), Number(period, 5), Number(period, 8)),
        _ => new DateOnly(Number(period, 0, 4), 1, 1),
    };

    public static DateOnly LastDay(string period) => period.Length switch
    {
        7 when period[5] == 'Q' => FirstDay(period).AddMonths(3).AddDays(-1),
        7 when period[5] == 'S' => FirstDay(period).AddMonths(6).AddDays(-1),
        7 => FirstDay(period).AddMonths(1).AddDays(-1),
        10 => FirstDay(period),
        _ => FirstDay(period).AddYears(1).AddDays(-1),
    };

    private static int Number(string period, int at, int digits = 2) => int.Parse(period.AsSpan(at, digits), NumberStyles.None, CultureInfo.InvariantCulture);
}
