namespace OpenSocialMap.Data.Model;

/// <summary>When an activity recurs, as far as a source says. Times are wall-clock times in Europe/Amsterdam; null is unknown.</summary>
public sealed class Schedule
{
    /// <summary>The source's own short phrase, in Dutch.</summary>
    public string? Text { get; set; }

    /// <summary>An ISO 8601 duration, such as P1W.</summary>
    public string? RepeatFrequency { get; set; }

    /// <summary>How often in that time: P1W and 3 is three times a week.</summary>
    public int? TimesPerPeriod { get; set; }

    /// <summary>As in iCalendar: WE, or 2WE for the second Wednesday.</summary>
    public List<string>? ByDay { get; set; }

    public List<int>? ByMonth { get; set; }
    public List<int>? ByMonthDay { get; set; }
    public DayPart? DayPart { get; set; }
    public DateOnly? StartDate { get; set; }
    public DateOnly? EndDate { get; set; }
    public TimeOnly? StartTime { get; set; }
    public TimeOnly? EndTime { get; set; }
}
