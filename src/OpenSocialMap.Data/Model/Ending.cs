namespace OpenSocialMap.Data.Model;

/// <summary>That an activity or a place stopped, and why.</summary>
public sealed class Ending : EditorialFact
{
    /// <summary>The public id of what stopped.</summary>
    public string SubjectId { get; set; } = null!;

    /// <summary>ISO 8601, as precise as the source; null when no source says when.</summary>
    public string? EndedOn { get; set; }

    /// <summary>In Dutch.</summary>
    public string Reason { get; set; } = null!;
}
