namespace OpenSocialMap.Data.Model;

/// <summary>An organisation, public body or residents' group that does something for the neighbourhood.</summary>
public sealed class Partner : NamedRecord
{
    public PartnerKind? Kind { get; set; }
    public string? Website { get; set; }
    public List<Activity> Activities { get; } = [];
    public List<ActivityPartner> ActivityLinks { get; } = [];
    public List<MeetingPlace> MeetingPlaces { get; } = [];
    public List<Wijkkrant> Wijkkranten { get; } = [];
}
