namespace OpenSocialMap.Data.Model;

/// <summary>Hours of a place that hold from one day to another: its usual ones, an exception, or a campaign that adds to them.</summary>
public sealed class OpeningPeriod : Fact
{
    /// <summary>Internal, and never shown.</summary>
    public int Key { get; private set; }

    public int PlaceKey { get; set; }
    public MeetingPlace Place { get; set; } = null!;

    /// <summary>Where it stands among those of its place, from 1.</summary>
    public int Position { get; set; }

    /// <summary>What people call it, such as "zomersluiting".</summary>
    public string? Name { get; set; }

    public OpeningPeriodKind Kind { get; set; }

    /// <summary>Among those that decide, the highest wins.</summary>
    public int Priority { get; set; }

    public DateOnly? ValidFrom { get; set; }

    /// <summary>Included.</summary>
    public DateOnly? ValidThrough { get; set; }

    /// <summary>None means closed for the whole of it, which only an exception can say.</summary>
    public List<OpeningSpan> Spans { get; } = [];
}
