using OpenSocialMap.Agenda.Text;

namespace OpenSocialMap.Server.Schedules;

/// <summary>The words of the page on which people type when something is, in Dutch that everybody reads (B1), or in English.</summary>
internal sealed record ScheduleWords
{
    /// <summary>Dutch whatever the page is in: it is what can be typed.</summary>
    public static readonly IReadOnlyList<string> ExamplePhrases =
    [
        "iedere woensdag van 9:00 tot 11:00",
        "iedere 2e en 4e woensdagochtend van de maand",
        "3 keer per week",
        "maandag t/m vrijdag van 9 tot 5, niet op feestdagen",
        "iedere zaterdag van april tot en met oktober",
        "14 maart 2027 om 19:30",
    ];

    private static readonly ScheduleWords Dutch = new()
    {
        Title = "Wanneer is het?",
        Lead = "Schrijf in gewone taal wanneer iets is. U ziet meteen hoe dat in de agenda komt te staan. Weet u iets niet, bijvoorbeeld de tijd? Laat het dan weg.",
        Label = "Wanneer is het?",
        Show = "Laat zien",
        Understood = "Zo staat het in de agenda",
        Dates = "De eerste dagen",
        NoDates = "Er zijn geen dagen meer.",
        DatesUnknown = "Op welke dagen het is, staat er niet. Daarom staan er geen dagen in de agenda.",
        Shorter = "Korter",
        Sizes = [(TextSize.ExtraSmall, "Heel kort"), (TextSize.Small, "Kort"), (TextSize.Medium, "In een zin")],
        ForSites = "Voor uw website (schema.org)",
        Misunderstood = "Dit begrijpen we nog niet",
        Examples = "Voorbeelden",
        NothingKept = "Wat u hier schrijft, bewaren we niet.",
        ForPrograms = "Voor programma’s: <code>/schedules.json?text=…</code> geeft hetzelfde als gegevens.",
        OtherLanguage = "English",
        Skip = "Naar de inhoud",
    };

    private static readonly ScheduleWords English = new()
    {
        Title = "When is it?",
        Lead = "Write in plain Dutch when something is, and see how the agenda will have it. Something that you don’t know, such as the time, may be left out.",
        Label = "When is it, in Dutch?",
        Show = "Show",
        Understood = "As the agenda has it",
        Dates = "The first days",
        NoDates = "There are no days left.",
        DatesUnknown = "It doesn’t say on which days it is, so the agenda has no days of it.",
        Shorter = "Shorter",
        Sizes = [(TextSize.ExtraSmall, "Very short"), (TextSize.Small, "Short"), (TextSize.Medium, "In a sentence")],
        ForSites = "For your website (schema.org)",
        Misunderstood = "This is not understood yet",
        Examples = "Examples",
        NothingKept = "What you write here is not kept.",
        ForPrograms = "For programs: <code>/schedules.json?text=…</code> gives the same as data.",
        OtherLanguage = "Nederlands",
        Skip = "Skip to content",
    };

    public required string Title { get; init; }

    public required string Lead { get; init; }

    public required string Label { get; init; }

    public required string Show { get; init; }

    public required string Understood { get; init; }

    public required string Dates { get; init; }

    public required string NoDates { get; init; }

    public required string DatesUnknown { get; init; }

    public required string Shorter { get; init; }

    public required IReadOnlyList<(TextSize Size, string Name)> Sizes { get; init; }

    public required string ForSites { get; init; }

    public required string Misunderstood { get; init; }

    public required string Examples { get; init; }

    public required string NothingKept { get; init; }

    public required string ForPrograms { get; init; }

    public required string OtherLanguage { get; init; }

    public required string Skip { get; init; }

    public static ScheduleWords In(bool isEnglish) => isEnglish ? English : Dutch;
}
