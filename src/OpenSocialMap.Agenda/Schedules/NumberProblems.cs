namespace OpenSocialMap.Agenda.Schedules;

/// <summary>Problems with single numbers of a schedule, and with days that no month has.</summary>
internal static class NumberProblems
{
    private static readonly int[] LongestDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    public static IEnumerable<ScheduleProblem> Of(Schedule schedule)
    {
        foreach (var month in schedule.ByMonth.Where(month => month is < 1 or > 12))
            yield return new("byMonth", $"{month} is no month", "Use 1 to 12");
        var days = schedule.ByMonthDay.Where(day => day is 0 or < -31 or > 31).ToList();
        foreach (var day in days)
            yield return new("byMonthDay", $"{day} is no day of a month", "Use 1 to 31, or -1 to -31 from the end");
        if (days.Count == 0 && HasNoSuchDate(schedule))
            yield return new("byMonthDay", $"no month of {schedule.ByMonth} has a day {schedule.ByMonthDay}", "Change the day or the month");
        if (schedule.ByDay.Any(day => day.Day is NodaTime.IsoDayOfWeek.None))
            yield return new("byDay", "a day of the week is missing", "Use MO, TU, WE, TH, FR, SA or SU");
        if (schedule.BySetPosition.Any(position => position is 0 or < -366 or > 366))
            yield return new("bySetPosition", $"{schedule.BySetPosition} has a position that no period has", "Use 1 to 366, or -1 to -366 from the end");
        if (schedule.RepeatCount < 1)
            yield return new("repeatCount", $"{schedule.RepeatCount} times is never", "Use 1 or more, or leave it out");
        if (schedule.TimesPerPeriod < 1)
            yield return new("timesPerPeriod", $"{schedule.TimesPerPeriod} times is never", "Use 1 or more, or leave it out");
    }

    private static bool HasNoSuchDate(Schedule schedule) =>
        schedule is { ByMonth.Count: > 0, ByMonthDay.Count: > 0 }
        && schedule.ByMonth.All(month => month is >= 1 and <= 12 && schedule.ByMonthDay.All(day => Math.Abs(day) > LongestDays[month - 1]));
}
