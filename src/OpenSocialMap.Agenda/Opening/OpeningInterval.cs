using NodaTime;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Opening;

/// <summary>A stretch of one day, perhaps past midnight, in which a place is in one state; as exact as its source is.</summary>
/// <param name="State">What the place is then.</param>
/// <param name="Time">The day, and the clock times or part of the day where they are known.</param>
/// <param name="Role">Who is there, as a role; null when nobody is said to be.</param>
/// <param name="PeriodName">What people call the period that it comes from.</param>
/// <param name="Kind">Whether it comes from usual hours, an exception or a campaign.</param>
public sealed record OpeningInterval(OpeningState State, ScheduledTime Time, string? Role, string? PeriodName, OpeningPeriodKind Kind)
{
    /// <summary>Null when the clock time is unknown.</summary>
    public LocalDateTime? Start => Time.Start is { } start ? Time.Date + start : null;

    /// <summary>The first moment after it; null when the clock time is unknown.</summary>
    public LocalDateTime? End => Time.End is { } end ? Time.EndDate + end : null;

    /// <summary>Anybody can walk in.</summary>
    public bool IsForAll => State is OpeningState.Open or OpeningState.SelfService;

    /// <summary>Both clock times are known.</summary>
    public bool IsExact => Time is { Start: not null, End: not null };

    /// <summary>It is certain that a time lies in it.</summary>
    internal bool Covers(LocalDateTime at) => Start <= at && at < End;

    /// <summary>A time may lie in it, and whether it does is not known.</summary>
    internal bool MayCover(LocalDateTime at) => !IsExact && IsWithinWidest(at);

    internal bool IsWithinWidest(LocalDateTime at) => EarliestStart <= at && at < LatestEnd;

    internal LocalDateTime EarliestStart => Start ?? Time.Date + (Time.DayPart is { } part ? DayPartWindow.Of(part).From : LocalTime.Midnight);

    internal LocalDateTime LatestEnd => End
        ?? (Time.DayPart is { } part ? (Time.Date + DayPartWindow.Of(part).From).PlusHours(DayPartWindow.Of(part).Hours) : Time.Date.PlusDays(1).AtMidnight());
}
