namespace OpenSocialMap.Data.Model;

/// <summary>What a partner does for an activity; the organiser is listed here too.</summary>
public sealed class ActivityPartner
{
    public int ActivityKey { get; set; }
    public Activity Activity { get; set; } = null!;
    public int PartnerKey { get; set; }
    public Partner Partner { get; set; } = null!;
    public PartnerRole Role { get; set; }
    public bool Visible { get; private set; }
}
