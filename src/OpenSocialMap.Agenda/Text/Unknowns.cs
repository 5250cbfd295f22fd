using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text;

/// <summary>Tells what a schedule leaves open that somebody who wants to go there has to know.</summary>
internal static class Unknowns
{
    public static string Ask(Schedule schedule, Words words) => DatesUnknownReasons.Of(schedule) switch
    {
        null => words.Ask(Missing.Nothing, Clock(schedule)),
        DatesUnknown.NoFrequency => words.Ask(DaySelection.IsDateOfYear(schedule) ? Missing.Year : Missing.HowOften, Clock(schedule)),
        _ => words.Ask(Missing.Days, Clock(schedule)),
    };

    private static bool Clock(Schedule schedule) => schedule is { StartTime: null, EndTime: null };
}
