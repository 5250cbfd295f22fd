using NodaTime;

namespace OpenSocialMap.Agenda.Schedules;

/// <summary>
/// The dates of one rule of RFC 5545 (<see href="https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10"/>): of each day, week, month or year that the
/// interval reaches, the days that fit all that is said of them.
/// </summary>
internal sealed class RecurrenceRule
{
    public static readonly LocalDate Earliest = new(1, 1, 1);
    public static readonly LocalDate Latest = new(9998, 12, 31);

    /// <summary>The days of 400 years, after which dates fall on the same days of the week again.</summary>
    public const int Patience = 146_097;

    private readonly Schedule _schedule;
    private readonly Frequency _frequency;
    private readonly int[] _months;
    private readonly int[] _monthDays;
    private readonly DayOfWeekNumber[] _weekdays;
    private readonly bool _countsWithinYear;

    public RecurrenceRule(Schedule schedule, Frequency frequency)
    {
        _schedule = schedule;
        _frequency = frequency;
        _months = [.. schedule.ByMonth];
        _monthDays = [.. schedule.ByMonthDay];
        _weekdays = [.. schedule.ByDay];
        _countsWithinYear = frequency.Unit is FrequencyUnit.Year && _months.Length == 0;
        if (_weekdays.Length > 0 || _monthDays.Length > 0 || schedule.StartDate is not { } start)
            return;
        switch (frequency.Unit)
        {
            case FrequencyUnit.Week:
                _weekdays = [new(null, start.DayOfWeek)];
                break;
            case FrequencyUnit.Month:
                _monthDays = [start.Day];
                break;
            case FrequencyUnit.Year:
                _monthDays = [start.Day];
                _months = _months.Length > 0 ? _months : [start.Month];
                break;
        }
    }

    public IEnumerable<LocalDate> Between(LocalDate from, LocalDate through)
    {
        // What counts has to be counted from its start.
        var first = LocalDate.Max(_schedule.StartDate ?? Earliest, _schedule.RepeatCount is null ? from : Earliest);
        var last = LocalDate.Min(through, _schedule.EndDate ?? Latest);
        var left = _schedule.RepeatCount ?? int.MaxValue;
        var lastFired = first;
        foreach (var period in RecurrencePeriods.Between(_frequency, _schedule.StartDate, first, last))
        {
            if (Period.DaysBetween(lastFired, period) > Patience)
                yield break;
            foreach (var date in DatesIn(period))
            {
                if (date < first)
                    continue;
                if (date > last || left-- == 0)
                    yield break;
                lastFired = date;
                if (date >= from)
                    yield return date;
            }
        }
    }

    private List<LocalDate> DatesIn(LocalDate period)
    {
        var dates = new List<LocalDate>();
        switch (_frequency.Unit)
        {
            case FrequencyUnit.Day:
                Add(dates, period, 1);
                break;
            case FrequencyUnit.Week:
                Add(dates, period, 7);
                break;
            case FrequencyUnit.Month:
                AddMonth(dates, period);
                break;
            default:
                for (var month = 0; month < 12; month++)
                    AddMonth(dates, period.PlusMonths(month));
                break;
        }
        return _schedule.BySetPosition.Count == 0 ? dates : AtSetPositions(dates);
    }

    private void AddMonth(List<LocalDate> dates, LocalDate month)
    {
        if (IsInMonth(month))
            Add(dates, month, CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month));
    }

    private void Add(List<LocalDate> dates, LocalDate first, int days)
    {
        for (var day = 0; day < days; day++)
        {
            var date = first.PlusDays(day);
            if (IsInMonth(date) && IsMonthDay(date) && IsWeekday(date))
                dates.Add(date);
        }
    }

    private bool IsInMonth(LocalDate date) => _months.Length == 0 || Array.IndexOf(_months, date.Month) >= 0;

    private bool IsMonthDay(LocalDate date) =>
        _monthDays.Length == 0
        || Array.IndexOf(_monthDays, date.Day) >= 0
        || Array.IndexOf(_monthDays, date.Day - CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month) - 1) >= 0;

    private bool IsWeekday(LocalDate date)
    {
        if (_weekdays.Length == 0)
            return true;
        foreach (var weekday in _weekdays)
        {
            if (weekday.Day == date.DayOfWeek && (weekday.Ordinal is not { } ordinal || IsOrdinal(date, ordinal)))
                return true;
        }
        return false;
    }

    private bool IsOrdinal(LocalDate date, int ordinal)
    {
        var (day, days) = _countsWithinYear
            ? (date.DayOfYear, CalendarSystem.Iso.GetDaysInYear(date.Year))
            : (date.Day, CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month));
        return ordinal == (ordinal > 0 ? (day - 1) / 7 + 1 : -((days - day) / 7 + 1));
    }

    private List<LocalDate> AtSetPositions(List<LocalDate> dates) =>
        [.. dates.Where((_, index) => _schedule.BySetPosition.Any(position => position == index + 1 || position == index - dates.Count))];
}
