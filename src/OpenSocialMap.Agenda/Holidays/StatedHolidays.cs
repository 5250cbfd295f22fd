using NodaTime;

namespace OpenSocialMap.Agenda.Holidays;

/// <summary>Holidays that somebody publishes year by year, such as those of schools.</summary>
/// <remarks>
/// Known from the first holiday to the last, except where two are more than <see cref="LongestSilence"/> days apart: schools are never so long
/// without a holiday, so a year is missing there, and nothing is said of it.
/// </remarks>
public sealed class StatedHolidays : HolidayCalendar
{
    /// <summary>Between the end of a holiday and the start of the next.</summary>
    public const int LongestSilence = 120;

    private readonly Holiday[] _holidays;

    public StatedHolidays(string code, IEnumerable<Holiday> holidays)
    {
        Code = code;
        _holidays = [.. holidays.OrderBy(holiday => holiday.StartDate)];
        if (Array.Find(_holidays, holiday => holiday.EndDate < holiday.StartDate) is { } wrong)
            throw new ArgumentException($"{wrong.Name} of calendar {code} ends before it starts: {wrong.StartDate:R} to {wrong.EndDate:R}.", nameof(holidays));
    }

    public override string Code { get; }

    public override IEnumerable<Holiday> Between(LocalDate from, LocalDate through) =>
        _holidays.Where(holiday => holiday.StartDate <= through && holiday.EndDate >= from);

    public override bool Knows(LocalDate date)
    {
        var before = Array.FindLast(_holidays, holiday => holiday.StartDate <= date);
        var after = Array.Find(_holidays, holiday => holiday.EndDate >= date);
        return before is not null && after is not null
            && (before.EndDate >= date || Period.DaysBetween(before.EndDate, after.StartDate) <= LongestSilence);
    }
}
