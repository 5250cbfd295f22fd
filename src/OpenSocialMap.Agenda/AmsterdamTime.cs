using NodaTime;

namespace OpenSocialMap.Agenda;

/// <summary>From the clock on the wall in Dordrecht to the instant that all the world means by it, as RFC 5545 (3.3.5) resolves it, and back.</summary>
public static class AmsterdamTime
{
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    /// <summary>A time that the clock skips is read with the offset of before; one that comes twice is its first.</summary>
    public static Instant InstantOf(LocalDateTime local) => Zone.AtLeniently(local).ToInstant();

    public static LocalDateTime LocalOf(Instant instant) => instant.InZone(Zone).LocalDateTime;
}
