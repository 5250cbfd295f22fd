using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text;

/// <summary>Tells which days a schedule has, and how often, without clock times: "iedere 2e en 4e woensdagochtend van de maand", "3 keer per week".</summary>
internal static class RuleText
{
    public static string Of(Schedule schedule, Words words, TextSize size)
    {
        var terse = size is TextSize.ExtraSmall or TextSize.Small;
        if (IsOneDay(schedule))
            return OneDay(schedule, words, size);
        if (TellsExtraDates(schedule))
            return WithPart(ExtraDates(schedule, words, size), schedule, words);
        if (schedule.RepeatFrequency is not { } frequency)
            return WithoutFrequency(schedule, words, size);
        var days = DaySelection.Of(schedule, words, size);
        if (schedule.TimesPerPeriod is { } times)
            return WithDays(words.Times(times, frequency, brief: size is TextSize.ExtraSmall), days, words, schedule);
        if (days is null)
            return WithoutDays(schedule, frequency, words);
        if (DaySelection.IsDateOfYear(schedule))
            return WithPart($"{words.Every(frequency)} {words.On(days.Text)}", schedule, words);
        if (days.IsRuleBy(frequency))
            return days.WithPart(terse || days.IsRange ? days.Text : words.Each(days.Text), schedule, words);
        return frequency.Unit is FrequencyUnit.Week or FrequencyUnit.Day || days.HasOrdinals
            ? WithDays(words.Every(frequency), days, words, schedule)
            : days.WithPart($"{words.Every(frequency)} {words.OnAll(days.Text)}", schedule, words);
    }

    public static bool IsOneDay(Schedule schedule) =>
        schedule is { RepeatFrequency: null, StartDate: { } start, TimesPerPeriod: null, BySetPosition.Count: 0, ByDay.Count: 0, ByMonth.Count: 0 }
        && schedule.ByMonthDay.Count == 0 && (schedule.EndDate is null || schedule.EndDate == start);

    /// <summary>Whether the extra dates are all that there is, and not "ook op".</summary>
    public static bool TellsExtraDates(Schedule schedule) =>
        schedule is { RepeatFrequency: null, TimesPerPeriod: null, StartDate: null, EndDate: null, ExtraDates.Count: > 0, ByDay.Count: 0 }
        && schedule is { ByMonth.Count: 0, ByMonthDay.Count: 0, OnlyHolidays.Count: 0 };

    /// <summary>Whether the months are part of the days, "14 maart", and not a season.</summary>
    public static bool TellsMonths(Schedule schedule) =>
        DaySelection.IsDateOfYear(schedule)
        || (schedule is { RepeatFrequency: null or { Unit: FrequencyUnit.Year } } && DaySelection.NamesDays(schedule))
        || schedule is { RepeatFrequency.Unit: FrequencyUnit.Year, TimesPerPeriod: null, ByDay.Count: 0, ByMonthDay.Count: 0 };

    /// <summary>Whether a clock time behind the days would stand behind a year: 14 mrt 2024, 14-16.</summary>
    public static bool EndsInYear(Schedule schedule) => IsOneDay(schedule) || TellsExtraDates(schedule);

    /// <summary>Days of the week that narrow a rule by other days: the 13th, only on Friday.</summary>
    public static string OtherWeekdays(Schedule schedule, Words words) =>
        schedule.ByDay.Count > 0 && !DaySelection.TellsWeekdays(schedule) ? DaySelection.Weekdays(schedule, words) : "";

    private static string WithoutDays(Schedule schedule, Frequency frequency, Words words)
    {
        if (frequency is { Interval: 1, Unit: FrequencyUnit.Day } && schedule.DayPart is { } part)
            return words.Every(part);
        var months = frequency.Unit is FrequencyUnit.Year ? MonthsText.Season(schedule.ByMonth, words, TextSize.Medium) : "";
        return WithPart($"{words.Every(frequency)} {months}".TrimEnd(), schedule, words);
    }

    private static string OneDay(Schedule schedule, Words words, TextSize size)
    {
        var (date, brief) = (schedule.StartDate!.Value, size is TextSize.ExtraSmall);
        if (schedule.DayPart is not { } part)
            return DatesText.Of(date, words, size, withDay: !brief);
        var day = words.DayWithPart(words.Day(date.DayOfWeek, brief), part, isLast: true, plural: false, brief);
        return $"{day} {DatesText.Of(date, words, size, withDay: false)}";
    }

    private static string ExtraDates(Schedule schedule, Words words, TextSize size)
    {
        var dates = DatesText.Listed([.. schedule.ExtraDates], words, size, withDay: size is TextSize.ExtraLarge);
        return size is TextSize.ExtraSmall or TextSize.Small ? dates : words.On(dates);
    }

    private static string WithoutFrequency(Schedule schedule, Words words, TextSize size)
    {
        if (DaySelection.Of(schedule, words, size) is not { } days)
            return schedule.DayPart is { } part ? words.In(part) : "";
        if (DaySelection.IsDateOfYear(schedule))
            return days.WithPart(days.Text, schedule, words);
        return days.WithPart(days.HasOrdinals && schedule.ByMonth.Count > 0 ? words.OnThe(days.Text) : words.OnSome(days.Text), schedule, words);
    }

    private static string WithDays(string howOften, DaySelection? days, Words words, Schedule schedule) => days switch
    {
        null => WithPart(howOften, schedule, words),
        { HasOrdinals: true } => days.WithPart($"{howOften} {words.OnThe(days.Text)}", schedule, words),
        _ => days.WithPart($"{howOften} {words.On(days.Text)}", schedule, words),
    };

    private static string WithPart(string text, Schedule schedule, Words words) => schedule.DayPart is { } part ? $"{text} {words.In(part)}" : text;
}
