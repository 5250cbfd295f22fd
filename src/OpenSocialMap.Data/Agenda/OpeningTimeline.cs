using NodaTime;
using OpenSocialMap.Agenda;
using OpenSocialMap.Agenda.Holidays;
using OpenSocialMap.Agenda.Opening;
using OpenSocialMap.Data.Model;
using OpeningState = OpenSocialMap.Agenda.Opening.OpeningState;

namespace OpenSocialMap.Data.Agenda;

/// <summary>From when until when a place is in one state, in instants.</summary>
internal sealed record TimelineInterval(DateTime StartsAt, DateTime EndsAt, string State, string? Role, string? Period)
{
    /// <summary>Whether it goes on as the other ends.</summary>
    public bool Follows(TimelineInterval other) => StartsAt == other.EndsAt && (State, Role, Period) == (other.State, other.Role, other.Period);
}

/// <summary>
/// Opening hours as a line of time: the door's states one after the other, and beside it who is there. Where nobody has said anything, nothing stands.
/// </summary>
internal static class OpeningTimeline
{
    private const string WholeDay = "DAY";

    private static readonly string HostPresent = Spelling.Write(Model.OpeningState.HostPresent);

    /// <summary>The intervals of some days, both ends included.</summary>
    public static IEnumerable<TimelineInterval> Of(OpeningHours hours, HolidayCalendars holidays, LocalDate from, LocalDate through)
    {
        var calendar = new OpeningCalendar(hours, holidays);
        var clock = Clock(hours);
        var moments = Days(from, through).SelectMany(day => clock.Select(time => day + time)).Append(through.PlusDays(1).AtMidnight()).ToList();
        var instants = moments.ConvertAll(moment => AmsterdamTime.InstantOf(moment).ToDateTimeUtc());
        var open = new Dictionary<(bool Door, string? Role), TimelineInterval>();
        for (var i = 0; i + 1 < moments.Count; i++)
        {
            // The hour that the clock skips has no length.
            if (instants[i] >= instants[i + 1])
                continue;
            var now = At(calendar, moments[i], instants[i], instants[i + 1]).ToDictionary(it => (it.State != HostPresent, it.Role));
            foreach (var (lane, last) in open.ToList())
            {
                if (now.TryGetValue(lane, out var next) && next.Follows(last))
                    now[lane] = next with { StartsAt = last.StartsAt };
                else
                    yield return last;
            }
            open = now;
        }
        foreach (var last in open.Values)
            yield return last;
    }

    /// <summary>The days, or parts of them, on which anybody can walk in at hours that nobody has stated.</summary>
    public static IEnumerable<(DateOnly Date, string Part)> WithoutClock(OpeningHours hours, HolidayCalendars holidays, LocalDate from, LocalDate through)
    {
        // Most places state all their hours, and need no look at each day.
        if (hours.Periods.SelectMany(period => period.Spans).All(span => span.WholeDay || span.When is { StartTime: not null, EndTime: not null }))
            return [];
        var calendar = new OpeningCalendar(hours, holidays);
        return Days(from, through).SelectMany(day => calendar.OpenWithoutClock(day).Select(part => (day.ToDateOnly(), part is { } known ? Spelling.Write((Model.DayPart)known) : WholeDay)));
    }

    private static IEnumerable<TimelineInterval> At(OpeningCalendar calendar, LocalDateTime moment, DateTime start, DateTime end)
    {
        var door = calendar.StateAt(moment);
        if (door.State is { } state and not OpeningState.HostPresent)
            yield return new(start, end, Spelling.Write((Model.OpeningState)state), null, door.PeriodName);
        foreach (var role in calendar.PresenceAt(moment).Present)
            yield return new(start, end, HostPresent, role, null);
    }

    /// <summary>The clock times at which anything can change: those that are stated, and full hours where parts of the day are.</summary>
    private static LocalTime[] Clock(OpeningHours hours)
    {
        var stated = hours.Periods.SelectMany(period => period.Spans).Select(span => span.When).ToList();
        var times = stated.SelectMany(when => new[] { when.StartTime, when.EndTime }).OfType<LocalTime>().Append(LocalTime.Midnight);
        if (stated.Exists(when => when.DayPart is not null))
            times = times.Concat(Enumerable.Range(0, 24).Select(hour => new LocalTime(hour, 0)));
        return [.. times.Distinct().Order()];
    }

    private static IEnumerable<LocalDate> Days(LocalDate from, LocalDate through)
    {
        for (var day = from; day <= through; day = day.PlusDays(1))
            yield return day;
    }
}
