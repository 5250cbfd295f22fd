using System.Globalization;

namespace OpenSocialMap.Server.Feeds;

/// <summary>What feeds say besides what sources say, in Dutch that everybody reads (B1), or in English.</summary>
internal sealed record FeedWords
{
    private static readonly FeedWords Dutch = new()
    {
        Language = "nl",
        Days = ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
        Months = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"],
        Everything = "Agenda van Dordrecht",
        Of = "Agenda: {0}",
        PartsOfDay = new() { ["MORNING"] = "ochtend", ["AFTERNOON"] = "middag", ["EVENING"] = "avond" },
        Statuses = new() { ["CANCELLED"] = "Gaat niet door", ["POSTPONED"] = "Uitgesteld", ["RESCHEDULED"] = "Ander tijdstip", ["MOVED"] = "Andere plek" },
        Unannounced = "tijd niet bekend",
        Until = "tot",
        Free = "Gratis",
        When = "Wanneer",
        ConfirmedOn = "Laatst bevestigd",
        Unconfirmed = "Nog niet bevestigd",
        Stale = "Let op: dit is oude informatie. Vraag of het nog zo is voordat u gaat.",
        StaleBriefly = "Oude informatie",
        Once = "Laat elke activiteit één keer zien",
        EachTime = "Laat elke keer zien",
        Source = "Bron",
        StatedOn = "van",
        Organiser = "Organisatie",
        NothingFound = "Er staat niets in deze agenda. Misschien is er wel iets te doen: vraag het in de buurt.",
        Undated = "Wel te doen, dagen niet bekend",
        UndatedNote = "Van deze activiteiten is niet bekend op welke dagen ze zijn. Vraag het voordat u gaat.",
        OtherForms = "Deze agenda ook als",
        Forms = new() { ["ics"] = "kalender (iCalendar)", ["atom"] = "feed (Atom)", ["jsonld"] = "gegevens (JSON-LD)", ["geojson"] = "punten op de kaart (GeoJSON)" },
        More = "Verder in de tijd",
        OtherLanguage = "English",
        Skip = "Naar de inhoud",
        Ask = "Een agenda is nooit helemaal zeker. Bel of mail als u van ver komt.",
    };

    private static readonly FeedWords English = new()
    {
        Language = "en",
        Days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
        Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        Everything = "What is on in Dordrecht",
        Of = "What is on: {0}",
        PartsOfDay = new() { ["MORNING"] = "morning", ["AFTERNOON"] = "afternoon", ["EVENING"] = "evening" },
        Statuses = new() { ["CANCELLED"] = "Cancelled", ["POSTPONED"] = "Postponed", ["RESCHEDULED"] = "Another time", ["MOVED"] = "Another place" },
        Unannounced = "time not known",
        Until = "to",
        Free = "Free",
        When = "When",
        ConfirmedOn = "Last confirmed",
        Unconfirmed = "Not confirmed yet",
        Stale = "Mind: this is old information. Ask whether it still is so before you go.",
        StaleBriefly = "Old information",
        Once = "Show each activity once",
        EachTime = "Show each time",
        Source = "Source",
        StatedOn = "of",
        Organiser = "Organised by",
        NothingFound = "Nothing is listed here. There may be something all the same: ask in the neighbourhood.",
        Undated = "On as well, days not known",
        UndatedNote = "Nobody says on which days these are. Ask before you go.",
        OtherForms = "This agenda also as",
        Forms = new() { ["ics"] = "calendar (iCalendar)", ["atom"] = "feed (Atom)", ["jsonld"] = "data (JSON-LD)", ["geojson"] = "points on the map (GeoJSON)" },
        More = "Further ahead",
        OtherLanguage = "Nederlands",
        Skip = "Skip to content",
        Ask = "No agenda is ever quite certain. Call or write when you come from far.",
    };

    public required string Language { get; init; }

    public required string Everything { get; init; }

