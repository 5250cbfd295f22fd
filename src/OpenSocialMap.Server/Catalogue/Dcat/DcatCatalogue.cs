using System.Globalization;
using OpenSocialMap.Server.Catalogue.Charts;
using OpenSocialMap.Server.Catalogue.Files;
using OpenSocialMap.Server.Features;
using OpenSocialMap.Server.Hosting;

namespace OpenSocialMap.Server.Catalogue.Dcat;

/// <summary>
/// The catalogue as portals of open data read it: DCAT-AP-NL 3.0, with its mandatory properties. What isn't known, such as how often a dataset will come out, is left out.
/// https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/
/// </summary>
/// <param name="home">The address of this server in the world.</param>
internal sealed class DcatCatalogue(string home, KeeperSettings keeper, Extent extent)
{
    private const string Authority = "http://publications.europa.eu/resource/authority";
    private const string Public = $"{Authority}/access-right/PUBLIC";
    private const string Society = $"{Authority}/data-theme/SOCI";
    private const string Dutch = $"{Authority}/language/NLD";
    private const string English = $"{Authority}/language/ENG";
    private const string MediaTypes = "https://www.iana.org/assignments/media-types";

    private readonly Graph _graph = new();
    private readonly Dictionary<string, string> _agents = [];

    private string Address => $"{home}/data";

    /// <summary>The catalogue with these datasets, as far as they have come out.</summary>
    public Graph Describe(IEnumerable<Dataset> datasets)
    {
        var editions = datasets.Where(dataset => dataset.Current is not null).Select(dataset => new Edition(dataset, dataset.Current!, home, false)).ToList();
        var catalogue = _graph.Add(Address, "dcat:Catalog")
            .Says("dct:title", "Cijfers van OpenSocialMap", "Figures of OpenSocialMap")
            .Says("dct:description", "Cijfers per gemeente, wijk en buurt, waarin niemand te herkennen is.", "Figures by municipality, district and neighbourhood, in which nobody can be recognised.")
            .Links("dct:publisher", Agent(keeper.Name))
            .Links("dcat:contactPoint", Contact())
            .Links("foaf:homepage", home)
            .Links("dct:language", Dutch).Links("dct:language", English)
            .Links("dct:license", Licence.ListedAs("CC-BY-4.0"))
            .Links("dct:spatial", Place())
            .Links("dcat:service", Service(editions));
        if (editions.Count > 0)
            catalogue.Has("dct:issued", editions.Min(edition => edition.Dataset.Releases[^1].PublishedOn)).Has("dct:modified", editions.Max(edition => edition.Release.PublishedOn));
        foreach (var edition in editions)
            catalogue.Links("dcat:dataset", Describe(edition));
        return _graph;
    }

    private string Describe(Edition edition)
    {
        var (dataset, release) = (edition.Dataset, edition.Release);
        var publisher = Agent(dataset.Publisher ?? keeper.Name);
        var resource = _graph.Add(edition.DatasetAddress, "dcat:Dataset")
            .Says("dct:title", dataset.Name, dataset.NameEnglish)
            .Says("dct:description", dataset.Description ?? dataset.Name, dataset.DescriptionEnglish)
            .Has("dct:identifier", new Term.Text(edition.DatasetAddress, null))
            .Links("dct:publisher", publisher)
            .Links("dct:creator", publisher)
            .Links("dcat:contactPoint", Contact())
            .Links("dct:accessRights", Public)
            .Links("dcat:theme", Society)
            .Links("dct:language", Dutch)
            .Links("dcat:landingPage", edition.DatasetAddress)
            .Links("foaf:page", $"{Address}/methodology")
            .Has("dct:issued", dataset.Releases[^1].PublishedOn)
            .Has("dct:modified", release.PublishedOn)
            .Has("dcat:version", new Term.Text(release.Number.ToString(CultureInfo.InvariantCulture), null))
            .Has("adms:versionNotes", new Term.Text(release.Notes, "nl"))
            .Links("dct:spatial", Place())
            .Links("dct:temporal", Time(edition));
        foreach (var keyword in dataset.Keywords)
            resource.Has("dcat:keyword", new Term.Text(keyword, "nl"));
        foreach (var format in FileFormat.All.Where(format => !format.IsText))
            resource.Links("dcat:distribution", Describe(edition, format));
        return resource.Address;
    }

