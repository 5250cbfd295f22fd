using NodaTime;
using OpenSocialMap.Agenda.Holidays;

namespace OpenSocialMap.Agenda.Schedules;

/// <summary>Finds what can't be so in a schedule. A schedule that leaves things open is no problem; one that contradicts itself is.</summary>
public static class ScheduleProblems
{
    /// <summary>All problems, also a calendar that is unknown and a rule that never fires.</summary>
    public static IReadOnlyList<ScheduleProblem> Of(Schedule schedule, HolidayCalendars holidays)
    {
        var problems = new List<ScheduleProblem>(InFields(schedule));
        problems.AddRange(UnknownCalendars("exceptHolidays", schedule.ExceptHolidays, holidays));
        problems.AddRange(UnknownCalendars("onlyHolidays", schedule.OnlyHolidays, holidays));
        if (problems.Count == 0 && NeverTakesPlace(schedule, holidays))
            problems.Add(new("repeatFrequency", "the rule has no day in 400 years on which it takes place", "Look at its days, months and dates together"));
        return problems;
    }

    /// <summary>The problems that the fields show by themselves.</summary>
    internal static List<ScheduleProblem> InFields(Schedule schedule) =>
    [
        .. RuleProblems.Of(schedule),
        .. NumberProblems.Of(schedule),
        .. DateProblems.Of(schedule),
    ];

    private static IEnumerable<ScheduleProblem> UnknownCalendars(string field, EquatableList<string> codes, HolidayCalendars holidays) =>
        codes.Where(code => !holidays.Codes.Contains(code)).Select(code => new ScheduleProblem(
            field, $"there is no holiday calendar \"{code}\"", $"Use one of {string.Join(", ", holidays.Codes)}"));

    /// <summary>Holidays are left aside: a calendar that says nothing yet of a year is no fault of the schedule.</summary>
    private static bool NeverTakesPlace(Schedule schedule, HolidayCalendars holidays)
    {
        if (schedule.RepeatFrequency is null)
            return false;
        var recurrence = new Recurrence(schedule with { ExceptHolidays = [], OnlyHolidays = [], ExtraDates = [] }, holidays);
        var from = schedule.StartDate ?? schedule.EndDate?.PlusYears(-1) ?? new LocalDate(2000, 1, 1);
        return recurrence.DatesAreKnown && !recurrence.Between(from, RecurrenceRule.Latest).Any();
    }
}
