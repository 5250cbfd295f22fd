using NodaTime;
using OpenSocialMap.Agenda.Holidays;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Opening;

/// <summary>Decides for each day which periods and spans count, of those that speak of one thing: of the door, or of who is there.</summary>
internal sealed class OpeningDecision
{
    private readonly Candidate[] _deciding;
    private readonly Candidate[] _overlays;
    private Decided? _latest;
    private Decided? _earlier;

    public OpeningDecision(OpeningHours hours, Func<OpeningSpan, bool> speaksOfIt, HolidayCalendars holidays)
    {
        var candidates = hours.Periods
            .Select(period => new Candidate(period, [.. period.Spans.Where(speaksOfIt).Select(span => (span, new Recurrence(span.When, holidays)))]))
            // A period that speaks of something else leaves this as it is; an override that says nothing closes all.
            .Where(candidate => candidate.Spans.Length > 0 || candidate.Period is { Kind: OpeningPeriodKind.Override, Spans.Count: 0 })
            .ToLookup(candidate => candidate.Period.Kind is OpeningPeriodKind.Overlay);
        _deciding = [.. candidates[false]];
        _overlays = [.. candidates[true]];
    }

    /// <summary>Who follows the clock asks for the same two days again and again, so those are kept.</summary>
    public OpeningDay On(LocalDate date)
    {
        if (_latest?.Date == date)
            return _latest.Day;
        if (_earlier?.Date == date)
            return _earlier.Day;
        (_earlier, _latest) = (_latest, new(date, Decide(date)));
        return _latest.Day;
    }

    private OpeningDay Decide(LocalDate date)
    {
        var day = new OpeningDay();
        foreach (var candidate in Deciding(date))
            day.Decide(date, candidate.Period, candidate.Spans);
        day.TakeOutClosedTimes();
        foreach (var candidate in _overlays.Where(candidate => candidate.Holds(date)))
            day.Add(date, candidate.Period, candidate.Spans);
        return day;
    }

    private IEnumerable<Candidate> Deciding(LocalDate date)
    {
        var holding = _deciding.Where(candidate => candidate.Holds(date)).ToList();
        if (holding.Count == 0)
            return holding;
        var first = holding.Max(candidate => candidate.Rank);
        return holding.Where(candidate => candidate.Rank == first);
    }

    private sealed record Decided(LocalDate Date, OpeningDay Day);

    private sealed record Candidate(OpeningPeriod Period, (OpeningSpan Span, Recurrence Days)[] Spans)
    {
        /// <summary>Overrides win from base periods whatever their priority.</summary>
        public (OpeningPeriodKind, int) Rank => (Period.Kind, Period.Priority);

        public bool Holds(LocalDate date) => !(date < Period.ValidFrom) && !(date > Period.ValidThrough);
    }
}
