using NetTopologySuite.Geometries;

namespace OpenSocialMap.Data.Model;

/// <summary>A place where people meet.</summary>
public sealed class MeetingPlace : NamedRecord
{
    public PlaceKind? Kind { get; set; }
    public PostalAddress Address { get; set; } = new();
    public Point? Location { get; set; }
    public Point? LocationRd { get; private set; }

    /// <summary>How far to trust the point; there is one exactly when there is a point.</summary>
    public LocationPrecision? LocationPrecision { get; set; }

    public string? LocationNote { get; set; }
    public string? Website { get; set; }
    public RecordStatus? Status { get; set; }

    /// <summary>The narrowest area that a source puts it in.</summary>
    public int? AreaKey { get; set; }

    public Area? Area { get; set; }
    public int? OperatorKey { get; set; }
    public Partner? Operator { get; set; }
    public int? ContainedInKey { get; set; }
    public MeetingPlace? ContainedInPlace { get; set; }
    public List<MeetingPlace> ContainsPlaces { get; } = [];
    public int? ReplacedByKey { get; set; }
    public MeetingPlace? ReplacedBy { get; set; }
    public int? BuurtKey { get; private set; }
    public Buurt? Buurt { get; private set; }
    public int? WijkKey { get; private set; }
    public Wijk? Wijk { get; private set; }
    public int? MunicipalityKey { get; private set; }
    public Municipality? Municipality { get; private set; }

    /// <summary>All areas it lies in; kept by the database.</summary>
    public List<Area> Areas { get; } = [];

    public List<Activity> Activities { get; } = [];

    /// <summary>When it is open and when somebody is there; none when no source says.</summary>
    public List<OpeningPeriod> OpeningHours { get; } = [];

    /// <summary>What lets people in or keeps them out; what no source says is not among them.</summary>
    public List<AccessibilityFact> Accessibility { get; } = [];

    /// <summary>What it was called and where it was, from the first; none when it never moved, as far as is known.</summary>
    public List<PlaceVersion> History { get; } = [];
}
