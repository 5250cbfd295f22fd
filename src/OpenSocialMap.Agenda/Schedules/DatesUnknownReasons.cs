namespace OpenSocialMap.Agenda.Schedules;

/// <summary>Decides whether a schedule tells its dates.</summary>
internal static class DatesUnknownReasons
{
    public static DatesUnknown? Of(Schedule schedule)
    {
        if (ScheduleProblems.InFields(schedule).Count > 0)
            return DatesUnknown.Contradiction;
        if (schedule.RepeatFrequency is not { } frequency)
            return GivesItsDates(schedule) ? null : DatesUnknown.NoFrequency;
        if (schedule.TimesPerPeriod is { } times && frequency.Unit is not FrequencyUnit.Day && times != DaysPerPeriod.Of(schedule))
            return DatesUnknown.DaysUndetermined;
        if (schedule.StartDate is not null)
            return null;
        if (frequency.Interval > 1 || schedule.RepeatCount is not null)
            return DatesUnknown.NoStartDate;
        return frequency.Unit is FrequencyUnit.Day || schedule.ByDay.Count > 0 || schedule.ByMonthDay.Count > 0 ? null : DatesUnknown.NoDays;
    }

    /// <summary>A start date with part of a rule beside it says since when, not on which day.</summary>
    private static bool GivesItsDates(Schedule schedule) =>
        schedule is { ByDay.Count: 0, ByMonth.Count: 0, ByMonthDay.Count: 0, OnlyHolidays.Count: 0 }
        && (schedule.StartDate is not null || schedule is { ExtraDates.Count: > 0, EndDate: null });
}
