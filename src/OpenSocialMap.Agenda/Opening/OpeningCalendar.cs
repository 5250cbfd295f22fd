using NodaTime;
using OpenSocialMap.Agenda.Holidays;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Opening;

/// <summary>
/// Answers from opening hours: is the door open at a time, who is there, when does it open. What nobody has said is answered with unknown, never
/// with a guess.
/// </summary>
/// <remarks>
/// Of each day two things are decided, the door and who is present, by the override periods that speak of it with the highest priority, else
/// by the base periods with the highest priority; an override without spans speaks of both. Overlays add to either. Who states hours says by that
/// that the door is shut outside them. What starts before midnight belongs to the day on which it starts.
/// </remarks>
public sealed class OpeningCalendar
{
    private const int EveningStarts = 18;

    private readonly OpeningDecision _door;
    private readonly OpeningDecision _presence;

    /// <exception cref="UnknownHolidayCalendarException">A span names a calendar that is not among <paramref name="holidays"/>.</exception>
    public OpeningCalendar(OpeningHours hours, HolidayCalendars holidays)
    {
        _door = new OpeningDecision(hours, span => span.State is not OpeningState.HostPresent, holidays);
        _presence = new OpeningDecision(hours, span => span.State is OpeningState.HostPresent || span.Role is not null, holidays);
    }

    /// <summary>What the door is at a time.</summary>
    public OpeningAnswer StateAt(LocalDateTime at)
    {
        var (today, yesterday) = (_door.On(at.Date), _door.On(at.Date.PlusDays(-1)));
        var stated = today.Intervals.Concat(yesterday.Intervals).ToList();
        var mayBeClosed = stated.Exists(interval => interval.State is OpeningState.Closed && interval.MayCover(at));
        var sure = stated.Where(interval => interval.Covers(at) && !(mayBeClosed && interval.Kind is not OpeningPeriodKind.Overlay)).MinBy(Reluctance);
        if (sure is not null)
            return new OpeningAnswer(sure.State, null, sure.PeriodName);
        if (stated.Exists(interval => interval.MayCover(at)))
            return OpeningAnswer.Unknown(UnknownOpening.NoClockTimes);
        if (today.OnSomeDays.Concat(yesterday.OnSomeDays).Any(interval => interval.IsWithinWidest(at)))
            return OpeningAnswer.Unknown(UnknownOpening.NoDays);
        return today.StatesHours ? new OpeningAnswer(OpeningState.Closed, null, today.PeriodName) : OpeningAnswer.Unknown(UnknownOpening.NoHours);
    }

    /// <summary>Who is there at a time, as roles, and who may be there as far as is known.</summary>
    public Presence PresenceAt(LocalDateTime at)
    {
        var (today, yesterday) = (_presence.On(at.Date), _presence.On(at.Date.PlusDays(-1)));
        var stated = today.Intervals.Concat(yesterday.Intervals).Where(interval => interval.State is not OpeningState.Closed).ToList();
        var onSomeDays = today.OnSomeDays.Concat(yesterday.OnSomeDays).Where(interval => interval.IsWithinWidest(at));
        return new Presence(
            [.. stated.Where(interval => interval.Covers(at)).Select(interval => interval.Role).Distinct()],
            [.. stated.Where(interval => interval.MayCover(at)).Concat(onSomeDays).Select(interval => interval.Role).Distinct()],
            today.StatesHours);
    }

    /// <summary>
    /// The parts of a day in which anybody can walk in at hours that nobody has stated, such as "inclusief de avonden"; null among them where not even the
    /// part of the day is known.
    /// </summary>
    public IReadOnlyList<DayPart?> OpenWithoutClock(LocalDate date)
    {
        var day = _door.On(date);
        return day.Intervals.Any(interval => interval is { State: OpeningState.Closed, IsExact: false })
            ? []
            : [.. day.Intervals.Where(interval => interval is { IsForAll: true, IsExact: false }).Select(interval => PartOf(interval.Time)).Distinct()];
    }

    /// <summary>As it is stated, or else as the clock tells of the one time that is known.</summary>
    private static DayPart? PartOf(ScheduledTime time) => time.DayPart ?? (time.Start ?? time.End?.PlusMinutes(-1)) switch
    {
        null => null,
        { Hour: < 12 } => DayPart.Morning,
        { Hour: < EveningStarts } => DayPart.Afternoon,
        _ => DayPart.Evening,
    };

    /// <summary>The interval in which anybody can walk in that lasts at a time, or else the next; its clock times can be unknown.</summary>
    /// <param name="from">Where to begin.</param>
    /// <param name="days">How many days to look ahead, at most <see cref="FurthestAhead"/>.</param>
    /// <returns>Null when there is none in those days, as far as is known.</returns>
    public OpeningInterval? NextOpening(LocalDateTime from, int days = FurthestAhead)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, FurthestAhead);
        // One that started yesterday can still last.
        return Between(from.Date.PlusDays(-1), from.Date.PlusDays(days)).FirstOrDefault(interval => interval.IsForAll && interval.LatestEnd > from);
    }

    /// <summary>The most days that <see cref="NextOpening"/> looks ahead.</summary>
    public const int FurthestAhead = 366;

    /// <summary>The intervals that start in the range, both ends included, in order and worked out as they are read; those whose clock times are unknown too.</summary>
    public IEnumerable<OpeningInterval> Between(LocalDate from, LocalDate through)
    {
        var last = LocalDate.Min(through, RecurrenceRule.Latest);
        for (var date = LocalDate.Max(from, RecurrenceRule.Earliest); date <= last; date = date.PlusDays(1))
        {
            var hosts = _presence.On(date).Intervals.Where(interval => interval.State is OpeningState.HostPresent);
            var door = _door.On(date).Intervals.Where(interval => interval.State is not OpeningState.Closed);
            foreach (var interval in door.Concat(hosts).OrderBy(interval => interval.EarliestStart).ThenBy(interval => interval.LatestEnd))
                yield return interval;
        }
    }

    /// <summary>Of two states at one time the one that lets more people in is the answer.</summary>
    private static int Reluctance(OpeningInterval interval) => interval.State switch
    {
        OpeningState.Open => 0,
        OpeningState.SelfService => 1,
        OpeningState.MembersOnly => 2,
        OpeningState.ByAppointment => 3,
        OpeningState.WithKey => 4,
        _ => 5,
    };
}
