namespace OpenSocialMap.Data.Model;

/// <summary>
/// One time that an activity takes place. The server keeps those that the schedules give (<see cref="Data.Agenda.OccurrenceWriter"/>);
/// an editor changes them or adds others.
/// </summary>
public sealed class Occurrence
{
    /// <summary>Internal, and never shown.</summary>
    public int Key { get; private set; }

    public string Id { get; set; } = null!;
    public int ActivityKey { get; set; }
    public Activity Activity { get; set; } = null!;

    /// <summary>Null for one that an editor added.</summary>
    public int? ScheduleKey { get; set; }

    public Schedule? Schedule { get; set; }

    /// <summary>The date that the schedule gave it, whatever became of it.</summary>
    public DateOnly? OriginalDate { get; set; }

    public DateOnly Date { get; set; }
    public TimeOnly? StartTime { get; set; }
    public DateOnly EndDate { get; set; }
    public TimeOnly? EndTime { get; set; }
    public DayPart? StatedDayPart { get; set; }

    /// <summary>As stated, or else as the clock tells.</summary>
    public DayPart? DayPart { get; private set; }

    public DateTimeOffset? StartsAt { get; private set; }
    public DateTimeOffset? EndsAt { get; private set; }

    /// <summary>Where it stands in an agenda, also when its time is unknown.</summary>
    public DateTimeOffset AgendaAt { get; private set; }

    public OccurrenceStatus Status { get; set; }
    public string? StatusNote { get; set; }

    /// <summary>Its own place, where that is another than the activity's.</summary>
    public int? PlaceKey { get; set; }

    public MeetingPlace? Place { get; set; }

    /// <summary>An editor's word: what the schedule says changes it no more, nor takes it away.</summary>
    public bool Edited { get; set; } = true;

    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ModifiedAt { get; private set; }
}
