using NodaTime;

namespace OpenSocialMap.Agenda.Holidays;

/// <summary>Holidays that somebody publishes year by year, such as those of schools. Known from the first that is stated to the last.</summary>
public sealed class StatedHolidays : HolidayCalendar
{
    private readonly Holiday[] _holidays;

    public StatedHolidays(string code, IEnumerable<Holiday> holidays)
    {
        Code = code;
        _holidays = [.. holidays.OrderBy(holiday => holiday.StartDate)];
        if (Array.Find(_holidays, holiday => holiday.EndDate < holiday.StartDate) is { } wrong)
            throw new ArgumentException($"{wrong.Name} of calendar {code} ends before it starts: {wrong.StartDate:R} to {wrong.EndDate:R}.", nameof(holidays));
    }

    public override string Code { get; }

    public override LocalDate KnownFrom => _holidays is [var first, ..] ? first.StartDate : LocalDate.MaxIsoValue;

    public override LocalDate KnownThrough => _holidays.Length == 0 ? LocalDate.MinIsoValue : _holidays.Max(holiday => holiday.EndDate);

    public override IEnumerable<Holiday> Between(LocalDate from, LocalDate through) =>
        _holidays.Where(holiday => holiday.StartDate <= through && holiday.EndDate >= from);
}
