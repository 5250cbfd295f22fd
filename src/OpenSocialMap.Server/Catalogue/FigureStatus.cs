namespace OpenSocialMap.Server.Catalogue;

/// <summary>What sort of value a figure is, with its code in the SDMX code list CL_OBS_STATUS.</summary>
/// <param name="Name">As GraphQL has it.</param>
/// <param name="Code">As SDMX has it.</param>
/// <param name="Sign">What Statistics Netherlands prints in the place of a value; null where there is a value.</param>
internal sealed record FigureStatus(string Name, string Code, string? Sign, string Dutch, string English)
{
    public static readonly FigureStatus Normal = new("NORMAL", "A", null, "gewoon cijfer", "normal value");
    public static readonly FigureStatus Provisional = new("PROVISIONAL", "P", null, "voorlopig cijfer", "provisional");
    public static readonly FigureStatus Suppressed = new("SUPPRESSED", "Q", ".", "niet gepubliceerd, zodat niemand te herkennen is", "withheld, so that nobody can be recognised");
    public static readonly FigureStatus Missing = new("MISSING", "L", ".", "niet bekend of niet verzameld", "unknown or not collected");
    public static readonly FigureStatus NotExisting = new("NOT_EXISTING", "M", "", "kan niet voorkomen", "cannot occur");

    public static readonly IReadOnlyList<FigureStatus> All =
    [
        Normal,
        Provisional,
        new("ESTIMATED", "E", null, "geschat", "estimated"),
        new("BREAK", "B", null, "trendbreuk: niet te vergelijken met eerdere perioden", "break in the series: not to be compared with earlier periods"),
        Suppressed,
        Missing,
        NotExisting,
    ];

    public bool HasValue => Sign is null;

    public string In(bool isEnglish) => isEnglish ? English : Dutch;

    public static FigureStatus Of(string name) => All.FirstOrDefault(status => status.Name == name) ?? Suppressed;
}
