namespace OpenSocialMap.Data.Model;

/// <summary>Whether a place has something that lets people in, as a source states it. What no source states has no fact.</summary>
public sealed class AccessibilityFact : Fact
{
    /// <summary>Internal, and never shown.</summary>
    public int Key { get; private set; }

    public int PlaceKey { get; set; }
    public MeetingPlace Place { get; set; } = null!;
    public AccessibilityFeature Feature { get; set; }
    public bool Available { get; set; }

    /// <summary>What visitors should know besides, such as "via de achterdeur".</summary>
    public string? Note { get; set; }
}
