namespace OpenSocialMap.Server.Pages;

/// <summary>The words of the front page in one language, in plain language (B1). They are text, not HTML.</summary>
public sealed record LandingTexts
{
    public required string Language { get; init; }
    public required string Title { get; init; }
    public required string Heading { get; init; }
    public required string Lead { get; init; }
    public required string Honesty { get; init; }
    public required string MapAlternative { get; init; }
    public required string SkipLink { get; init; }
    public required string LanguageSwitch { get; init; }
    public required Block Try { get; init; }
    public required Block Figures { get; init; }
    public required Block Schema { get; init; }
    public required Block Manual { get; init; }

    public required Block Agenda { get; init; }

    public required Block When { get; init; }
    public required string ForWhom { get; init; }
    public required IReadOnlyList<Block> Audiences { get; init; }
    public required string ExampleHeading { get; init; }
    public required string ExampleLead { get; init; }
    public required string ChooseArea { get; init; }
    public required string Question { get; init; }
    public required string OpenInEditor { get; init; }
    public required string CommandLine { get; init; }
    public required string Answer { get; init; }
    public required string OpenAnswer { get; init; }
    public required string NoScript { get; init; }
    public required string Loading { get; init; }
    public required string NoPlaces { get; init; }
    public required string AddressUnknown { get; init; }
    public required string Failed { get; init; }
    public required string Raw { get; init; }
    public required string Limits { get; init; }
    public required string Licence { get; init; }
    public required string MapCredit { get; init; }

    /// <summary>A heading with a sentence or two below it.</summary>
    public sealed record Block(string Heading, string Text);

    public static readonly IReadOnlyList<string> Languages = ["nl", "en"];

    public static LandingTexts In(string language) => language == "en" ? English : Dutch;

    static readonly LandingTexts Dutch = new()
    {
        Language = "nl",
        Title = "OpenSocialMap: de sociale kaart van Dordrecht",
        Heading = "De sociale kaart van Dordrecht, open voor iedereen",
        Lead = "Waar kunt u in uw wijk terecht voor koffie, hulp of gezelschap? OpenSocialMap brengt de wijken, ontmoetingsplekken, " +
               "activiteiten en organisaties van Dordrecht bij elkaar. Iedereen mag deze gegevens gratis gebruiken: voor een website, " +
               "een app of een wijkkrant.",
        Honesty = "Bij alles staat de bron. Wat geen enkele bron vertelt, vullen wij niet in.",
        MapAlternative = "Kaart van de wijken van Dordrecht met stippen voor ontmoetingsplekken",
        SkipLink = "Naar de inhoud",
        LanguageSwitch = "Taal",
        Try = new("Stel zelf een vraag", "Probeer het in uw browser, met voorbeelden die meteen werken."),
        Figures = new("Bekijk de cijfers", "Per wijk en buurt, als kaart, tabel of bestand, met uitleg bij elk cijfer."),
        Schema = new("Bekijk het schema", "Alles wat u kunt vragen, met uitleg (in het Engels)."),
        Manual = new("Lees de handleiding", "Zo start u OpenSocialMap op uw eigen computer (in het Engels)."),
        Agenda = new("Bekijk de agenda", "Wat is er te doen? Per dag, en ook voor de kalender op uw telefoon."),
        When = new("Schrijf wanneer iets is", "In gewone taal. U ziet meteen hoe het in de agenda komt."),
        ForWhom = "Voor wie is dit?",
        Audiences =
        [
            new("Webbouwers", "U haalt de gegevens op met GraphQL. U hebt geen account en geen sleutel nodig. Het werkt vanaf elke website."),
            new("Wijkkranten", "U haalt de activiteiten en plekken van uw eigen wijk op, met de bron erbij. Zo kunt u alles nakijken voordat de krant naar de drukker gaat."),
            new("Onderzoekers", "U vindt cijfers per wijk met de codes van het CBS. In de cijfers is niemand te herkennen."),
        ],
        ExampleHeading = "Een voorbeeld",
        ExampleLead = "Welke ontmoetingsplekken zijn er in {0}? Deze server geeft nu antwoord.",
        ChooseArea = "Kies een wijk",
        Question = "De vraag",
        OpenInEditor = "Pas de vraag aan",
        CommandLine = "Of vanaf de opdrachtregel",
        Answer = "Het antwoord",
        OpenAnswer = "Open het antwoord als gegevens (JSON)",
        NoScript = "In uw browser staat JavaScript uit. Daarom ziet u het antwoord niet hier, maar via deze link:",
        Loading = "Het antwoord wordt opgehaald …",
        NoPlaces = "Voor deze wijk noemt nog geen bron een plek.",
        AddressUnknown = "adres niet bekend",
        Failed = "Het antwoord kon niet worden opgehaald. Probeer het later nog eens.",
        Raw = "Zo stuurt de server het",
        Limits = "Hoeveel u in één keer kunt vragen (in het Engels)",
        Licence = "De gegevens: CC BY 4.0. De software: EUPL-1.2.",
        MapCredit = "Wijkgrenzen: CBS en Kadaster, Wijk- en Buurtkaart 2023, CC BY 4.0, vereenvoudigd. De stippen zijn met de hand geplaatst.",
    };

