using NodaTime;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Tests.Reference;

/// <summary>Schedules made with dice: any rule with known dates that both other implementations read as the RFC does.</summary>
internal sealed class GeneratedSchedule(Random dice)
{
    /// <summary>Dates around which calendars go wrong: leap days, ends of years and of short months, the nights in which the clock moves.</summary>
    private static readonly LocalDate[] Edges =
    [
        new(2024, 2, 29), new(2000, 2, 29), new(2023, 12, 31), new(2024, 1, 1), new(2020, 12, 28), new(2026, 1, 31),
        new(2024, 3, 31), new(2025, 3, 30), new(2024, 10, 27), new(2025, 10, 26), new(1999, 12, 27), new(2027, 2, 28),
    ];

    private static readonly LocalTime[] Times = [new(2, 30), new(2, 0), new(3, 0), new(0, 0), new(23, 59), new(9, 0), new(19, 30), new(1, 59, 59)];

    public Schedule Next()
    {
        var unit = (FrequencyUnit)dice.Next(4);
        var start = dice.Next(3) == 0 ? Edges[dice.Next(Edges.Length)] : new LocalDate(1995, 1, 1).PlusDays(dice.Next(15_000));
        var schedule = new Schedule
        {
            RepeatFrequency = new Frequency(dice.Next(3) > 0 ? 1 : dice.Next(2, unit is FrequencyUnit.Day ? 40 : 6), unit),
            StartDate = start,
            StartTime = Times[dice.Next(Times.Length)],
            ByMonth = Some(4, 3, () => dice.Next(1, 13)),
            ByMonthDay = unit is FrequencyUnit.Week ? [] : Some(4, 3, () => dice.Next(1, 32) * (dice.Next(4) == 0 ? -1 : 1)),
            ByDay = Days(unit),
            RepeatCount = dice.Next(4) == 0 ? dice.Next(1, 40) : null,
        };
        if (schedule.RepeatCount is null && dice.Next(4) == 0)
            schedule = schedule with { EndDate = start.PlusDays(dice.Next(2_000)) };
        if (dice.Next(4) == 0 && schedule is not { ByDay.Count: 0, ByMonth.Count: 0, ByMonthDay.Count: 0 })
            schedule = WithSetPositions(schedule);
        var first = schedule.StartDate ?? start;
        return schedule with
        {
            ExceptDates = Some(3, 12, () => first.PlusDays(dice.Next(2) == 0 ? dice.Next(60) : dice.Next(60) * 7)),
            ExtraDates = Some(4, 4, () => first.PlusDays(dice.Next(400))),
        };
    }

    /// <summary>Numbered days and days without a number are not mixed: python-dateutil takes only days that are both, the RFC those that are one of them.</summary>
    private EquatableList<DayOfWeekNumber> Days(FrequencyUnit unit)
    {
        var isNumbered = unit is FrequencyUnit.Month or FrequencyUnit.Year && dice.Next(2) == 0;
        var most = unit is FrequencyUnit.Year && dice.Next(3) == 0 ? 53 : 5;
        return Some(2, 4, () => new DayOfWeekNumber(isNumbered ? dice.Next(1, most + 1) * (dice.Next(3) == 0 ? -1 : 1) : null, (IsoDayOfWeek)dice.Next(1, 8)));
    }

    /// <summary>
    /// A weekly rule starts on Monday then: both others leave the days before the start out of the first week before they count positions, although
    /// the RFC (3.3.10) lets a set begin where the week does.
    /// </summary>
    private Schedule WithSetPositions(Schedule schedule) => schedule with
    {
        BySetPosition = [.. Enumerable.Range(0, dice.Next(1, 3)).Select(_ => dice.Next(1, 5) * (dice.Next(2) == 0 ? -1 : 1)).Distinct()],
        StartDate = schedule.RepeatFrequency?.Unit is FrequencyUnit.Week ? schedule.StartDate?.PlusDays(1).Previous(IsoDayOfWeek.Monday) : schedule.StartDate,
    };

    private EquatableList<T> Some<T>(int oneIn, int most, Func<T> make)
        where T : IEquatable<T> =>
        dice.Next(oneIn) > 0 ? [] : [.. Enumerable.Range(0, dice.Next(1, most + 1)).Select(_ => make()).Distinct()];
}
