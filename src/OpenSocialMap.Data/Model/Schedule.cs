namespace OpenSocialMap.Data.Model;

/// <summary>One of the schedules by which an activity recurs: "maandag van 9 tot 11 en donderdag van 13 tot 15" takes two.</summary>
public sealed class Schedule : Timetable
{
    public int ActivityKey { get; set; }
    public Activity Activity { get; set; } = null!;
}
