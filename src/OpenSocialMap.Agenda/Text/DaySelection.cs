using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text;

/// <summary>The days that a rule names, told: "2e en 4e woensdagochtend van de maand", "maandag t/m vrijdag", "laatste dag van de maand".</summary>
/// <param name="SaysPart">Whether the part of the day is in the text.</param>
/// <param name="IsRange">Whether it says "maandag t/m vrijdag", before which no "iedere" goes.</param>
internal sealed record DaySelection(string Text, bool HasOrdinals, bool SaysPart, bool IsRange)
{
    /// <returns>Null when the rule names no days.</returns>
    public static DaySelection? Of(Schedule schedule, Words words, TextSize size)
    {
        if (IsDateOfYear(schedule))
            return DateOfYear(schedule, words, size);
        if (schedule.ByMonthDay.Count > 0)
            return new($"{MonthDays(schedule, words)} {Within(schedule, words)}", HasOrdinals: true, SaysPart: false, IsRange: false);
        if (schedule.ByDay.Count == 0 || !TellsWeekdays(schedule))
            return null;
        var groups = Groups(schedule);
        var (isRange, plural) = (groups.Any(group => group.Days.Count > 1), IsAllOfMonthOrYear(schedule));
        var part = isRange ? null : schedule.DayPart;
        List<string> items = [.. groups.Select((group, at) => Item(group, at == groups.Count - 1, plural, part, words, size))];
        var listed = Words.Join(items, schedule.RepeatFrequency is null && !HasOrdinal(schedule) ? words.Or : words.And);
        return new($"{listed} {(HasOrdinal(schedule) || plural ? Within(schedule, words) : "")}".Trim(), HasOrdinal(schedule), part is not null, isRange);
    }

    /// <summary>One day of one month, of an unknown year or of every year: "14 maart".</summary>
    public static bool IsDateOfYear(Schedule schedule) =>
        schedule is { RepeatFrequency: null or { Unit: FrequencyUnit.Year }, TimesPerPeriod: null, ByMonth.Count: 1, ByMonthDay: [> 0] }
        && (schedule.ByDay.Count == 0 || schedule is { RepeatFrequency: null, ByDay: [{ Ordinal: null }] });

    public static bool NamesDays(Schedule schedule) => schedule.ByMonthDay.Count > 0 || HasOrdinal(schedule) || IsAllOfMonthOrYear(schedule);

    /// <summary>Whether the weekdays are the days of the rule; otherwise they narrow those that it has.</summary>
    public static bool TellsWeekdays(Schedule schedule) =>
        IsDateOfYear(schedule) || (schedule.ByMonthDay.Count == 0 && schedule.RepeatFrequency is not { Unit: FrequencyUnit.Day });

    public static string Weekdays(Schedule schedule, Words words) =>
        words.Join([.. Groups(schedule).Select(group => Item(group, isLast: true, plural: false, part: null, words, TextSize.Large))]);

    /// <summary>Whether saying these days says how often, too: "iedere woensdag" is every week, "iedere 2e woensdag van de maand" every month.</summary>
    public bool IsRuleBy(Frequency frequency) => frequency switch
    {
        { Interval: 1, Unit: FrequencyUnit.Week } => !HasOrdinals,
        { Interval: 1, Unit: FrequencyUnit.Month } => HasOrdinals,
        _ => false,
    };

    public string WithPart(string text, Schedule schedule, Words words) =>
        schedule.DayPart is { } part && !SaysPart ? $"{text} {words.In(part)}" : text;

    private static DaySelection DateOfYear(Schedule schedule, Words words, TextSize size)
    {
        var brief = size is TextSize.ExtraSmall;
        var date = $"{schedule.ByMonthDay[0]} {words.Month(schedule.ByMonth[0], brief)}";
        if (schedule.ByDay.Count == 0)
            return new(date, HasOrdinals: false, SaysPart: false, IsRange: false);
        var day = words.Day(schedule.ByDay[0].Day, brief);
        return schedule.DayPart is { } part
            ? new($"{words.DayWithPart(day, part, isLast: true, plural: false, brief)} {date}", HasOrdinals: false, SaysPart: true, IsRange: false)
            : new($"{day} {date}", HasOrdinals: false, SaysPart: false, IsRange: false);
    }

