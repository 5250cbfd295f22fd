namespace OpenSocialMap.Agenda.Schedules;

/// <summary>A schedule that was read from somebody's text, or what is wrong with the text.</summary>
/// <param name="Schedule">Null when there are problems.</param>
/// <param name="Problems">Empty when it could be read.</param>
public sealed record ScheduleReading(Schedule? Schedule, IReadOnlyList<ScheduleProblem> Problems)
{
    internal static ScheduleReading Of(Schedule schedule, IReadOnlyList<ScheduleProblem> problems) =>
        problems.Count > 0 ? new(null, problems)
        : ScheduleProblems.InFields(schedule) is { Count: > 0 } contradictions ? new(null, contradictions)
        : new(schedule, []);
}
