using NodaTime;
using OpenSocialMap.Agenda.Holidays;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Tests.Text;

/// <summary>
/// Makes schedules at random of every shape that has a meaning, always the same for a seed. Left out is what says the same as another shape or
/// contradicts itself: a single date is a start that is the end, not an extra date, and a rule has no problems.
/// </summary>
internal sealed class RandomSchedules(int seed)
{
    private readonly Random _random = new(seed);

    public Schedule Next()
    {
        while (true)
        {
            var schedule = WithLimits(WithClock(Rule()));
            if (schedule != new Schedule() && !Contradicts(schedule) && IsTold(schedule))
                return schedule;
        }
    }

    private static bool Contradicts(Schedule schedule) =>
        new Recurrence(schedule with { ExceptHolidays = [], OnlyHolidays = [] }, HolidayCalendars.Computed).WhyUnknown is DatesUnknown.Contradiction;

    /// <summary>Without a frequency a start alone, an extra date alone and the ordinals of no month say what other shapes say.</summary>
    private static bool IsTold(Schedule schedule) =>
        schedule.RepeatFrequency is not null
        || (schedule is not { StartDate: not null, EndDate: null } && schedule is not { StartDate: null, ExtraDates.Count: 1 });

    private Schedule Rule() => _random.Next(14) switch
    {
        0 => new() { RepeatFrequency = new(Interval(), FrequencyUnit.Day) },
        1 => new() { RepeatFrequency = new(Interval(), FrequencyUnit.Day), ByDay = Weekdays() },
        2 => new() { RepeatFrequency = new(Interval(), Unit()), TimesPerPeriod = _random.Next(1, 9) },
        3 or 4 => new() { RepeatFrequency = new(Interval(), FrequencyUnit.Week), ByDay = Weekdays(), BySetPosition = Positions() },
        5 or 6 => new() { RepeatFrequency = new(Interval(), FrequencyUnit.Month), ByDay = OrdinalDays(), ByMonth = Season() },
        7 => new() { RepeatFrequency = new(Interval(), FrequencyUnit.Month), ByMonthDay = MonthDays(), ByMonth = Season(), ByDay = Chance(4) ? Weekdays() : [] },
        8 => new() { RepeatFrequency = new(Interval(), Chance(2) ? FrequencyUnit.Month : FrequencyUnit.Year), ByDay = Weekdays(), BySetPosition = Positions() },
        9 => new() { RepeatFrequency = new(Interval(), FrequencyUnit.Year), ByMonth = Months(), ByDay = Chance(2) ? OrdinalDays() : Weekdays() },
        10 => new() { RepeatFrequency = new(Interval(), FrequencyUnit.Year), ByMonth = Chance(4) ? [] : Months(), ByMonthDay = Chance(4) ? [] : MonthDays() },
        11 => new() { RepeatFrequency = new(Interval(), Unit()), ByMonth = Season(), TimesPerPeriod = Chance(2) ? _random.Next(1, 5) : null, ByDay = Chance(2) ? Weekdays() : [] },
        12 => WithoutFrequency(),
        _ => new() { RepeatFrequency = new(Interval(), Unit()) },
    };

    private Schedule WithoutFrequency() => _random.Next(6) switch
    {
        0 when Date() is var date => new() { StartDate = date, EndDate = date },
        1 => new() { ExtraDates = Dates() },
        2 => new() { ByMonth = Months(), ByMonthDay = [_random.Next(1, 29)] },
        3 => new() { ByDay = Weekdays() },
        4 => new() { ByMonth = Months(), ByDay = OrdinalDays() },
        _ => new() { ByMonth = Season() },
    };

    private Schedule WithClock(Schedule schedule)
    {
        var start = new LocalTime(_random.Next(24), _random.Next(4) * 15);
        DayPart? part = Chance(3) ? (DayPart)_random.Next(3) : null;
        return _random.Next(5) switch
        {
            0 => schedule with { DayPart = part, StartTime = start },
            1 when part is null => schedule with { EndTime = start },
            2 or 3 => schedule with { DayPart = part, StartTime = start, EndTime = start.PlusMinutes(15 * _random.Next(1, 97)) },
            _ => schedule with { DayPart = part },
        };
    }

    private Schedule WithLimits(Schedule schedule)
    {
        if (Chance(4) && schedule is { StartDate: null, ExtraDates.Count: 0 })
            schedule = schedule with { StartDate = Chance(3) ? null : Date() };
        if (Chance(4) && schedule is { EndDate: null, ExtraDates.Count: 0 })
            schedule = schedule with { EndDate = (schedule.StartDate ?? Date()).PlusDays(_random.Next(1, 900)) };
        if (Chance(6) && schedule is { EndDate: null, RepeatFrequency: not null })
            schedule = schedule with { RepeatCount = _random.Next(1, 30) };
        if (Chance(6))
            schedule = schedule with { ExceptDates = Dates() };
        if (Chance(8))
            schedule = schedule with { ExtraDates = Dates() };
        if (Chance(6))
            schedule = schedule with { ExceptHolidays = Calendars() };
        return Chance(8) ? schedule with { OnlyHolidays = Calendars() } : schedule;
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private int Interval() => Chance(2) ? 1 : _random.Next(2, 13);

    private FrequencyUnit Unit() => (FrequencyUnit)_random.Next(4);

    private LocalDate Date() => new LocalDate(2020, 1, 1).PlusDays(_random.Next(4000));

    private EquatableList<LocalDate> Dates()
    {
        var dates = Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Date()).ToList();
        return Chance(3) ? [.. dates, .. Enumerable.Range(1, _random.Next(1, 20)).Select(dates[^1].PlusDays)] : [.. dates];
    }

    private EquatableList<string> Calendars() => _random.Next(4) switch
    {
        0 => ["nl"],
        1 => ["nl-school-midden"],
        2 => ["nl-school-midden", "nl"],
        _ => ["nl", "nl-school-midden"],
    };

    private EquatableList<DayOfWeekNumber> Weekdays() => [.. Some(1, 7).Select(day => new DayOfWeekNumber(null, (IsoDayOfWeek)day))];

    private EquatableList<DayOfWeekNumber> OrdinalDays() =>
        [.. Some(1, 7).Take(3).SelectMany(day => Some(1, 5).Take(3).Select(ordinal => new DayOfWeekNumber(Chance(4) ? -ordinal : ordinal, (IsoDayOfWeek)day)))];

    private EquatableList<int> MonthDays() => [.. Some(1, 31).Take(3).Select(day => Chance(4) ? -day : day)];

    private EquatableList<int> Months() => [.. Some(1, 12).Take(4)];

    private EquatableList<int> Season()
    {
        var first = _random.Next(12);
        return Chance(2) ? [] : [.. Enumerable.Range(first, _random.Next(1, 13)).Select(month => (month % 12) + 1)];
    }

    private EquatableList<int> Positions() => Chance(3) ? [.. Some(1, 5).Take(2).Select(position => Chance(2) ? -position : position)] : [];

    /// <summary>Some numbers of a range: one, a row of them, or a few in any order.</summary>
    private List<int> Some(int first, int last)
    {
        var count = _random.Next(1, Math.Min(last - first + 2, 8));
        var all = Enumerable.Range(first, last - first + 1);
        return _random.Next(3) switch
        {
            0 => [_random.Next(first, last + 1)],
            1 => [.. all.Skip(_random.Next(last - first + 2 - count)).Take(count)],
            _ => [.. all.OrderBy(_ => _random.Next()).Take(count)],
        };
    }
}
