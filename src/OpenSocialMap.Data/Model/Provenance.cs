namespace OpenSocialMap.Data.Model;

/// <summary>Where a fact comes from: the document, the place in it, and the date for which it says so.</summary>
public sealed class Provenance
{
    public int SourceKey { get; set; }
    public Source Source { get; set; } = null!;

    /// <summary>The place inside the document, such as "lines 210-214".</summary>
    public string? Locator { get; set; }

    /// <summary>ISO 8601, as precise as the source: 2022, 2022-10 or 2022-10-11.</summary>
    public string StatedOn { get; set; } = null!;

    /// <summary>When somebody last checked it; null when nobody has.</summary>
    public DateOnly? ConfirmedOn { get; set; }

    public string? Note { get; set; }
}
