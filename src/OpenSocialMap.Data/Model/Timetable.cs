namespace OpenSocialMap.Data.Model;

/// <summary>When something recurs, as far as a source says. Times are wall-clock times in Europe/Amsterdam; null is unknown.</summary>
public abstract class Timetable
{
    /// <summary>Internal, and never shown.</summary>
    public int Key { get; private set; }

    /// <summary>Where it stands among its siblings, from 1.</summary>
    public int Position { get; set; }

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

    /// <summary>Which of the days that the rule gives in each period: 1 is the first, -1 the last.</summary>
    public List<int>? BySetPosition { get; set; }

    public int? RepeatCount { get; set; }
    public DayPart? DayPart { get; set; }
    public DateOnly? StartDate { get; set; }
    public DateOnly? EndDate { get; set; }
    public TimeOnly? StartTime { get; set; }

    /// <summary>When it is not after the start, it is on the next day.</summary>
    public TimeOnly? EndTime { get; set; }

    public List<DateOnly> ExceptDates { get; set; } = [];
    public List<DateOnly> ExtraDates { get; set; } = [];

    /// <summary>Codes of the holiday calendars on whose days it is not.</summary>
    public List<string> ExceptHolidays { get; set; } = [];

    /// <summary>Codes of the holiday calendars on whose days alone it is.</summary>
    public List<string> OnlyHolidays { get; set; } = [];
}