    static readonly LandingTexts English = new()
    {
        Language = "en",
        Title = "OpenSocialMap: the social map of Dordrecht",
        Heading = "The social map of Dordrecht, open to everyone",
        Lead = "Where in your neighbourhood can you go for coffee, help or company? OpenSocialMap brings together the districts, meeting " +
               "places, activities and organisations of Dordrecht. Anyone may use this data free of charge: for a website, an app or a " +
               "neighbourhood newspaper.",
        Honesty = "Everything names its source. What no source tells, we don't fill in.",
        MapAlternative = "Map of the districts of Dordrecht with dots for meeting places",
        SkipLink = "Skip to content",
        LanguageSwitch = "Language",
        Try = new("Ask a question", "Try it in your browser, with examples that work right away."),
        Figures = new("Look at the figures", "By district and neighbourhood, as a map, a table or a file, each figure explained."),
        Schema = new("Read the schema", "Everything you can ask for, explained."),
        Manual = new("Read the manual", "How to run OpenSocialMap on your own computer."),
        Agenda = new("See what is on", "Day by day, and for the calendar on your telephone too."),
        When = new("Write when something is", "In plain Dutch. You see at once how the agenda has it."),
        ForWhom = "Who is it for?",
        Audiences =
        [
            new("Web developers", "You fetch the data with GraphQL. You need no account and no key, and it works from any website."),
            new("Neighbourhood newspapers", "You fetch the activities and places of your own district, each with its source, so that you can check everything before the paper is printed."),
            new("Researchers", "You find figures per district with the codes of Statistics Netherlands (CBS). Nobody can be recognised in them."),
        ],
        ExampleHeading = "An example",
        ExampleLead = "Which meeting places are there in {0}? This server is answering now.",
        ChooseArea = "Choose a district",
        Question = "The question",
        OpenInEditor = "Change the question",
        CommandLine = "Or from the command line",
        Answer = "The answer",
        OpenAnswer = "Open the answer as data (JSON)",
        NoScript = "JavaScript is off in your browser, so the answer doesn't show here. This link opens it:",
        Loading = "Fetching the answer …",
        NoPlaces = "No source names a place in this district yet.",
        AddressUnknown = "address unknown",
        Failed = "The answer could not be fetched. Please try again later.",
        Raw = "As the server sends it",
        Limits = "How much you can ask at once",
        Licence = "The data: CC BY 4.0. The software: EUPL-1.2.",
        MapCredit = "District outlines: CBS and Kadaster, Wijk- en Buurtkaart 2023, CC BY 4.0, simplified. The dots are placed by hand.",
    };
}
