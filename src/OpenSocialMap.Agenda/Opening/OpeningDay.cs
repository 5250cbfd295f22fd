using NodaTime;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Opening;

/// <summary>What is known of one day, of the door or of who is there.</summary>
internal sealed class OpeningDay
{
    private readonly List<OpeningInterval> _intervals = [];
    private readonly List<OpeningInterval> _onSomeDays = [];

    /// <summary>What starts on that day.</summary>
    public IReadOnlyList<OpeningInterval> Intervals => _intervals;

    /// <summary>What happens on days that nobody has named, of which this may be one.</summary>
    public IReadOnlyList<OpeningInterval> OnSomeDays => _onSomeDays;

    /// <summary>Somebody has stated the hours of that day, so outside them it is closed.</summary>
    public bool StatesHours { get; private set; }

    /// <summary>The name of the period that decides.</summary>
    public string? PeriodName { get; private set; }

    public void Decide(LocalDate date, OpeningPeriod period, IEnumerable<(OpeningSpan Span, Recurrence Days)> spans)
    {
        StatesHours = true;
        PeriodName ??= period.Name;
        foreach (var (span, days) in spans)
            Take(date, period, span, days);
    }

    /// <summary>Overlays never take away, so a closed span in one says nothing.</summary>
    public void Add(LocalDate date, OpeningPeriod period, IEnumerable<(OpeningSpan Span, Recurrence Days)> spans)
    {
        foreach (var (span, days) in spans)
        {
            if (span.State is not OpeningState.Closed)
                Take(date, period, span, days);
        }
    }

    /// <summary>Open from 9:00 to 17:00 and closed from 12:00 to 13:00 are two intervals.</summary>
    public void TakeOutClosedTimes()
    {
        foreach (var closed in _intervals.Where(interval => interval is { State: OpeningState.Closed, IsExact: true }).ToList())
        {
            var parts = _intervals.Where(interval => interval.State is not OpeningState.Closed).SelectMany(interval => Without(interval, closed)).ToList();
            _intervals.RemoveAll(interval => interval.State is not OpeningState.Closed);
            _intervals.AddRange(parts);
        }
    }

    private void Take(LocalDate date, OpeningPeriod period, OpeningSpan span, Recurrence days)
    {
        switch (days.IsOn(date))
        {
            case true:
                _intervals.Add(IntervalOf(date, period, span));
                break;
            case null:
                _onSomeDays.Add(IntervalOf(date, period, span));
                break;
        }
    }

    private static OpeningInterval IntervalOf(LocalDate date, OpeningPeriod period, OpeningSpan span) =>
        new(span.State, TimeOf(date, span), span.Role, period.Name, period.Kind);

    private static ScheduledTime TimeOf(LocalDate date, OpeningSpan span) => span.WholeDay
        ? new ScheduledTime(date, LocalTime.Midnight, date.PlusDays(1), LocalTime.Midnight, null)
        : ScheduledTime.On(date, span.When, 0);

    private static IEnumerable<OpeningInterval> Without(OpeningInterval interval, OpeningInterval closed)
    {
        if (interval is not { Start: { } start, End: { } end } || closed.Start is not { } from || closed.End is not { } until || until <= start || from >= end)
        {
            yield return interval;
            yield break;
        }
        if (start < from)
            yield return interval with { Time = interval.Time with { EndDate = from.Date, End = from.TimeOfDay } };
        if (until < end)
            yield return interval with { Time = interval.Time with { Date = until.Date, Start = until.TimeOfDay } };
    }
}
