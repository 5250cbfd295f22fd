namespace OpenSocialMap.Data.Model;

/// <summary>What each wijk should have, by the word of a source: a theme, for a group, in a part of the day.</summary>
public sealed class Norm : EditorialFact
{
    public string Slug { get; set; } = null!;
    public string Name { get; set; } = null!;
    public string? Description { get; set; }
    public NormBasis Basis { get; set; }

    /// <summary>One of these is enough; none means any.</summary>
    public List<Theme> Themes { get; set; } = [];

    /// <summary>One of these is enough; none means any.</summary>
    public List<TargetGroup> TargetGroups { get; set; } = [];

    public DayPart? DayPart { get; set; }

    /// <summary>Only what counts as a low-threshold walk-in meets it.</summary>
    public bool IsWalkIn { get; set; }
}
