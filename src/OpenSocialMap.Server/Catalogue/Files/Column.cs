namespace OpenSocialMap.Server.Catalogue.Files;

/// <summary>A column of the table of figures, and what it means.</summary>
/// <param name="Datatype">As CSV on the Web names it.</param>
/// <param name="IsRequired">Whether every row has it.</param>
/// <param name="Read">What stands in it for a figure; null when nothing does.</param>
internal sealed record Column(
    string Name, string Datatype, bool IsRequired, string TitleDutch, string Title, string Dutch, string English, Func<Figure, string?> Read)
{
    public string In(bool isEnglish) => isEnglish ? English : Dutch;

    public string TitleIn(bool isEnglish) => isEnglish ? Title : TitleDutch;

    /// <summary>The columns of a dataset: those that all have, and one for each dimension.</summary>
    public static IReadOnlyList<Column> Of(Dataset dataset) => [.. Keys, .. dataset.Dimensions.Select(OfDimension), .. Values];

    private static readonly Column[] Keys =
    [
        new("indicator", "string", true, "indicator", "indicator",
            "Code van wat er is gemeten. De uitleg van elke code staat bij de indicatoren.",
            "Code of what was measured. Each code is explained among the indicators.",
            figure => figure.Indicator),
        new("area", "string", true, "gebied", "area",
            "Code van het gebied, zoals het CBS die geeft: GM (gemeente), WK (wijk) of BU (buurt) met cijfers. Lees deze kolom als tekst. Een werkgebied heeft geen CBS-code en staat hier met zijn naam in adressen.",
            "Code of the area, as Statistics Netherlands has it: GM (municipality), WK (district) or BU (neighbourhood) with digits. Read it as text. A working area has no such code and stands here by its name in addresses.",
            figure => figure.Area),
        new("area_year", "integer", false, "jaar van de indeling", "year of the division",
            "Jaar van de gebiedsindeling waar de code bij hoort. Codes en grenzen veranderen per jaar: koppel op code en jaar.",
            "Year of the division into areas that the code belongs to. Codes and borders change by year: join by code and year.",
            figure => figure.AreaYear?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        new("time_period", "string", true, "periode", "period",
            "Periode waarover het cijfer gaat, zoals SDMX die schrijft: 2022, 2022-Q1 of 2022-03.",
            "Period that the figure is about, as SDMX writes it: 2022, 2022-Q1 or 2022-03.",
            figure => figure.TimePeriod),
    ];

    private static readonly Column[] Values =
    [
        new("value", "decimal", false, "waarde", "value",
            "Het cijfer, met een decimale punt, in de eenheid van de indicator. Leeg als er geen cijfer is; obs_status zegt waarom. Er staat nooit een getal in plaats van een ontbrekend cijfer.",
            "The figure, with a decimal point, in the indicator's unit. Empty when there is none; obs_status says why. No number ever stands for a missing figure.",
            figure => figure.Value is { } value ? FigureNumbers.Plain(value) : null),
        new("obs_status", "string", true, "status", "status",
            "Status volgens de SDMX-codelijst CL_OBS_STATUS: A gewoon, P voorlopig, E geschat, B trendbreuk, Q niet gepubliceerd zodat niemand te herkennen is, L niet bekend of niet verzameld, M kan niet voorkomen.",
            "Status by the SDMX code list CL_OBS_STATUS: A normal, P provisional, E estimated, B break in the series, Q withheld so that nobody can be recognised, L unknown or not collected, M cannot occur.",
            figure => figure.Status.Code),
        new("conf_status", "string", true, "vertrouwelijkheid", "confidentiality",
            "Vertrouwelijkheid volgens de SDMX-codelijst CL_CONF_STATUS: F vrij, C vertrouwelijk (dan is er geen cijfer).",
            "Confidentiality by the SDMX code list CL_CONF_STATUS: F free, C confidential (then there is no figure).",
            figure => figure.ConfidentialityCode),
        new("note", "string", false, "opmerking", "note",
            "Opmerking bij dit ene cijfer. Begint de tekst met = + - of @, dan staat er een enkel aanhalingsteken voor, zodat een rekenblad er geen formule in ziet.",
            "Remark on this one figure. A text that begins with = + - or @ has a single quote before it, so that no spreadsheet takes it for a formula.",
            figure => figure.Note),
        new("source", "string", false, "bron", "source",
            "Korte naam van de bron die dit cijfer noemt.",
            "Short name of the source that states this figure.",
            figure => figure.Source),
        new("locator", "string", false, "plaats in de bron", "place in the source",
            "Waar het in die bron staat, zoals een tabel of regels.",
            "Where it stands in that source, such as a table or lines.",
            figure => figure.Locator),
        new("stated_on", "string", false, "volgens de bron op", "stated on",
            "Datum, maand of jaar waarvoor de bron het noemt.",
            "Day, month or year for which the source states it.",
            figure => figure.StatedOn),
    ];

    private static Column OfDimension(Dimension dimension) => new(
        dimension.Column, "string", false, dimension.Name, dimension.NameIn(true),
        $"Categorie van de dimensie \"{dimension.Name}\"; leeg is het totaal. {Categories(dimension, false)}",
        $"Category of the dimension \"{dimension.NameIn(true)}\"; empty is the total. {Categories(dimension, true)}",
        figure => figure.CategoryOf(dimension.Code));

    private static string Categories(Dimension dimension, bool isEnglish) =>
        string.Join("; ", dimension.Categories.Select(category => $"{category.Code} = {category.NameIn(isEnglish)}")) + ".";
}
