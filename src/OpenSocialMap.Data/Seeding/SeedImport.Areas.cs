using System.Text.RegularExpressions;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Data.Seeding;

// Filling in the sources and the areas.
internal sealed partial class SeedImport
{
    void Fill(List<(Source Record, SeedRow Row)> sources)
    {
        foreach (var (source, row) in sources)
        {
            source.Title = row.Required("title");
            source.Publisher = row.Text("publisher");
            source.Kind = row.RequiredChoice<SourceKind>("kind");
            source.FileName = row.Text("file_name");
            source.Url = row.Website("url");
            source.Licence = row.Text("licence");
            source.Attribution = row.Text("attribution");
            source.PublishedOn = row.ReducedDate("published_on");
            source.TemporalCoverage = row.Text("temporal_coverage");
            if (source.TemporalCoverage?.Split('/') is { } ends && (ends.Length > 2 || ends.Any(end => end != ".." && !SeedRow.IsReducedDate(end))))
                row.Problem("temporal_coverage", $"\"{source.TemporalCoverage}\" is no date or interval; write 2022 or 2022-01/2023-06");
            source.Description = row.Text("description");
            if (source.Key == 0)
                context.Add(source);
        }
    }

    void Fill(List<(Municipality Record, SeedRow Row)> municipalities)
    {
        foreach (var (record, row) in municipalities)
        {
            var municipality = Target(record);
            FillOfficialArea(municipality, row, MunicipalityCode());
            municipality.AreaTotalHa = row.Integer("area_total_ha");
            municipality.AreaLandHa = row.Integer("area_land_ha");
            Keep(municipality, row);
        }
    }

    void Fill(List<(Wijk Record, SeedRow Row)> wijken)
    {
        foreach (var (record, row) in wijken)
        {
            var wijk = Target(record);
            FillOfficialArea(wijk, row, WijkCode());
            wijk.OfficialName = row.Text("official_name");
            wijk.AreaTotalHa = row.Integer("area_total_ha");
            wijk.AreaLandHa = row.Integer("area_land_ha");
            wijk.Municipality = _registers.Municipalities.FindRequired(row, "municipality");
            Keep(wijk, row);
        }
        foreach (var municipality in wijken.Select(wijk => wijk.Record).GroupBy(wijk => wijk.Municipality))
        {
            if (municipality.Key is { Geometry: null })
                SetOutline(municipality.Key, UnionOf(municipality));
        }
    }

    void Fill(List<(Buurt Record, SeedRow Row)> buurten)
    {
        foreach (var (record, row) in buurten)
        {
            var buurt = Target(record);
            FillOfficialArea(buurt, row, BuurtCode());
            buurt.Postcode4 = row.ShapedOne("postcode4", Postcode4(), "3311");
            if (_registers.Wijken.FindRequired(row, "wijk") is { } wijk)
                buurt.Wijk = wijk;
            Keep(buurt, row);
        }
    }

    void FillOfficialArea(Area area, SeedRow row, Regex codeShape)
    {
        FillName(area, row);
        area.Code = row.ShapedOne("code", codeShape, codeShape.ToString().Trim('^', '$').Replace(@"\d", "0"));
        area.Year = row.Integer("year", 1900, 2200);
        area.Inhabitants = row.Integer("inhabitants");
        area.Households = row.Integer("households");
        SetOutline(area, area.Code is { } code && tables.Outlines.TryGetValue(code, out var outline) ? outline.Geometry : null);
    }

    void Fill(List<(Werkgebied Record, SeedRow Row)> werkgebieden)
    {
        var parts = ReadParts();
        foreach (var (record, row) in werkgebieden)
        {
            var werkgebied = Target(record);
            FillName(werkgebied, row);
            werkgebied.Municipality = _registers.Municipalities.FindRequired(row, "municipality");
            werkgebied.UsedBy = _registers.Partners.Find(row, "used_by");
            Synchronise(
                werkgebied.WijkLinks, parts[record], (link, part) => link.Wijk == part.Wijk, part => new() { Wijk = part.Wijk }, FillPart);
            SetOutline(werkgebied, UnionOf(parts[record]));
            Keep(werkgebied, row);
        }
    }

    sealed record Part(Werkgebied Werkgebied, Wijk Wijk, SeedRow Row);

    ILookup<Werkgebied, Part> ReadParts()
    {
        var parts = new List<Part>();
        foreach (var row in tables.WerkgebiedWijken)
        {
            var werkgebied = _registers.Werkgebieden.FindRequired(row, "werkgebied");
            var wijk = _registers.Wijken.FindRequired(row, "wijk");
            row.Required("reason");
            row.RequiredChoice<Coverage>("coverage");
            if (werkgebied is null || wijk is null)
                continue;
            if (parts.Exists(part => part.Werkgebied == werkgebied && part.Wijk == wijk))
                row.Problem("wijk", "this wijk is in this werkgebied already; remove one of the rows");
            else
                parts.Add(new(werkgebied, wijk, row));
        }
        return parts.ToLookup(part => part.Werkgebied);
    }

    void FillPart(WerkgebiedWijk link, Part part)
    {
        link.Coverage = part.Row.RequiredChoice<Coverage>("coverage");
        link.Reason = part.Row.Required("reason");
        FillProvenance(link, part.Row);
    }

    // An area that takes in a part of a wijk has an outline that nobody has drawn.
    static MultiPolygon? UnionOf(IEnumerable<Part> parts)
    {
        var wijken = parts.ToList();
        return wijken.Exists(part => part.Row.Cells["coverage"] != Spelling.Write(Coverage.Whole)) ? null : UnionOf(wijken.Select(part => part.Wijk));
    }

    static MultiPolygon? UnionOf(IEnumerable<Wijk> wijken)
    {
        var outlines = wijken.OrderBy(wijk => wijk.Code, StringComparer.Ordinal).Select(wijk => wijk.Geometry).ToList();
        if (outlines.Count == 0 || outlines.Contains(null))
            return null;
        var union = OverlayNGRobust.Union(outlines);
        return union as MultiPolygon ?? union.Factory.CreateMultiPolygon([(Polygon)union]);
    }

    static void SetOutline(Area area, MultiPolygon? outline)
    {
        area.Geometry = outline;
        area.GeometryDetail = outline is null ? null : GeometryDetail.Generalised;
    }

    [GeneratedRegex(@"^GM\d\d\d\d$")]
    private static partial Regex MunicipalityCode();

    [GeneratedRegex(@"^WK\d\d\d\d\d\d$")]
    private static partial Regex WijkCode();

    [GeneratedRegex(@"^BU\d\d\d\d\d\d\d\d$")]
    private static partial Regex BuurtCode();

    [GeneratedRegex(@"^[1-9]\d{3}$")]
    private static partial Regex Postcode4();
}
