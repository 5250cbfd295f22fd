namespace OpenSocialMap.Data.Model;

/// <summary>A table of figures: its dimensions, its releases, and how the people behind it are protected.</summary>
public sealed class Dataset : NamedRecord
{
    public string NameEnglish { get; set; } = null!;
    public string? DescriptionEnglish { get; set; }
    public int? ProgrammeKey { get; set; }
    public Programme? Programme { get; set; }
    public int? PublisherKey { get; set; }
    public Partner? Publisher { get; set; }

    /// <summary>An SPDX-like id, or the publisher's own words.</summary>
    public string Licence { get; set; } = null!;

    public string? Attribution { get; set; }
    public List<string> Keywords { get; set; } = [];
    public ProtectionMethod ProtectionMethod { get; set; }

    /// <summary>Why this method, and no other.</summary>
    public string ProtectionReason { get; set; } = null!;

    public int? MinimumCount { get; set; }
    public ZeroPolicy? ZeroPolicy { get; set; }
    public int? RoundingBase { get; set; }
    public int? MinimumDenominator { get; set; }
    public int? MinimumMeanCount { get; set; }
    public decimal? DominancePercentage { get; set; }
    public List<Dimension> Dimensions { get; } = [];
    public List<Indicator> Indicators { get; } = [];
    public List<Release> Releases { get; } = [];
}