    private static bool HasOrdinal(Schedule schedule) => schedule.ByDay.Any(day => day.Ordinal is not null);

    private static bool IsAllOfMonthOrYear(Schedule schedule) =>
        schedule is { RepeatFrequency.Unit: FrequencyUnit.Month or FrequencyUnit.Year, TimesPerPeriod: null, ByDay.Count: > 0, ByMonthDay.Count: 0 }
        && !HasOrdinal(schedule);

    private static string MonthDays(Schedule schedule, Words words) =>
        words.MonthDays(words.Join([.. schedule.ByMonthDay.Select(words.Ordinal)]), schedule.ByMonthDay.Any(day => day < 0));

    /// <summary>In what the days are counted.</summary>
    private static string Within(Schedule schedule, Words words)
    {
        if (schedule.RepeatFrequency is { Unit: not FrequencyUnit.Year })
            return NamesPlainDaysOnly(schedule) ? "" : words.OfTheMonth;
        if (schedule.ByMonth.Count > 0)
            return words.OfMonths(words.Join(MonthsText.Names(schedule.ByMonth, words, brief: false)));
        if (schedule.RepeatFrequency is null || schedule.ByMonthDay.Count > 0)
            return words.OfTheMonth;
        return NamesPlainDaysOnly(schedule) ? "" : words.OfTheYear;
    }

    private static bool NamesPlainDaysOnly(Schedule schedule) => schedule.ByMonthDay.Count == 0 && !HasOrdinal(schedule);

    /// <summary>Days with the same ordinal are a range when three or more follow each other; one day takes all its ordinals that follow each other.</summary>
    private static List<(List<int> Ordinals, List<DayOfWeekNumber> Days)> Groups(Schedule schedule)
    {
        List<(List<int> Ordinals, List<DayOfWeekNumber> Days)> groups = [];
        var ranges = schedule.RepeatFrequency is not null && !IsAllOfMonthOrYear(schedule);
        for (var at = 0; at < schedule.ByDay.Count; at++)
        {
            var day = schedule.ByDay[at];
            if (day.Ordinal is { } ordinal && groups.Count > 0 && groups[^1] is { Ordinals.Count: > 0 } last && last.Days[0].Day == day.Day)
                last.Ordinals.Add(ordinal);
            else if (day.Ordinal is { } first)
                groups.Add(([first], [day]));
            else if (ranges && RunFrom(schedule.ByDay, at) is > 2 and var length)
            {
                groups.Add(([], [.. schedule.ByDay.Skip(at).Take(length)]));
                at += length - 1;
            }
            else
                groups.Add(([], [day]));
        }
        return groups;
    }

    private static int RunFrom(EquatableList<DayOfWeekNumber> days, int start)
    {
        var end = start;
        while (end + 1 < days.Count && days[end + 1] is { Ordinal: null } next && next.Day == days[end].Day + 1)
            end++;
        return end - start + 1;
    }

    private static string Item((List<int> Ordinals, List<DayOfWeekNumber> Days) group, bool isLast, bool plural, DayPart? part, Words words, TextSize size)
    {
        var brief = size is TextSize.ExtraSmall;
        var day = words.Day(group.Days[0].Day, brief);
        if (part is { } known)
            day = words.DayWithPart(day, known, isLast, plural, brief);
        else if (group.Days.Count > 1)
            day = $"{day}{(brief ? "-" : $" {words.Through(brief: true)} ")}{words.Day(group.Days[^1].Day, brief)}";
        else if (plural && !brief)
            day = words.Days(day);
        return group.Ordinals.Count == 0 ? day : $"{words.Join([.. group.Ordinals.Select(words.Ordinal)])} {day}";
    }
}
