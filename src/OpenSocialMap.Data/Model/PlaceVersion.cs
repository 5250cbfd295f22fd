namespace OpenSocialMap.Data.Model;

/// <summary>What a place was called and where it was in a period.</summary>
public sealed class PlaceVersion : EditorialFact
{
    public int PlaceKey { get; set; }
    public MeetingPlace Place { get; set; } = null!;

    /// <summary>Where it stands in the place's history, from 1.</summary>
    public int Position { get; set; }

    public string Name { get; set; } = null!;
    public string? StreetAddress { get; set; }
    public string? PostalCode { get; set; }
    public string? AddressNote { get; set; }

    /// <summary>ISO 8601, as precise as the source; null when it begins before anybody says.</summary>
    public string? ValidFrom { get; set; }

    /// <summary>Included; null when it still is so.</summary>
    public string? ValidThrough { get; set; }
}
