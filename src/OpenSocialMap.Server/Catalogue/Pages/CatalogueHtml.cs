using System.Globalization;
using System.Text;
using static OpenSocialMap.Server.Catalogue.Pages.CataloguePageHtml;

namespace OpenSocialMap.Server.Catalogue.Pages;

/// <summary>The page that lists the datasets.</summary>
internal static class CatalogueHtml
{
    public static string Render(IReadOnlyList<Dataset> datasets, bool isEnglish)
    {
        string Say(string dutch, string english) => isEnglish ? english : dutch;
        var title = Say("Cijfers per gemeente, wijk en buurt", "Figures by municipality, district and neighbourhood");
        var lead = Say(
            "Cijfers die u vrij mag gebruiken, met uitleg bij elk cijfer, en met de codes van het CBS. Niemand is erin te herkennen.",
            "Figures that you may use freely, each explained, with the codes of Statistics Netherlands (CBS). Nobody can be recognised in them.");
        var main = new StringBuilder();
        main.Append(CultureInfo.InvariantCulture, $"""
                <h1>{title}</h1>
                <p class="lead">{lead}</p>
                <p>{Say(
                    "Elke dataset komt uit in genummerde releases, die nooit veranderen. Noem in uw verhaal of onderzoek het nummer, dan vindt iedereen dezelfde cijfers terug.",
                    "Each dataset comes out in numbered releases, which never change. Name the number in your story or study, and everybody finds the same figures.")}
                <a href="/data/methodology?lang={Say("nl", "en")}">{Say("Zo beschermen wij mensen", "How people are protected")}</a>.</p>
                <section aria-labelledby="datasets">
                <h2 id="datasets">{Say("Datasets", "Datasets")}</h2>
            """);
        if (datasets.Count == 0)
            main.Append(CultureInfo.InvariantCulture, $"<p>{Say("Er zijn nog geen datasets.", "There are no datasets yet.")}</p>");
        main.Append("<ul class=\"datasets\">\n");
        foreach (var dataset in datasets.OrderBy(dataset => dataset.Current is null))
        {
            main.Append(CultureInfo.InvariantCulture, $"""
                      <li>
                        <h3><a href="/data/{dataset.Slug}?lang={Say("nl", "en")}">{Text(dataset.NameIn(isEnglish))}</a></h3>
                        <p>{Text(dataset.DescriptionIn(isEnglish) ?? "")}</p>
                        <p class="facts">{Facts(dataset, isEnglish)}</p>
                      </li>

                """);
        }
        main.Append(CultureInfo.InvariantCulture, $"""
                </ul>
                </section>
                <section aria-labelledby="machines">
                <h2 id="machines">{Say("Voor programma's", "For programs")}</h2>
                <p>{Say(
                    "De catalogus volgens DCAT-AP-NL 3.0, voor portalen van open data:",
                    "The catalogue by DCAT-AP-NL 3.0, for portals of open data:")}
                <a href="/data/catalog.ttl">Turtle</a>, <a href="/data/catalog.jsonld">JSON-LD</a>. {Say(
                    "Dezelfde cijfers zijn te bevragen met", "The same figures can be queried with")} <a href="/graphql">GraphQL</a>.</p>
                </section>
            """);
        return CataloguePageHtml.Render(title, lead, "/data", isEnglish, [("/data/catalog.ttl", "text/turtle"), ("/data/catalog.jsonld", "application/ld+json")], main.ToString());
    }

    private static string Facts(Dataset dataset, bool isEnglish)
    {
        var facts = new List<string>();
        if (dataset.Publisher is { } publisher)
            facts.Add(Text(publisher));
        facts.Add(isEnglish
            ? $"{dataset.Indicators.Count} {(dataset.Indicators.Count == 1 ? "indicator" : "indicators")}"
            : $"{dataset.Indicators.Count} {(dataset.Indicators.Count == 1 ? "indicator" : "indicatoren")}");
        facts.Add(dataset.Current is { } release
            ? string.Create(CultureInfo.InvariantCulture, $"release {release.Number}, {Date(release.PublishedOn)}, {release.TimePeriods[0]}{(release.TimePeriods.Count == 1 ? "" : $" – {release.TimePeriods[^1]}")}")
            : isEnglish ? "no release at the moment" : "op dit moment geen release");
        return string.Join(" · ", facts);
    }
}
