using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text;

/// <summary>
/// Tells when something takes place, as plain text. What isn't known is not made up: "iedere woensdagmiddag" has no clock. When nothing is known but the
/// source's own phrase, it is that phrase, in Dutch whatever the language; when nothing at all is known, it is empty. A schedule that contradicts itself
/// is not told either.
/// </summary>
public static class ScheduleText
{
    public static string Of(Schedule schedule, Language language, TextSize size)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return Of(schedule, Words.Of(language), size);
    }

    internal static string Of(Schedule schedule, Words words, TextSize size)
    {
        List<string> clauses = DatesUnknownReasons.Of(schedule) is DatesUnknown.Contradiction ? [] : size switch
        {
            TextSize.ExtraSmall or TextSize.Small => Shortest(schedule, words, size),
            TextSize.Medium => [When(schedule, words, size), .. Limits(schedule, words), .. WithinWhat(schedule, words, size)],
            _ => Everything(schedule, words, size),
        };
        clauses.RemoveAll(clause => clause.Length == 0);
        if (clauses.Count == 0)
            return schedule.Text?.Trim() ?? "";
        if (size is not TextSize.ExtraLarge)
            return string.Join(", ", clauses);
        clauses.Add(Unknowns.Ask(schedule, words));
        return string.Join('\n', clauses.Where(line => line.Length > 0).Select(Capitalised));
    }

    private static List<string> Everything(Schedule schedule, Words words, TextSize size) =>
    [
        When(schedule, words, size),
        .. Limits(schedule, words),
        .. WithinWhat(schedule, words, size),
        schedule.RepeatCount is { } count ? words.InTotal(count) : "",
        Holidays(schedule.ExceptHolidays, words.Not, words.AndNot, words),
        .. DatesText.Clauses(schedule.ExceptDates, words.Not, words, size),
        .. RuleText.TellsExtraDates(schedule) ? [] : DatesText.Clauses(schedule.ExtraDates, words.Also, words, size),
    ];

    private static List<string> Shortest(Schedule schedule, Words words, TextSize size)
    {
        var when = When(schedule, words, size);
        return when.Length > 0 ? [when, .. Limits(schedule, words)] : WithinWhat(schedule, words, size);
    }

    private static string When(Schedule schedule, Words words, TextSize size) =>
        (RuleText.Of(schedule, words, size), ClockText.Of(schedule, words, size)) switch
        {
            ("", var clock) => clock,
            (var days, "") => days,
            var (days, clock) => $"{days}{(RuleText.EndsInYear(schedule) && size is TextSize.ExtraSmall or TextSize.Small ? ", " : " ")}{clock}",
        };

    /// <summary>What narrows the days of the rule, and would mislead if it were left out.</summary>
    private static List<string> Limits(Schedule schedule, Words words)
    {
        List<string> limits = [];
        if (RuleText.OtherWeekdays(schedule, words) is { Length: > 0 } days)
            limits.Add(words.OnlyOn(days));
        if (schedule.BySetPosition.Count > 0)
            limits.Add(words.OnlyTheTimes(words.Join([.. schedule.BySetPosition.Select(words.Ordinal)]), schedule.RepeatFrequency));
        return limits;
    }

    private static List<string> WithinWhat(Schedule schedule, Words words, TextSize size) =>
    [
        RuleText.TellsMonths(schedule) ? "" : MonthsText.Season(schedule.ByMonth, words, size),
        RuleText.IsOneDay(schedule) ? "" : DatesText.Period(schedule.StartDate, schedule.EndDate, words, size),
        Holidays(schedule.OnlyHolidays, words.Only, words.And, words),
    ];

    private static string Holidays(EquatableList<string> calendars, Func<string, string> clause, string joint, Words words) =>
        calendars.Count == 0 ? "" : clause(Words.Join([.. calendars.Select(words.OnHolidays)], joint));

    internal static string Capitalised(string line) =>
        line.StartsWith("'s ", StringComparison.Ordinal) ? $"'s {char.ToUpperInvariant(line[3])}{line[4..]}" : $"{char.ToUpperInvariant(line[0])}{line[1..]}";
}
