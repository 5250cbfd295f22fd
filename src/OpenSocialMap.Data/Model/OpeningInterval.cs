namespace OpenSocialMap.Data.Model;

/// <summary>From when until when a place is in one state, as follows from its periods; kept by the server.</summary>
public sealed class OpeningInterval
{
    /// <summary>Internal, and never shown.</summary>
    public int Key { get; private set; }

    public int PlaceKey { get; set; }
    public MeetingPlace Place { get; set; } = null!;
    public DateTimeOffset StartsAt { get; set; }
    public DateTimeOffset EndsAt { get; set; }
    public OpeningState State { get; set; }
    public string? Role { get; set; }

    /// <summary>What people call the period that decides.</summary>
    public string? Period { get; set; }
}
