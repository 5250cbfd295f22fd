namespace OpenSocialMap.Data.Model;

/// <summary>A dataset as it came out on a day. It never changes; a later one may take its place.</summary>
public sealed class Release
{
    public int Key { get; private set; }
    public string Id { get; private set; } = null!;

    /// <summary>What the ids of its observations begin with.</summary>
    public string Code { get; private set; } = null!;

    public int DatasetKey { get; private set; }
    public Dataset Dataset { get; private set; } = null!;
    public int Number { get; private set; }
    public DateOnly PublishedOn { get; private set; }
    public string Notes { get; private set; } = null!;

    /// <summary>The SHA-256 of its file, in hexadecimal.</summary>
    public string Checksum { get; private set; } = null!;

    public List<string> TimePeriods { get; private set; } = [];

    /// <summary>Its observations have the keys from this one on.</summary>
    public int FirstKey { get; private set; }

    public int ObservationCount { get; private set; }
    public ReleaseStatus Status { get; private set; }
    public DateOnly? WithdrawnOn { get; private set; }
    public string? WithdrawnReason { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ModifiedAt { get; private set; }
    public List<Observation> Observations { get; } = [];
}
