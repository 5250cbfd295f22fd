using System.Globalization;
using System.Text;
using OpenSocialMap.Server.Catalogue.Charts;
using OpenSocialMap.Server.Catalogue.Files;
using static OpenSocialMap.Server.Catalogue.Pages.CataloguePageHtml;

namespace OpenSocialMap.Server.Catalogue.Pages;

/// <summary>The page of a dataset in one of its releases: what it is, a look at it, its files, and how to use and to name it.</summary>
/// <param name="map">What the map and the table show.</param>
/// <param name="path">Its own path.</param>
internal sealed class DatasetHtml(FoundMap map, string path)
{
    private readonly StringBuilder _html = new();

    private Edition Edition => map.Edition;

    private Dataset Dataset => Edition.Dataset;

    private Release Release => Edition.Release;

    public string Render()
    {
        Introduce();
        Look();
        Offer();
        _html.Append(DefinitionsHtml.Render(Dataset, Edition.IsEnglish));
        Protect();
        ListReleases();
        Use();
        Name();
        return CataloguePageHtml.Render(
            Dataset.NameIn(Edition.IsEnglish), Dataset.DescriptionIn(Edition.IsEnglish) ?? Dataset.Name, path, Edition.IsEnglish,
            FileFormat.All.Where(format => !format.IsText).Select(format => ($"/data/{Dataset.Slug}/{Release.Number}/{format.Name}", format.Accept)),
            _html.ToString());
    }

    private string Say(string dutch, string english) => Edition.IsEnglish ? english : dutch;

    private string Language => $"lang={Edition.Language}";

