namespace OpenSocialMap.Data.Model;

/// <summary>A neighbourhood newspaper.</summary>
public sealed class Wijkkrant : NamedRecord
{
    public int? PublisherKey { get; set; }
    public Partner? Publisher { get; set; }
    public int? IssuesPerYear { get; set; }
    public int? Circulation { get; set; }
    public string? Website { get; set; }
    public string? Archive { get; set; }
    public List<Area> Areas { get; } = [];
    public List<WijkkrantArea> AreaLinks { get; } = [];
}
