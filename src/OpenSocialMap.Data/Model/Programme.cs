namespace OpenSocialMap.Data.Model;

/// <summary>A frame that activities are part of: a programme line, a method, a campaign, a network.</summary>
public sealed class Programme : NamedRecord
{
    public ProgrammeKind Kind { get; set; }

    /// <summary>The number of a programme line, 1 to 5.</summary>
    public int? Number { get; set; }

    public int? PartOfKey { get; set; }
    public Programme? PartOf { get; set; }
    public List<Programme> Parts { get; } = [];
    public int? LeadKey { get; set; }
    public Partner? Lead { get; set; }
    public List<Activity> Activities { get; } = [];
}
