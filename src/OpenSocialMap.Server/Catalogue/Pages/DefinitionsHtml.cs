using System.Globalization;
using System.Text;
using static OpenSocialMap.Server.Catalogue.Pages.CataloguePageHtml;

namespace OpenSocialMap.Server.Catalogue.Pages;

/// <summary>What the figures of a dataset mean: its indicators and breakdowns.</summary>
internal static class DefinitionsHtml
{
    public static string Render(Dataset dataset, bool isEnglish)
    {
        string Say(string dutch, string english) => isEnglish ? english : dutch;
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""<section aria-labelledby="definitions"><h2 id="definitions">{Say("Wat de cijfers betekenen", "What the figures mean")}</h2><dl class="definitions">""").Append('\n');
        foreach (var indicator in dataset.Indicators)
        {
            html.Append(CultureInfo.InvariantCulture, $"""<dt id="{Text(indicator.Code)}">{Text(indicator.NameIn(isEnglish))} <code>{Text(indicator.Code)}</code></dt>""").Append('\n');
            html.Append(CultureInfo.InvariantCulture, $"""<dd>{Text(indicator.DescriptionIn(isEnglish) ?? Say("De bron geeft geen definitie.", "The source gives no definition."))} <span class="facts">{string.Join(" · ", About(dataset, indicator, isEnglish))}</span></dd>""").Append('\n');
        }
        html.Append("</dl>");
        if (dataset.Dimensions.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h3>{Say("Uitsplitsingen", "Breakdowns")}</h3><ul>");
            foreach (var dimension in dataset.Dimensions)
                html.Append(CultureInfo.InvariantCulture, $"""<li><strong>{Text(dimension.NameIn(isEnglish))}</strong> <code>{Text(dimension.Column)}</code>: {string.Join("; ", dimension.Categories.Select(category => $"{Text(category.NameIn(isEnglish))} <code>{Text(category.Code)}</code>"))}</li>""");
            html.Append("</ul>");
        }
        return html.Append("</section>\n").ToString();
    }

    private static IEnumerable<string> About(Dataset dataset, Indicator indicator, bool isEnglish)
    {
        string Say(string dutch, string english) => isEnglish ? english : dutch;
        yield return $"{Say("eenheid", "unit")}: {Text(indicator.Unit == "percent" ? Say("procent", "percent") : FigureNumbers.Unit(indicator.Unit, isEnglish))}";
        if (indicator.CountingUnit is { } unit)
            yield return $"{Say("geteld", "counted")}: {CountingUnit(unit, isEnglish)}";
        if (indicator.Numerator is { } numerator && dataset.Find(numerator) is { } above)
            yield return $"{Say("teller", "numerator")}: {Text(above.NameIn(isEnglish))}";
        if (indicator.Denominator is { } denominator && dataset.Find(denominator) is { } below)
            yield return $"{Say("noemer", "denominator")}: {Text(below.NameIn(isEnglish))}";
        if (indicator.CbsEquivalent is { } equivalent)
            yield return $"{Say("bij het CBS", "at CBS")}: {Text(equivalent)}";
        if (indicator.MinimumCount is { } minimum)
            yield return string.Create(CultureInfo.InvariantCulture, $"{Say("kleinste aantal dat wordt gepubliceerd", "smallest count that is published")}: {minimum}");
    }

    private static string CountingUnit(string unit, bool isEnglish) => (unit, isEnglish) switch
    {
        ("UNIQUE_PERSONS", true) => "unique persons (each counts once)",
        ("UNIQUE_PERSONS", false) => "unieke personen (ieder telt één keer)",
        ("CONTACTS", true) => "contacts (who comes more often counts more often)",
        ("CONTACTS", false) => "contacten (wie vaker komt telt vaker)",
        ("HOUSEHOLDS", true) => "households",
        ("HOUSEHOLDS", false) => "huishoudens",
        ("CASES", true) => "cases",
        ("CASES", false) => "dossiers",
        ("THINGS", true) => "things, no people",
        ("THINGS", false) => "dingen, geen mensen",
        _ => Text(unit),
    };
}