    private void Add(FormattableString html) => _html.Append(html.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private void Introduce()
    {
        Add($"""<h1>{Text(Dataset.NameIn(Edition.IsEnglish))}</h1>""");
        if (Dataset.DescriptionIn(Edition.IsEnglish) is { } description)
            Add($"""<p class="lead">{Text(description)}</p>""");
        if (Dataset.Current is { } current && current != Release && !Release.IsCurrent)
            Add($"""<p class="warning"><strong>{Say("Er is een nieuwere release:", "There is a newer release:")}</strong> <a href="/data/{Dataset.Slug}/{current.Number}?{Language}">release {current.Number}</a>.</p>""");
        Add($"""<dl class="facts">""");
        Fact(Say("Release", "Release"), $"{Release.Number}, {Date(Release.PublishedOn)}");
        Fact(Say("Perioden", "Periods"), Text(string.Join(", ", Release.TimePeriods)));
        Fact(Say("Aantal cijfers", "Number of figures"), FigureNumbers.Number(Release.ObservationCount, 0, Edition.IsEnglish));
        if (Dataset.Publisher is { } publisher)
            Fact(Say("Uitgever", "Publisher"), Text(publisher));
        if (Dataset.Programme is { } programme)
            Fact(Say("Programma", "Programme"), Text(programme));
        if (Dataset.Licence is { } licence)
            Fact(Say("Licentie", "Licence"), $"""<a rel="license" href="{Text(Licence.AddressOf(licence)!)}">{Text(licence)}</a>""");
        if (Dataset.Attribution is { } attribution)
            Fact(Say("Noem als bron", "Attribution"), Text(attribution));
        Add($"</dl>");
    }

    private void Fact(string name, string html) => Add($"<div><dt>{name}</dt><dd>{html}</dd></div>");

    private void Look()
    {
        var at = $"/data/{Dataset.Slug}/{Release.Number}";
        var query = $"indicator={Uri.EscapeDataString(map.Indicator.Code)}&period={Uri.EscapeDataString(map.Period)}&breakdown={Uri.EscapeDataString(map.Breakdown)}&{Language}";
        Add($"""
            <section aria-labelledby="look">
            <h2 id="look">{Say("Bekijk de cijfers", "Look at the figures")}</h2>
            <form method="get" action="{Text(path)}#look">
              <p><label for="indicator">{Say("Wat", "What")}</label> <select id="indicator" name="indicator">{string.Concat(Dataset.Indicators.Select(indicator => Option(indicator.Code, indicator.NameIn(Edition.IsEnglish), indicator == map.Indicator)))}</select></p>
              <p><label for="period">{Say("Wanneer", "When")}</label> <select id="period" name="period">{string.Concat(Release.TimePeriods.Reverse().Select(period => Option(period, period, period == map.Period)))}</select></p>
              <p><input type="hidden" name="lang" value="{Edition.Language}"><button>{Say("Toon", "Show")}</button></p>
            </form>
            <figure>
              <a href="{at}/map.svg?{Text(query)}"><img src="{at}/map.svg?{Text(query)}" alt="{Text(Alternative())}"></a>
            </figure>
            """);
        if (map.Areas.Count > 0)
            Table();
        if (map.HasSeries)
        {
            var line = $"indicator={Uri.EscapeDataString(map.Indicator.Code)}&breakdown={Uri.EscapeDataString(map.Breakdown)}&{Language}";
            Add($"""
                <figure>
                  <a href="{at}/line.svg?{Text(line)}"><img src="{at}/line.svg?{Text(line)}" alt="{Say("Lijngrafiek van", "Line chart of")} {Text(map.Indicator.NameIn(Edition.IsEnglish))}"></a>
                  <figcaption>{Say(
                      "Kies zelf gebieden door hun codes in het adres van de grafiek te zetten, zoals",
                      "Choose areas by their codes in the address of the chart, such as")} <code>line.svg?indicator={Text(map.Indicator.Code)}&amp;area={Text(map.Areas.Count > 0 ? map.Areas[0].Code : "WK050509")}</code>.</figcaption>
                </figure>
                """);
        }
        Add($"</section>");
    }

    private static string Option(string value, string name, bool isChosen) => $"<option value=\"{Text(value)}\"{(isChosen ? " selected" : "")}>{Text(name)}</option>";

    private string Alternative() => map.Areas.Count == 0
        ? map.Frame.Words.NothingToShow
        : $"{Say("Kaart", "Map")}: {map.Frame.Title}. {Say("De cijfers staan in de tabel hieronder.", "The figures are in the table below.")}";

    private void Table()
    {
        Add($"""
            <div class="wide" tabindex="0" role="region" aria-labelledby="figures">
            <table>
              <caption id="figures">{Text(map.Frame.Title)} ({Text(map.Frame.UnitName)})</caption>
              <thead><tr><th scope="col">{Say("Code", "Code")}</th><th scope="col">{Say("Gebied", "Area")}</th><th scope="col" class="number">{Say("Cijfer", "Figure")}</th></tr></thead>
              <tbody>
            """);
        foreach (var area in map.Areas)
            Add($"""<tr><td><code>{Text(area.Code)}</code></td><th scope="row">{Text(area.Name)}</th><td class="number">{Print(area)}</td></tr>""");
        Add($"""
              </tbody>
            </table>
            </div>
            <p class="signs">{Say(
                "Een punt (.): niet bekend of niet gepubliceerd. Leeg: kan niet voorkomen. Een ster (*): voorlopig. 0: minder dan de helft van de eenheid.",
                "A point (.): unknown or withheld. Blank: cannot occur. A star (*): provisional. 0: less than half a unit.")}</p>
            """);
    }

    /// <summary>As it is printed, and in words for who hears the page.</summary>
    private string Print(MapArea area)
    {
        var printed = FigureNumbers.Print(area.Value, area.Status, map.Indicator.Decimals, Edition.IsEnglish);
        return area.Status == FigureStatus.Normal
            ? printed
            : $"<span aria-hidden=\"true\" title=\"{Text(area.Status.In(Edition.IsEnglish))}\">{printed}</span><span class=\"spoken\">{(area.Value is null ? "" : printed.TrimEnd('*') + ", ")}{Text(area.Status.In(Edition.IsEnglish))}</span>";
    }

    private void Offer()
    {
        Add($"""
            <section aria-labelledby="files">
            <h2 id="files">{Say("Neem de cijfers mee", "Take the figures")}</h2>
            <p>{Say("Deze adressen blijven. Zet", "These addresses stay. Write")} <code>latest</code> {Say("in plaats van het nummer voor de laatste release.", "in the place of the number for the latest release.")}</p>
            <ul class="files">
            """);
        foreach (var format in FileFormat.All)
            Add($"""<li><a href="/data/{Dataset.Slug}/{Release.Number}/{format.Name}{(format.IsOfReleaseAlone ? "" : $"?{Language}")}">{format.Name}</a> <span>{Text(format.In(Edition.IsEnglish))}</span></li>""");
        Add($"</ul></section>");
    }

    private void Protect() => Add($"""
        <section aria-labelledby="protection"><h2 id="protection">{Say("Bescherming van mensen", "Protection of people")}</h2>
        <p>{Text(ReadmeFile.Protection(Dataset, Edition.IsEnglish))} <a href="/data/methodology?{Language}">{Say("De methode", "The method")}</a>.</p></section>
        """);

    private void ListReleases()
    {
        Add($"""
            <section aria-labelledby="releases"><h2 id="releases">Releases</h2>
            <div class="wide" tabindex="0" role="region" aria-labelledby="releases">
            <table><thead><tr><th scope="col">{Say("Nummer", "Number")}</th><th scope="col">{Say("Datum", "Date")}</th><th scope="col">Status</th><th scope="col">{Say("Wat er nieuw is", "What is new")}</th><th scope="col">SHA-256</th></tr></thead><tbody>
            """);
        foreach (var release in Dataset.Releases)
        {
            var number = release.IsWithdrawn ? $"{release.Number}" : $"<a href=\"/data/{Dataset.Slug}/{release.Number}?{Language}\">{release.Number}</a>";
            var notes = release.IsWithdrawn ? $"{Say("Ingetrokken", "Withdrawn")} {Date(release.WithdrawnOn!.Value)}: {Text(release.WithdrawnReason!)}" : Text(release.Notes);
            Add($"""<tr><th scope="row">{number}</th><td>{Date(release.PublishedOn)}</td><td>{Status(release)}</td><td>{notes}</td><td><code class="sum">{release.Checksum}</code></td></tr>""");
        }
        Add($"</tbody></table></div></section>");
    }

    private string Status(Release release) =>
        release.IsCurrent ? Say("geldig", "current") : release.IsWithdrawn ? Say("ingetrokken", "withdrawn") : Say("opgevolgd", "superseded");

    private void Use()
    {
        Add($"""<section aria-labelledby="use"><h2 id="use">{Say("Gebruik ze in R, Python of Excel", "Use them in R, Python or Excel")}</h2>""");
        foreach (var snippet in Snippet.Of(Edition, map.Indicator, map.Period))
            Add($"""<h3>{Text(snippet.Name)}</h3><p>{Text(snippet.Words)}</p><pre tabindex="0"><code>{Text(snippet.Code)}</code></pre>""");
        Add($"</section>");
    }

    private void Name() => Add($"""
        <section aria-labelledby="citation"><h2 id="citation">{Say("Zo noemt u deze cijfers", "How to cite these figures")}</h2>
        <p class="citation">{Text(Edition.Citation)}</p>
        <p>{Say("Wie wil nagaan of een bestand echt deze release is, haalt", "To check that a file is this very release, take")} <a href="/data/{Dataset.Slug}/{Release.Number}/release.csv">release.csv</a> {Say("op en vergelijkt de SHA-256.", "and compare its SHA-256.")}</p>
        </section>
        """);
}
