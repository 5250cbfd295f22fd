namespace OpenSocialMap.Data.Model;

/// <summary>A day or some weeks of a holiday calendar, with who published them.</summary>
public sealed class Holiday
{
    /// <summary>Internal, and never shown.</summary>
    public int Key { get; private set; }

    public int CalendarKey { get; set; }
    public HolidayCalendar Calendar { get; set; } = null!;
    public string Name { get; set; } = null!;
    public DateOnly StartDate { get; set; }

    /// <summary>Included.</summary>
    public DateOnly EndDate { get; set; }

    /// <summary>Null for what is worked out.</summary>
    public string? SourceUrl { get; set; }

    public string? StatedOn { get; set; }
}