    private string Describe(Edition edition, FileFormat format)
    {
        var distribution = _graph.Add($"{edition.At(format.Name)}#distribution", "dcat:Distribution")
            .Has("dct:title", new Term.Text(format.Name, "nl"))
            .Says("dct:description", format.Dutch, format.English)
            .Links("dcat:accessURL", edition.Address)
            .Links("dcat:downloadURL", edition.At(format.Name))
            .Links("dcat:mediaType", $"{MediaTypes}/{format.Accept}")
            .Links("dct:format", $"{Authority}/file-type/{FileType(format)}")
            .Links("dct:license", Licence.ListedAs(edition.Dataset.Licence))
            .Links("dct:rights", Rights(edition))
            .Links("dct:language", Dutch)
            .Has("dct:issued", edition.Release.PublishedOn);
        if (format == FileFormat.Released)
        {
            var sum = _graph.Add($"{edition.At(format.Name)}#checksum", "spdx:Checksum")
                .Links("spdx:algorithm", "http://spdx.org/rdf/terms#checksumAlgorithm_sha256")
                .Has("spdx:checksumValue", new Term.Typed(edition.Release.Checksum, "xsd:hexBinary"));
            distribution.Links("spdx:checksum", sum.Address);
        }
        return distribution.Address;
    }

    private string Service(IReadOnlyList<Edition> editions)
    {
        var service = _graph.Add($"{home}/graphql#service", "dcat:DataService")
            .Says("dct:title", "GraphQL van OpenSocialMap", "GraphQL of OpenSocialMap")
            .Says("dct:description", "Alle gegevens en cijfers om zelf te bevragen, zonder sleutel.", "All data and figures to query, without a key.")
            .Has("dct:identifier", new Term.Text($"{home}/graphql", null))
            .Links("dcat:endpointURL", $"{home}/graphql")
            .Links("dcat:endpointDescription", $"{home}/graphql?sdl")
            .Links("dct:publisher", Agent(keeper.Name))
            .Links("dcat:contactPoint", Contact())
            .Links("dct:accessRights", Public)
            .Links("dct:license", Licence.ListedAs("CC-BY-4.0"))
            .Links("dcat:theme", Society);
        foreach (var edition in editions)
            service.Links("dcat:servesDataset", edition.DatasetAddress);
        return service.Address;
    }

    private string Agent(string name)
    {
        if (_agents.TryGetValue(name, out var known))
            return known;
        var agent = string.Create(CultureInfo.InvariantCulture, $"{Address}#agent-{_agents.Count + 1}");
        _agents.Add(name, agent);
        return _graph.Add(agent, "foaf:Agent").Has("foaf:name", new Term.Text(name, "nl")).Address;
    }

    private string Contact() => Once($"{Address}#contact", "vcard:Kind", contact =>
    {
        contact.Has("vcard:fn", new Term.Text(keeper.Name, "nl"));
        if (keeper.Mail is { } mail)
            contact.Links("vcard:hasEmail", $"mailto:{mail}");
        else
            contact.Links("vcard:hasURL", keeper.Page ?? Address);
    });

    private string Rights(Edition edition) => Once($"{edition.DatasetAddress}#rights", "dct:RightsStatement",
        rights => rights.Has("rdfs:label", new Term.Text(edition.Dataset.Attribution ?? edition.Dataset.Publisher ?? edition.Dataset.Name, "nl")));

    private string Time(Edition edition)
    {
        var periods = edition.Dataset.Releases.Where(release => release.IsCurrent).SelectMany(release => release.TimePeriods).ToList();
        return Once($"{edition.DatasetAddress}#time", "dct:PeriodOfTime", time =>
        {
            time.Has("dcat:startDate", periods.Min(Period.FirstDay));
            time.Has("dcat:endDate", periods.Max(Period.LastDay));
        });
    }

    private string? Place() => extent.West > extent.East ? null : Once($"{Address}#place", "dct:Location", place => place.Has("dcat:bbox", new Term.Typed(
        string.Create(CultureInfo.InvariantCulture, $"POLYGON(({extent.West} {extent.South},{extent.East} {extent.South},{extent.East} {extent.North},{extent.West} {extent.North},{extent.West} {extent.South}))"),
        "geo:wktLiteral")));

    private string Once(string resource, string type, Action<Resource> describe)
    {
        if (!_graph.Resources.Any(known => known.Address == resource))
            describe(_graph.Add(resource, type));
        return resource;
    }

    private static string FileType(FileFormat format) =>
        format == FileFormat.Spreadsheet ? "XLSX" : format == FileFormat.Json ? "JSON" : format == FileFormat.GeoJson ? "GEOJSON" : "CSV";
}
