using NetTopologySuite.Geometries;
using Npgsql;
using OpenSocialMap.Data.Model;
using Record = OpenSocialMap.Data.Model.Record;

namespace OpenSocialMap.Server.Tests.Fixture;

/// <summary>A small town for tests: two wijken with a buurt each, a working area over both, and whatever a test adds.</summary>
public sealed class World
{
    int _count;

    public Source Source { get; } = new() { Id = "src_0000000000000001", Slug = "report", Title = "Report", Kind = SourceKind.Report };
    public Municipality Town { get; }
    public Wijk West { get; }
    public Wijk East { get; }
    public Buurt Harbour { get; }
    public Buurt Meadow { get; }
    public Werkgebied Both { get; }

    public World()
    {
        Town = Area(new Municipality { Id = "mun_0000000000000001", Slug = "town", Name = "Town", Code = "GM0001" }, null);
        West = Area(new Wijk { Id = "wijk_0000000000000001", Slug = "west", Name = "West", Code = "WK000101", Municipality = Town }, Square(4.60));
        East = Area(new Wijk { Id = "wijk_0000000000000002", Slug = "east", Name = "East", Code = "WK000102", Municipality = Town }, Square(4.70));
        Harbour = Area(new Buurt { Id = "buurt_0000000000000001", Slug = "harbour", Name = "Harbour", Code = "BU00010101", Wijk = West }, Square(4.60));
        Meadow = Area(new Buurt { Id = "buurt_0000000000000002", Slug = "meadow", Name = "Meadow", Code = "BU00010201", Wijk = East }, Square(4.70));
        Both = Area(new Werkgebied { Id = "werk_0000000000000001", Slug = "both", Name = "Both", Municipality = Town }, null);
        Both.WijkLinks.Add(new() { Wijk = West, Coverage = Coverage.Whole, Reason = "as the report says", Provenance = Said() });
        Both.WijkLinks.Add(new() { Wijk = East, Coverage = Coverage.Part, Reason = "as the report says", Provenance = Said() });
    }

    /// <summary>Saves the town and what a test adds to it, in one transaction.</summary>
    public async Task SaveAsync(NpgsqlDataSource owner, params object[] more)
    {
        await using var context = SocialMapContext.Over(owner);
        context.AddRange([Town, West, East, Harbour, Meadow, Both, .. more]);
        await context.SaveChangesAsync();
    }

    public MeetingPlace Place(string slug, Area? area = null, Point? location = null, LocationPrecision? precision = null) => new()
    {
        Id = Id("place"), Slug = slug, Name = slug, Area = area, Location = location, LocationPrecision = precision, Provenance = Said(),
    };

    public Activity Activity(string slug, MeetingPlace? place = null, Area? area = null) => new()
    {
        Id = Id("act"), Slug = slug, Name = slug, Place = place, Area = area, Provenance = Said(),
    };

    public Partner Partner(string slug) => new() { Id = Id("partner"), Slug = slug, Name = slug, Provenance = Said() };

    public Dataset Dataset(string slug) => new()
    {
        Id = Id("data"), Slug = slug, Name = slug, NameEnglish = slug, Licence = "CC0-1.0", ProtectionMethod = ProtectionMethod.None, ProtectionReason = "made up",
        Provenance = Said(),
    };

    /// <summary>Its code is its slug in capitals.</summary>
    public Indicator Indicator(string slug, Dataset dataset) => new()
    {
        Id = Id("ind"), Slug = slug, Code = slug.ToUpperInvariant().Replace('-', '_'), Name = slug, Unit = "persons", Dataset = dataset, Provenance = Said(),
    };

    public AlternateName Name(Record subject, string name, string? slug = null) => new()
    {
        SubjectId = subject.Id, Name = name, NameKind = NameKind.FormerName, Slug = slug, Provenance = Said(),
    };

    public Provenance Said() => new() { Source = Source, StatedOn = "2022" };

    public static Point Point(double longitude, double latitude) => new(longitude, latitude) { SRID = 4326 };

    // About seven kilometres wide and eleven high.
    static MultiPolygon Square(double longitude)
    {
        var factory = new GeometryFactory(new PrecisionModel(), 4326);
        return factory.CreateMultiPolygon([(Polygon)factory.ToGeometry(new Envelope(longitude, longitude + 0.1, 51.7, 51.8))]);
    }

    T Area<T>(T area, MultiPolygon? outline)
        where T : Area
    {
        area.Geometry = outline;
        area.GeometryDetail = outline is null ? null : GeometryDetail.Generalised;
        area.Provenance = Said();
        return area;
    }

    string Id(string prefix) => $"{prefix}_{++_count:D16}";
}
