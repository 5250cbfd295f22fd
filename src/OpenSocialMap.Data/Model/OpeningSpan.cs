namespace OpenSocialMap.Data.Model;

/// <summary>A state that recurs within a period: open on weekdays from 9:00 to 17:00.</summary>
public sealed class OpeningSpan : Timetable
{
    public int PeriodKey { get; set; }
    public OpeningPeriod Period { get; set; } = null!;
    public OpeningState State { get; set; }

    /// <summary>The source says: all day.</summary>
    public bool WholeDay { get; set; }

    /// <summary>Who is there, as a role and never as a person.</summary>
    public string? Role { get; set; }
}
