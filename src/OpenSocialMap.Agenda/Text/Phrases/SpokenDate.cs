using NodaTime;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>A date as it was said: the year, and in a list or range the month too, may be said later.</summary>
internal sealed record SpokenDate(int Day, int? Month, int? Year, IsoDayOfWeek? Weekday, DayPart? Part, PhraseSpan Span)
{
    private const int Leap = 2000;

    public SpokenDate Before(SpokenDate next) => this with { Month = Month ?? next.Month, Year = Year ?? next.Year };

    /// <summary>A range may go over the new year: "van 15 november tot 31 maart 2023" begins the year before.</summary>
    public SpokenDate StartingBefore(SpokenDate last)
    {
        var (month, year) = (Month ?? last.Month, Year ?? last.Year);
        var yearBefore = Year is null && (month > last.Month || (month == last.Month && Day > last.Day));
        return this with { Month = month, Year = year - (yearBefore ? 1 : 0) };
    }

    public bool Exists => Month is { } month && Day >= 1 && Day <= CalendarSystem.Iso.GetDaysInMonth(Year ?? Leap, month);

    /// <returns>Null when the year is not known.</returns>
    public LocalDate? AsDate(LocalDate? reference)
    {
        if (Year is { } year)
            return new LocalDate(year, Month!.Value, Day);
        if (reference is not { } from)
            return null;
        // Eight years hold a leap day, over 1900 and 2100 too.
        for (var next = from.Year; next <= from.Year + 8; next++)
        {
            if (Day <= CalendarSystem.Iso.GetDaysInMonth(next, Month!.Value) && new LocalDate(next, Month.Value, Day) is var date && date >= from)
                return date;
        }
        return null;
    }
}
