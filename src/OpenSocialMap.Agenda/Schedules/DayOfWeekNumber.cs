using System.Globalization;
using NodaTime;

namespace OpenSocialMap.Agenda.Schedules;

/// <summary>A day of the week, or the n-th such day in the month or year: <c>WE</c>, <c>2WE</c>, <c>-1FR</c>.</summary>
/// <param name="Ordinal">Null for every such day; counts from the end when negative; never zero.</param>
/// <param name="Day">The day of the week.</param>
public sealed record DayOfWeekNumber(int? Ordinal, IsoDayOfWeek Day)
{
    private static readonly string[] Codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>Reads iCalendar's form; null when it is none.</summary>
    public static DayOfWeekNumber? TryParse(string text)
    {
        var day = text.Length < 2 ? -1 : Array.IndexOf(Codes, text[^2..].ToUpperInvariant());
        if (day < 0)
            return null;
        if (text.Length == 2)
            return new DayOfWeekNumber(null, (IsoDayOfWeek)(day + 1));
        return int.TryParse(text[..^2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ordinal)
            ? new DayOfWeekNumber(ordinal, (IsoDayOfWeek)(day + 1))
            : null;
    }

    /// <summary>iCalendar's form.</summary>
    public override string ToString() => $"{Ordinal}{(Day is IsoDayOfWeek.None ? "?" : Codes[(int)Day - 1])}";
}
