using NodaTime;
using OpenSocialMap.Agenda.Holidays;

namespace OpenSocialMap.Agenda.Schedules;

/// <summary>
/// The dates on which a schedule says that something takes place, in order and as far as anybody has stated them; nothing is made up.
/// </summary>
/// <remarks>
/// <para>A rule is that of RFC 5545 with weeks from Monday, except that the start date is a date of it only when the rule says so. A start date gives
/// what the rule leaves out (weekly since Wednesday 4 March: every Wednesday) and anchors "every second".</para>
/// <para>Without a frequency the start date is the one time that it takes place; with another end date that one time lasts until then.</para>
/// <para>Where a holiday calendar says nothing yet, no dates are known of a schedule that depends on it.</para>
/// <para>Work is bounded: a rule that has not fired for 400 years, after which the calendar repeats itself, is taken to be over, and
/// dates are those of the years 1 to 9998.</para>
/// </remarks>
public sealed class Recurrence
{
    private readonly Schedule _schedule;
    private readonly RecurrenceRule? _rule;
    private readonly HolidayCalendar[] _except;
    private readonly HolidayCalendar[] _only;
    private readonly HashSet<LocalDate> _exceptDates;
    private readonly LocalDate[] _extraDates;

    /// <exception cref="UnknownHolidayCalendarException">The schedule names a calendar that is not among <paramref name="holidays"/>.</exception>
    public Recurrence(Schedule schedule, HolidayCalendars holidays)
    {
        _schedule = schedule;
        _except = [.. schedule.ExceptHolidays.Select(code => holidays[code])];
        _only = [.. schedule.OnlyHolidays.Select(code => holidays[code])];
        WhyUnknown = DatesUnknownReasons.Of(schedule);
        _rule = WhyUnknown is null && schedule.RepeatFrequency is { } frequency ? new RecurrenceRule(schedule, frequency) : null;
        _exceptDates = [.. schedule.ExceptDates];
        _extraDates = WhyUnknown is DatesUnknown.Contradiction ? [] : [.. schedule.ExtraDates.Distinct().Order()];
    }

    /// <summary>Whether the rule tells all dates. When it does not, the extra dates of the schedule are still given.</summary>
    public bool DatesAreKnown => WhyUnknown is null;

    /// <summary>What is missing; null when all dates are known.</summary>
    public DatesUnknown? WhyUnknown { get; }

    /// <summary>The times whose first day lies in the range, both ends included; worked out as they are read.</summary>
    public IEnumerable<ScheduledTime> Between(LocalDate from, LocalDate through)
    {
        var lasts = _schedule is { RepeatFrequency: null, StartDate: { } start, EndDate: { } end } ? Period.DaysBetween(start, end) : 0;
        foreach (var date in DatesBetween(from, through))
            yield return ScheduledTime.On(date, _schedule, date == _schedule.StartDate ? lasts : 0);
    }

    /// <summary>Whether it takes place on that day; null when nobody has said enough to tell.</summary>
    public bool? IsOn(LocalDate date)
    {
        if (DatesBetween(date, date).Any())
            return true;
        if (_exceptDates.Contains(date))
            return false;
        return (DatesAreKnown ? IsLeftOpenByCalendars(date) : IsLeftOpenByRule(date)) ? null : false;
    }

    /// <summary>
    /// The same schedule for readers who know no holiday calendars: within the range the holidays that it leaves out are dates left out, and what takes
    /// place in holidays alone is a list of dates.
    /// </summary>
    public Schedule WithHolidaysAsDates(LocalDate from, LocalDate through)
    {
        if (_only.Length > 0)
        {
            return new Schedule
            {
                Text = _schedule.Text,
                DayPart = _schedule.DayPart,
                StartTime = _schedule.StartTime,
                EndTime = _schedule.EndTime,
                ExtraDates = [.. DatesBetween(from, through)],
            };
        }
        var leftOut = RuleDates(from, through).Where(date => _except.Any(calendar => calendar.Contains(date)));
        return _schedule with { ExceptHolidays = [], ExceptDates = [.. _schedule.ExceptDates.Concat(leftOut).Distinct().Order()] };
    }

    private bool IsLeftOpenByCalendars(LocalDate date) =>
        RuleDates(date, date).Any() && _except.Concat(_only).Any(calendar => !calendar.Knows(date));

    private bool IsLeftOpenByRule(LocalDate date) =>
        !(date < _schedule.StartDate) && !(date > _schedule.EndDate)
        && (_schedule.ByMonth.Count == 0 || _schedule.ByMonth.Contains(date.Month))
        && (_schedule.ByDay.Count == 0 || _schedule.ByDay.Any(day => day.Day == date.DayOfWeek));

    private IEnumerable<LocalDate> DatesBetween(LocalDate from, LocalDate through)
    {
        var (first, last) = (LocalDate.Max(from, RecurrenceRule.Earliest), LocalDate.Min(through, RecurrenceRule.Latest));
        var lastGiven = first;
        using var extra = _extraDates.Where(date => date >= first && date <= last && !_exceptDates.Contains(date)).GetEnumerator();
        var hasExtra = extra.MoveNext();
        foreach (var date in RuleDates(first, last))
        {
            for (; hasExtra && extra.Current <= date; hasExtra = extra.MoveNext())
            {
                if (extra.Current < date)
                    yield return extra.Current;
                else if (!Takes(date))
                    yield return date;
            }
            if (Period.DaysBetween(lastGiven, date) > RecurrenceRule.Patience)
                break;
            if (Takes(date))
                yield return lastGiven = date;
        }
        for (; hasExtra; hasExtra = extra.MoveNext())
            yield return extra.Current;
    }

    private IEnumerable<LocalDate> RuleDates(LocalDate from, LocalDate through)
    {
        if (_rule is not null)
            return _rule.Between(from, through);
        return WhyUnknown is null && _schedule.StartDate is { } once && once >= from && once <= through ? [once] : [];
    }

    /// <summary>Whether a date of the rule is one on which it does take place.</summary>
    private bool Takes(LocalDate date) =>
        !_exceptDates.Contains(date)
        && Array.TrueForAll(_except, calendar => calendar.Knows(date) && !calendar.Contains(date))
        && (_only.Length == 0 || Array.Exists(_only, calendar => calendar.Contains(date)));
}
