using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text;

/// <summary>What a schedule leaves open that somebody who wants to go there has to know.</summary>
internal static class Unknowns
{
    public static string Ask(Schedule schedule, Words words)
    {
        var howOften = !TellsDates(schedule) && schedule.RepeatFrequency is null;
        return words.Ask(!TellsDates(schedule), howOften, schedule.StartTime is null);
    }

    private static bool TellsDates(Schedule schedule)
    {
        if (RuleText.IsOneDay(schedule) || RuleText.TellsExtraDates(schedule))
            return true;
        if (schedule is not { RepeatFrequency: { } frequency, TimesPerPeriod: null })
            return schedule is { RepeatFrequency: null, StartDate: not null, EndDate: not null, ByDay.Count: 0, ByMonth.Count: 0 };
        if (frequency.Interval > 1 && schedule.StartDate is null)
            return false;
        return frequency.Unit is FrequencyUnit.Day || schedule.ByDay.Count > 0 || schedule.ByMonthDay.Count > 0 || schedule.StartDate is not null;
    }
}
