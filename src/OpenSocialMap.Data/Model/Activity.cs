using NetTopologySuite.Geometries;

namespace OpenSocialMap.Data.Model;

/// <summary>Something that people can take part in, once or again and again.</summary>
public sealed class Activity : NamedRecord
{
    public List<Theme> Themes { get; set; } = [];
    public List<TargetGroup> TargetGroups { get; set; } = [];
    public Access? Access { get; set; }
    public bool? IsAccessibleForFree { get; set; }
    public string? PriceNote { get; set; }

    /// <summary>BCP 47 tags.</summary>
    public List<string> InLanguage { get; set; } = [];
    public LanguageLevel? LanguageLevel { get; set; }

    public int? MinimumAge { get; set; }
    public int? MaximumAge { get; set; }
    public RecordStatus? Status { get; set; }
    public int? SucceededByKey { get; set; }
    public Activity? SucceededBy { get; set; }
    public int? PlaceKey { get; set; }
    public MeetingPlace? Place { get; set; }
    public int? AreaKey { get; set; }
    public Area? Area { get; set; }
    public int? OrganiserKey { get; set; }
    public Partner? Organiser { get; set; }

    /// <summary>When it recurs; none when no source says.</summary>
    public List<Schedule> Schedules { get; } = [];

    /// <summary>The times that it takes place; kept by the server and by editors.</summary>
    public List<Occurrence> Occurrences { get; } = [];

    public Point? Location { get; private set; }
    public Point? LocationRd { get; private set; }
    public LocationPrecision? LocationPrecision { get; private set; }
    public int? BuurtKey { get; private set; }
    public Buurt? Buurt { get; private set; }
    public int? WijkKey { get; private set; }
    public Wijk? Wijk { get; private set; }
    public int? MunicipalityKey { get; private set; }
    public Municipality? Municipality { get; private set; }

    /// <summary>All areas it takes place in; kept by the database.</summary>
    public List<Area> Areas { get; } = [];

    public List<Partner> Partners { get; } = [];
    public List<ActivityPartner> PartnerLinks { get; } = [];
    public List<Programme> Programmes { get; } = [];
    public List<ActivityProgramme> ProgrammeLinks { get; } = [];
}
