namespace OpenSocialMap.Agenda.Schedules;

/// <summary>Problems in how the rules of a schedule go together.</summary>
internal static class RuleProblems
{
    public static IEnumerable<ScheduleProblem> Of(Schedule schedule) =>
        schedule.RepeatFrequency is { } frequency ? With(frequency, schedule) : WithoutFrequency(schedule);

    private static IEnumerable<ScheduleProblem> WithoutFrequency(Schedule schedule)
    {
        if (schedule.TimesPerPeriod is not null)
            yield return new("timesPerPeriod", "so many times in each period, without a period", "Say in repeatFrequency which period: P1W");
        if (schedule.RepeatCount is not null)
            yield return new("repeatCount", "it counts the times of a rule, and there is no rule", "Say in repeatFrequency how often, or leave repeatCount out");
        if (schedule.BySetPosition.Count > 0)
            yield return new("bySetPosition", "it chooses days of each period, without a period", "Say in repeatFrequency which period: P1M");
    }

    private static IEnumerable<ScheduleProblem> With(Frequency frequency, Schedule schedule)
    {
        var withinMonth = frequency.Unit is FrequencyUnit.Month || schedule.ByMonth.Count > 0;
        if (frequency.Interval < 1)
            yield return new("repeatFrequency", $"every {frequency.Interval} units is never", "Use 1 or more");
        if (frequency.Unit is FrequencyUnit.Day or FrequencyUnit.Week)
        {
            if (schedule.ByDay.FirstOrDefault(day => day.Ordinal is not null) is { Ordinal: { } ordinal, Day: var weekday })
                yield return new("byDay", $"{weekday} number {ordinal} counts within a month or year", "Use P1M or P1Y in repeatFrequency, or leave the number out");
        }
        else if (schedule.ByDay.FirstOrDefault(day => day.Ordinal is < -53 or 0 or > 53 || (withinMonth && day.Ordinal is < -5 or > 5)) is { } none)
        {
            yield return new("byDay", $"there is no {none.Day} number {none.Ordinal} in any {(withinMonth ? "month" : "year")}",
                withinMonth ? "Use 1 to 5, or -1 to -5 from the end" : "Use 1 to 53, or -1 to -53 from the end");
        }
        if (frequency.Unit is FrequencyUnit.Week && schedule.ByMonthDay.Count > 0)
            yield return new("byMonthDay", "a weekly rule has no days of the month", "Use byDay, or P1M or P1D in repeatFrequency");
        if (schedule.BySetPosition.Count > 0 && schedule is { ByDay.Count: 0, ByMonth.Count: 0, ByMonthDay.Count: 0 })
            yield return new("bySetPosition", "it chooses among days that other rules give, and there are none", "Add byDay or byMonthDay");
        if (schedule.TimesPerPeriod is { } times && schedule is not { ByDay.Count: 0, ByMonthDay.Count: 0 }
            && DaysPerPeriod.Of(schedule) is { } days && days != times && frequency.Unit is not FrequencyUnit.Day)
            yield return new("timesPerPeriod", $"{times} times in each period, and {days} days", "Make them agree, or leave one of both out");
        if (frequency.Unit is FrequencyUnit.Day && schedule is { TimesPerPeriod: > 1, StartTime: not null })
            yield return new("timesPerPeriod", $"{schedule.TimesPerPeriod} times a day, and one start time", "Leave one of both out");
    }
}
