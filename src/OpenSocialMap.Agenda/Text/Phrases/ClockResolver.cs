using NodaTime;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>Turns clock times as people say them into those of twenty-four hours, with the part of the day; what has two meanings is a problem.</summary>
internal sealed class ClockResolver(DayPart? dayPart, List<PhraseProblem> problems)
{
    private const int Hour = 60;
    private const int Day = 24 * Hour;
    private const int HalfDay = Day / 2;

    public (LocalTime? Start, LocalTime? End) Resolve(SpokenClocks clocks)
    {
        var start = clocks.Start is { } said ? Alone(said, said.Part ?? dayPart, isStart: true) : (int?)null;
        var end = clocks.End is { } last ? End(last, start, clocks) : (int?)null;
        return (AsTime(start), AsTime(end));
    }

    private int Alone(SpokenClock clock, DayPart? part, bool isStart)
    {
        if (part is { } known)
        {
            int[] readings = clock.Minutes < HalfDay ? [clock.Minutes, clock.Minutes + HalfDay] : [clock.Minutes];
            if (readings.Where(minutes => Fits(minutes, known)).Take(1).ToList() is [var fitting])
                return fitting;
            if (isStart)
                problems.Add(PhraseProblems.NotInThatPart(clock.Span));
        }
        else if (IsAmbiguous(clock))
        {
            problems.Add(PhraseProblems.ClockHasTwoMeanings(clock));
        }
        return clock.Minutes;
    }

    private int End(SpokenClock clock, int? start, SpokenClocks clocks)
    {
        var minutes = clock.Minutes;
        if (start is not { } from)
            return Alone(clock, clock.Part ?? dayPart, isStart: false);
        if (clocks.NextDay || clock.AtNight)
            return minutes;
        if ((clock.Part ?? dayPart) is not null && minutes < HalfDay && (clock.IsSpoken || clocks.Start!.Minutes != from))
        {
            if (minutes <= from && minutes + HalfDay > from)
                return minutes + HalfDay;
        }
        else if (IsAmbiguous(clock))
        {
            problems.Add(PhraseProblems.ClockHasTwoMeanings(clock));
        }
        else if (minutes <= from && Day - from + minutes > HalfDay)
        {
            problems.Add(PhraseProblems.EndsBeforeItStarts(clock, from));
        }
        return minutes;
    }

    /// <summary>From seven to twelve people mean the morning; "2 uur" may be either.</summary>
    private static bool IsAmbiguous(SpokenClock clock) => clock is { IsSpoken: true, Minutes: < 7 * Hour };

    /// <summary>As wide as schedules allow: an afternoon can start at eleven.</summary>
    private static bool Fits(int minutes, DayPart part) => part switch
    {
        DayPart.Morning => minutes < 13 * Hour,
        DayPart.Afternoon => minutes is >= 11 * Hour and < 19 * Hour,
        _ => minutes is >= 16 * Hour or < 4 * Hour,
    };

    private static LocalTime? AsTime(int? minutes) => minutes is { } known ? LocalTime.FromMinutesSinceMidnight(known % Day) : null;
}
