namespace OpenSocialMap.Agenda.Schedules;

/// <summary>Something in a schedule that can't be so.</summary>
/// <param name="Field">The property of the schedule, as schema.org and our API spell it: <c>byMonthDay</c>.</param>
/// <param name="Message">What is wrong, with the value.</param>
/// <param name="Remedy">How to mend it.</param>
public sealed record ScheduleProblem(string Field, string Message, string Remedy)
{
    public override string ToString() => $"{Field}: {Message}. {Remedy}.";
}
