using System.Diagnostics;
using NodaTime;

namespace OpenSocialMap.Agenda.Schedules;

/// <summary>The first days of the days, weeks, months or years that a frequency reaches; weeks start on Monday.</summary>
internal static class RecurrencePeriods
{
    /// <summary>A Monday.</summary>
    private static readonly LocalDate DayZero = RecurrenceRule.Earliest;

    /// <param name="frequency">How many units lie between two periods.</param>
    /// <param name="anchor">A date in one of them; without it there is one in each unit.</param>
    /// <param name="first">The first period is the one in which this date lies, or the next.</param>
    /// <param name="last">The last period starts on this date or before.</param>
    public static IEnumerable<LocalDate> Between(Frequency frequency, LocalDate? anchor, LocalDate first, LocalDate last)
    {
        if (first > last)
            yield break;
        var number = Number(first, frequency.Unit);
        var behind = Number(anchor ?? first, frequency.Unit) - number;
        number += (behind % frequency.Interval + frequency.Interval) % frequency.Interval;
        for (var end = Number(last, frequency.Unit); number <= end; number += frequency.Interval)
            yield return Start((int)number, frequency.Unit);
    }

    private static long Number(LocalDate date, FrequencyUnit unit) => unit switch
    {
        FrequencyUnit.Day => Period.DaysBetween(DayZero, date),
        FrequencyUnit.Week => Math.DivRem(Period.DaysBetween(DayZero, date), 7).Quotient,
        FrequencyUnit.Month => date.Year * 12L + date.Month - 1,
        FrequencyUnit.Year => date.Year,
        _ => throw new UnreachableException(),
    };

    private static LocalDate Start(int number, FrequencyUnit unit) => unit switch
    {
        FrequencyUnit.Day => DayZero.PlusDays(number),
        FrequencyUnit.Week => DayZero.PlusDays(number * 7),
        FrequencyUnit.Month => new LocalDate(number / 12, number % 12 + 1, 1),
        FrequencyUnit.Year => new LocalDate(number, 1, 1),
        _ => throw new UnreachableException(),
    };
}