    public required Dictionary<string, string> Statuses { get; init; }

    public required string ConfirmedOn { get; init; }

    public required string Unconfirmed { get; init; }

    public required string Source { get; init; }

    public required string Organiser { get; init; }

    public required string NothingFound { get; init; }

    public required string Undated { get; init; }

    public required string UndatedNote { get; init; }

    public required string OtherForms { get; init; }

    public required Dictionary<string, string> Forms { get; init; }

    public required string More { get; init; }

    public required string OtherLanguage { get; init; }

    public required string Skip { get; init; }

    public required string Ask { get; init; }

    public required string StaleBriefly { get; init; }

    public required string Once { get; init; }

    public required string EachTime { get; init; }

    private string[] Days { get; init; } = [];

    private string[] Months { get; init; } = [];

    private Dictionary<string, string> PartsOfDay { get; init; } = [];

    private string Of { get; init; } = "";

    private string Unannounced { get; init; } = "";

    private string Until { get; init; } = "";

    private string Free { get; init; } = "";

    private string When { get; init; } = "";

    private string StatedOn { get; init; } = "";

    private string Stale { get; init; } = "";

    public static FeedWords In(bool isEnglish) => isEnglish ? English : Dutch;

    public string Title(string? name) => name is null ? Everything : string.Format(CultureInfo.InvariantCulture, Of, name);

    /// <summary>A theme or a group as people say it.</summary>
    public string Label(string value) => Language == "nl" && FeedLabels.Dutch.TryGetValue(value, out var label) ? label : FeedLabels.Plain(value);

    public string Day(DateOnly date) => $"{Days[(int)date.DayOfWeek]} {Date(date)}";

    public string Date(DateOnly date) => $"{date.Day} {Months[date.Month - 1]} {date.Year}";

    /// <summary>The clock, else the part of the day, else that nobody says.</summary>
    public string Time(FeedOccurrence occurrence) => (occurrence.StartTime, occurrence.EndTime) switch
    {
        ({ } start, { } end) => $"{Clock(start)} {Until} {Clock(end)}",
        ({ } start, null) => Clock(start),
        _ => PartOfDay(occurrence) ?? Unannounced,
    };

    /// <summary>What stands in for the clock when it is not known.</summary>
    public string? PartOfDay(FeedOccurrence occurrence) =>
        occurrence is { StartTime: null, DayPart: { } part } ? PartsOfDay[part] : null;

    /// <summary>Who says so, of when, and whether anybody has asked since.</summary>
    public string? Provenance(FeedActivity activity) => activity.Provenance is not { } provenance ? null
        : $"{Source}: {provenance.Source.Title} ({StatedOn} {Stated(provenance.StatedOn)}). {(provenance.ConfirmedOn is { } day ? $"{ConfirmedOn}: {Date(day)}" : Unconfirmed)}.";

    /// <summary>When it recurs, in a sentence; null when nobody says.</summary>
    public string? Recurs(FeedActivity activity) =>
        FeedSchedules.Tell(activity, Language == English.Language) is { Length: > 0 } schedule ? $"{When}: {schedule}" : null;

    /// <summary>That it is free, or what a source says of the price.</summary>
    public string? Price(FeedActivity activity) => activity.IsAccessibleForFree == true ? Free : activity.PriceNote;

    /// <summary>The warning that nobody has said for long that it is so; null when that isn't so.</summary>
    public string? Warning(FeedActivity activity) => activity.Freshness is { IsStale: true } ? Stale : null;

    // A source may state a year or a month alone.
    private string Stated(string date) => date.Split('-') is [var year, var month, .. var day]
        ? string.Join(' ', [.. day.Select(it => it.TrimStart('0')), Months[int.Parse(month, CultureInfo.InvariantCulture) - 1], year])
        : date;

    // 9:00, not 09:00.
    private static string Clock(TimeOnly time) => time.ToString("H:mm", CultureInfo.InvariantCulture);
}
