using NodaTime;

namespace OpenSocialMap.Agenda.Schedules;

/// <summary>Problems with the dates and clock times of a schedule.</summary>
internal static class DateProblems
{
    public static IEnumerable<ScheduleProblem> Of(Schedule schedule)
    {
        if (schedule is { StartDate: { } start, EndDate: { } end } && end < start)
            yield return new("endDate", $"{end:R} is before the start, {start:R}", "Exchange them");
        foreach (var (field, date) in Dates(schedule))
        {
            if (date < RecurrenceRule.Earliest || date > RecurrenceRule.Latest)
                yield return new(field, $"{date:R} is not in the years 1 to 9998", "Check the year");
        }
        if (schedule is { StartTime: { } time, DayPart: { } part } && !DayPartWindow.Of(part).Contains(time))
            yield return new("dayPart", $"{time:HH:mm} is not in the {part.ToString().ToLowerInvariant()}", "Leave dayPart out, or change the time");
    }

    private static IEnumerable<(string Field, LocalDate Date)> Dates(Schedule schedule)
    {
        if (schedule.StartDate is { } start)
            yield return ("startDate", start);
        if (schedule.EndDate is { } end)
            yield return ("endDate", end);
        foreach (var date in schedule.ExceptDates)
            yield return ("exceptDates", date);
        foreach (var date in schedule.ExtraDates)
            yield return ("extraDates", date);
    }
}
