namespace OpenSocialMap.Server.Catalogue.Charts;

/// <summary>What every chart says around its picture: what is shown, of when, and where it comes from.</summary>
/// <param name="Part">The part of the people or things that it is about, in words; null for all.</param>
/// <param name="Period">The period or periods that it is about.</param>
internal sealed record ChartFrame(Edition Edition, Indicator Indicator, string? Part, string Period)
{
    private const int TitleLetters = 78;

    public bool IsEnglish => Edition.IsEnglish;

    public ChartWords Words => ChartWords.In(IsEnglish);

    public string Title => $"{Indicator.NameIn(IsEnglish)}{(Part is null ? "" : $", {Part}")}, {Period}";

    public string UnitName => Indicator.Unit == "percent" ? Words.Percent : FigureNumbers.Unit(Indicator.Unit, IsEnglish);

    public int TitleLines => SvgText.Wrap(Title, TitleLetters).Count;

    private string Source =>
        $"{Words.Source}: {Edition.Dataset.Attribution ?? Edition.Dataset.Publisher ?? Edition.Dataset.NameIn(IsEnglish)}. {Edition.Dataset.NameIn(IsEnglish)}, release {Edition.Release.Number}, {Edition.Release.PublishedOn:yyyy-MM-dd}. {Edition.Address}";

    /// <param name="height">Of all above the source.</param>
    public SvgText Begin(double width, double height, string description)
    {
        var svg = new SvgText(width, height + 20 * SvgText.Wrap(Source, 118).Count + 14, Edition.Language, Title, description);
        svg.Lines(24, 38, Title, TitleLetters, 24, """font-size="19" font-weight="700" """);
        return svg;
    }

    public string End(SvgText svg, double height)
    {
        svg.Lines(24, height + 14, Source, 118, 18, $"font-size=\"12\" fill=\"{Palette.Soft}\"");
        return svg.End();
    }

    /// <summary>A figure in words: a number with its unit, or why there is none.</summary>
    public string Tell(decimal? value, FigureStatus status)
    {
        var words = value is { } number ? Amount(number) : status.In(IsEnglish);
        return value is null || status == FigureStatus.Normal ? words : $"{words} ({status.In(IsEnglish)})";
    }

    private string Amount(decimal number)
    {
        var text = FigureNumbers.Number(number, Indicator.Decimals, IsEnglish);
        return Indicator.Unit == "percent" ? $"{text}%" : $"{text} {FigureNumbers.Unit(Indicator.Unit, IsEnglish)}";
    }
}

/// <summary>The words of charts in a language.</summary>
internal sealed record ChartWords(
    string Source, string Percent, string Below, string UpTo, string OrMore, string Withheld, string Unknown, string CannotOccur, string Provisional,
    string MapOf, string Extremes, string Hatched, string LineOf, string NothingToShow)
{
    private static readonly ChartWords Dutch = new(
        "Bron", "procent", "minder dan", "tot", "of meer", "niet gepubliceerd", "niet bekend", "kan niet voorkomen", "* voorlopig cijfer",
        "Kaart van {0} gebieden in {1}; elk gebied heeft de kleur van zijn cijfer.", "Het laagst: {0}. Het hoogst: {1}.",
        "Gearceerd, omdat het cijfer niet is gepubliceerd zodat niemand te herkennen is: {0}.",
        "Lijngrafiek van {0}.", "Voor deze keuze zijn er geen cijfers.");

    private static readonly ChartWords English = new(
        "Source", "percent", "less than", "up to", "or more", "withheld", "unknown", "cannot occur", "* provisional",
        "Map of {0} areas in {1}; each area has the colour of its figure.", "Lowest: {0}. Highest: {1}.",
        "Hatched, because the figure is withheld so that nobody can be recognised: {0}.",
        "Line chart of {0}.", "There are no figures for this choice.");

    public static ChartWords In(bool isEnglish) => isEnglish ? English : Dutch;
}
