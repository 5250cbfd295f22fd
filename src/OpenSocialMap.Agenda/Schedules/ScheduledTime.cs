using NodaTime;

namespace OpenSocialMap.Agenda.Schedules;

/// <summary>One time that something takes place, as exact as its schedule is. The wall clock is the truth; instants follow from it.</summary>
/// <param name="Date">First day.</param>
/// <param name="Start">Null when only the day is known.</param>
/// <param name="EndDate">Last day: the next one for what ends after midnight.</param>
/// <param name="End">Null when nobody says how long it takes.</param>
/// <param name="DayPart">The part of the day, where it is stated.</param>
public sealed record ScheduledTime(LocalDate Date, LocalTime? Start, LocalDate EndDate, LocalTime? End, DayPart? DayPart)
{
    /// <summary>When the clocks go forward, a time that does not exist is as much later as the clock is; one that comes twice is the first of both.</summary>
    public Instant? StartsAt => Start is { } start ? AmsterdamTime.InstantOf(Date + start) : null;

    /// <summary>Never before the start, also in the night in which the clocks go forward.</summary>
    public Instant? EndsAt => End is not { } end ? null
        : StartsAt is { } startsAt ? Instant.Max(startsAt, AmsterdamTime.InstantOf(EndDate + end))
        : AmsterdamTime.InstantOf(EndDate + end);

    /// <summary>What the schedule says of the clock, on that date.</summary>
    internal static ScheduledTime On(LocalDate date, Schedule schedule, int lasts)
    {
        // Several times a day have no clock time of their own.
        var isOneTime = schedule is not { RepeatFrequency.Unit: FrequencyUnit.Day, TimesPerPeriod: > 1 };
        var (start, end) = isOneTime ? (schedule.StartTime, schedule.EndTime) : (null, null);
        var endsNextDay = lasts == 0 && end <= start;
        return new ScheduledTime(date, start, date.PlusDays(endsNextDay ? 1 : lasts), end, schedule.DayPart);
    }
}
