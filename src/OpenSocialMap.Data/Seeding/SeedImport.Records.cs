using System.Text.RegularExpressions;
using NetTopologySuite.Geometries;
using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Data.Seeding;

// Filling in partners, places, programmes, newspapers and names.
internal sealed partial class SeedImport
{
    const int Wgs84 = 4326;

    void FillProvenance(Fact fact, SeedRow row)
    {
        var provenance = fact.Provenance ??= new();
        if (_registers.Sources.FindRequired(row, "source") is { } source)
            provenance.Source = source;
        provenance.Locator = row.Text("locator");
        row.Required("stated_on");
        provenance.StatedOn = row.ReducedDate("stated_on") ?? "";
        provenance.ConfirmedOn = row.Date("confirmed_on");
        provenance.Note = row.Text("provenance_note");
    }

    static void FillName(NamedRecord record, SeedRow row)
    {
        record.Slug = row.Slug("slug");
        record.Name = row.Required("name");
        record.Description = row.Cells.ContainsKey("description") ? row.Text("description") : null;
    }

    /// <summary>Makes a record's links those that the rows list, leaving alone what is there already.</summary>
    static void Synchronise<TLink, TWanted>(
        List<TLink> links, IEnumerable<TWanted> wanted, Func<TLink, TWanted, bool> same, Func<TWanted, TLink> make, Action<TLink, TWanted>? fill = null)
    {
        var all = wanted.ToList();
        links.RemoveAll(link => !all.Exists(it => same(link, it)));
        foreach (var it in all)
        {
            var index = links.FindIndex(link => same(link, it));
            if (index < 0)
            {
                links.Add(make(it));
                index = links.Count - 1;
            }
            fill?.Invoke(links[index], it);
        }
    }

    void Fill(List<(Partner Record, SeedRow Row)> partners)
    {
        foreach (var (record, row) in partners)
        {
            var partner = Target(record);
            FillName(partner, row);
            partner.Kind = row.Choice<PartnerKind>("kind");
            partner.Website = row.Website("website");
            Keep(partner, row);
        }
    }

    void Fill(List<(MeetingPlace Record, SeedRow Row)> places)
    {
        foreach (var (record, row) in places)
        {
            var place = Target(record);
            FillName(place, row);
            place.Kind = row.Choice<PlaceKind>("kind");
            place.Address.StreetAddress = row.Text("street_address");
            place.Address.PostalCode = row.ShapedOne("postal_code", PostalCode(), "3311 AB");
            place.Address.Note = row.Text("address_note");
            FillLocation(place, row);
            place.Website = row.Website("website");
            place.Status = row.Choice<RecordStatus>("status");
            place.Area = _registers.Areas.Find(row, "area");
            place.Operator = _registers.Partners.Find(row, "operator");
            place.ContainedInPlace = _registers.MeetingPlaces.Find(row, "contained_in");
            place.ReplacedBy = _registers.MeetingPlaces.Find(row, "replaced_by");
            FillOpeningHours(place, record.Slug);
            FillAccessibility(place, record.Slug);
            Keep(place, row);
        }
        Cycles.Report(places, place => place.ContainedInPlace, "contained_in");
        Cycles.Report(places, place => place.ReplacedBy, "replaced_by");
    }

    static void FillLocation(MeetingPlace place, SeedRow row)
    {
        var (longitude, latitude) = (row.Decimal("longitude"), row.Decimal("latitude"));
        place.LocationPrecision = row.Choice<LocationPrecision>("location_precision");
        place.LocationNote = row.Text("location_note");
        place.Location = longitude is { } x && latitude is { } y ? new((double)x, (double)y) { SRID = Wgs84 } : null;
        if (longitude is null != latitude is null)
            row.Problem(longitude is null ? "longitude" : "latitude", "a point needs both longitude and latitude; fill in both or neither");
        if (longitude is < 3 or > 7.5m || latitude is < 50.5m or > 54)
            row.Problem("longitude", "the point is not in the Netherlands; longitude is about 4.7 and latitude about 51.8, are they exchanged?");
        if (place.Location is not null && place.LocationPrecision is null)
            row.Problem("location_precision", "a point must say how exact it is; write EXACT, NEARBY or AREA");
        if (place.Location is null && place.LocationPrecision is not null && longitude is null && latitude is null)
            row.Problem("location_precision", "there is no point to be exact about; fill in longitude and latitude, or empty this cell");
    }

    void Fill(List<(Programme Record, SeedRow Row)> programmes)
    {
        foreach (var (record, row) in programmes)
        {
            var programme = Target(record);
            FillName(programme, row);
            programme.Kind = row.RequiredChoice<ProgrammeKind>("kind");
            programme.Number = row.Integer("number", 1);
            programme.PartOf = _registers.Programmes.Find(row, "part_of");
            programme.Lead = _registers.Partners.Find(row, "lead");
            Keep(programme, row);
        }
        Cycles.Report(programmes, programme => programme.PartOf, "part_of");
    }

    void Fill(List<(Wijkkrant Record, SeedRow Row)> papers)
    {
        foreach (var (record, row) in papers)
        {
            var paper = Target(record);
            FillName(paper, row);
            paper.Publisher = _registers.Partners.Find(row, "publisher");
            paper.IssuesPerYear = row.Integer("issues_per_year", 1);
            paper.Circulation = row.Integer("circulation", 1);
            paper.Website = row.Website("website");
            paper.Archive = row.Website("archive");
            var areas = row.List("areas").Select(area => _registers.Areas.Find(row, "areas", area)).OfType<Area>();
            Synchronise(paper.AreaLinks, areas, (link, area) => link.Area == area, area => new() { Area = area });
            Keep(paper, row);
        }
    }

    void FillAlternateNames()
    {
        var known = context.AlternateNames.Local.ToDictionary(name => (name.SubjectId, name.Name));
        var aliases = new HashSet<(string Type, string Slug)>();
        foreach (var row in tables.AlternateNames)
        {
            var subject = _registers.FindSubject(row);
            var text = row.Required("name");
            var kind = row.RequiredChoice<NameKind>("name_kind");
            var slug = row.Text("slug") is null ? null : row.Slug("slug");
            if (subject is null)
                continue;
            if (slug is not null && (_registers.HasSlug(subject, slug) || !aliases.Add((subject is Area ? "Area" : subject.GetType().Name, slug))))
                row.Problem("slug", $"the slug \"{slug}\" leads to another record already; choose another");
            if (!known.TryGetValue((subject.Id, text), out var name))
            {
                name = new() { SubjectId = subject.Id, Name = text, Origin = Origin.Seed };
                known.Add((subject.Id, text), name);
                context.Add(name);
            }
            if (!_seeded.Add(name))
                row.Problem("name", "this record has this name already; remove one of the rows");
            if (name.Origin != Origin.Seed)
                continue;
            name.NameKind = kind;
            name.Slug = slug;
            name.Published = true;
            FillProvenance(name, row);
        }
    }

    [GeneratedRegex(@"^[1-9]\d{3}( [A-Z]{2})?$")]
    private static partial Regex PostalCode();
}
