namespace OpenSocialMap.Data.Model;

/// <summary>What a source says about walking in: that an activity counts as a walk-in, or that an area has none.</summary>
public sealed class WalkIn : EditorialFact
{
    public int? ActivityKey { get; set; }

    /// <summary>The activity that counts, although its own source doesn't say how one gets in.</summary>
    public Activity? Activity { get; set; }

    public int? AreaKey { get; set; }

    /// <summary>The area of which a source says that it has no walk-in.</summary>
    public Area? Area { get; set; }

    /// <summary>In Dutch.</summary>
    public string Reason { get; set; } = null!;
}
