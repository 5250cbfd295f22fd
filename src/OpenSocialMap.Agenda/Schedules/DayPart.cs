namespace OpenSocialMap.Agenda.Schedules;

/// <summary>A part of the day, as people say it.</summary>
public enum DayPart
{
    /// <summary>Until noon.</summary>
    Morning,

    /// <summary>From noon to about six.</summary>
    Afternoon,

    /// <summary>From about six.</summary>
    Evening,
}
