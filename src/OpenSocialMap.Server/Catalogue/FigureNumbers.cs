using System.Globalization;

namespace OpenSocialMap.Server.Catalogue;

/// <summary>Figures as people read them: the numbers of their language, and the signs of Statistics Netherlands where there is none.</summary>
internal static class FigureNumbers
{
    private static readonly NumberFormatInfo Dutch = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };
    private static readonly NumberFormatInfo English = new() { NumberDecimalSeparator = ".", NumberGroupSeparator = "," };

    /// <summary>What a table prints: the number, <c>*</c> behind a provisional one, a point for what is unknown or withheld, nothing for what can't occur.</summary>
    public static string Print(decimal? value, FigureStatus status, int decimals, bool isEnglish) =>
        status.Sign ?? (value is { } number ? Number(number, decimals, isEnglish) + (status == FigureStatus.Provisional ? "*" : "") : ".");

    public static string Number(decimal value, int decimals, bool isEnglish) =>
        value.ToString($"N{decimals}", isEnglish ? English : Dutch);

    /// <summary>For programs: a decimal point, no groups, no zeros behind that say nothing.</summary>
    public static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>The unit behind a number: a percent sign, or a word.</summary>
    public static string Unit(string unit, bool isEnglish) => unit switch
    {
        "percent" => "%",
        "1000 EUR" => isEnglish ? "thousand euros" : "duizend euro",
        "EUR" => "euro",
        "persons" => isEnglish ? "persons" : "personen",
        "households" => isEnglish ? "households" : "huishoudens",
        "dwellings" => isEnglish ? "dwellings" : "woningen",
        "copies" => isEnglish ? "copies" : "exemplaren",
        "contacts" => isEnglish ? "contacts" : "contacten",
        "activities" => isEnglish ? "activities" : "activiteiten",
        "visits" => isEnglish ? "visits" : "bezoeken",
        "cases" => isEnglish ? "cases" : "dossiers",
        _ => unit,
    };
}
