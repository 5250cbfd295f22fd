namespace OpenSocialMap.Data.Model;

/// <summary>Somebody said that a record is still right: in which role and for which organisation, never who.</summary>
public sealed class Confirmation
{
    public int Key { get; private set; }

    /// <summary>The public id of an activity or a place.</summary>
    public string SubjectId { get; set; } = null!;

    public DateOnly ConfirmedOn { get; set; }
    public ConfirmationRole Role { get; set; }
    public int? PartnerKey { get; set; }
    public Partner? Partner { get; set; }
    public string? Note { get; set; }
}
