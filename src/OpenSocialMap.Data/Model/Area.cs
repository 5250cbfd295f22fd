using NetTopologySuite.Geometries;

namespace OpenSocialMap.Data.Model;

/// <summary>A part of the map that places, activities and figures belong to, of one of four kinds.</summary>
public abstract class Area : NamedRecord
{
    public string? OfficialName { get; set; }

    /// <summary>The code of CBS, such as WK050509; working areas have none.</summary>
    public string? Code { get; set; }

    /// <summary>The year of the CBS division.</summary>
    public int? Year { get; set; }

    public int? Inhabitants { get; set; }
    public int? Households { get; set; }
    public int? AreaTotalHa { get; set; }
    public int? AreaLandHa { get; set; }
    public string? Postcode4 { get; set; }
    public MultiPolygon? Geometry { get; set; }
    public MultiPolygon? GeometryRd { get; private set; }
    public GeometryDetail? GeometryDetail { get; set; }
    public int? MunicipalityKey { get; set; }
    public Municipality? Municipality { get; set; }
    public bool Visible { get; private set; }

    /// <summary>The places that lie in it, at whatever level a source puts them; kept by the database.</summary>
    public List<MeetingPlace> MeetingPlaces { get; } = [];

    /// <summary>The activities that take place in it; kept by the database.</summary>
    public List<Activity> Activities { get; } = [];

    public List<Observation> Observations { get; } = [];
    public List<Wijkkrant> Wijkkranten { get; } = [];
}
