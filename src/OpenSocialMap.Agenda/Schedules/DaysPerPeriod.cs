namespace OpenSocialMap.Agenda.Schedules;

/// <summary>On how many days of each period the rules of a schedule fall, where that is the same in every period.</summary>
internal static class DaysPerPeriod
{
    /// <returns>Null when it differs from one period to another or is not said: a month has four Mondays or five.</returns>
    public static int? Of(Schedule schedule)
    {
        if (schedule.BySetPosition.Count > 0)
            return schedule.BySetPosition.Distinct().Count();
        var (weekdays, monthDays) = (schedule.ByDay.Distinct().Count(), schedule.ByMonthDay.Distinct().Count());
        var months = schedule.ByMonth.Distinct().Count();
        return (schedule.RepeatFrequency?.Unit, weekdays, monthDays) switch
        {
            (FrequencyUnit.Day, 0, 0) => 1,
            (FrequencyUnit.Week, > 0, 0) => weekdays,
            (FrequencyUnit.Month, > 0, 0) when AllHaveOrdinals(schedule) => weekdays,
            (FrequencyUnit.Year, > 0, 0) when AllHaveOrdinals(schedule) => weekdays * Math.Max(months, 1),
            (FrequencyUnit.Month, 0, > 0) => monthDays,
            (FrequencyUnit.Year, 0, > 0) => monthDays * (months == 0 ? 12 : months),
            (FrequencyUnit.Week or FrequencyUnit.Month, 0, 0) when schedule.StartDate is not null => 1,
            (FrequencyUnit.Year, 0, 0) when schedule.StartDate is not null => Math.Max(months, 1),
            _ => null,
        };
    }

    private static bool AllHaveOrdinals(Schedule schedule) => schedule.ByDay.All(day => day.Ordinal is not null);
}
