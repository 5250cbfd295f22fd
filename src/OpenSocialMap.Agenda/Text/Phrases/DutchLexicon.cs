using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>Every Dutch word that phrases may use, with what it stands for, and advice for those that no schedule can hold.</summary>
internal static class DutchLexicon
{
    private static readonly string[] Numbers =
        ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien"];

    private static readonly string[] Ordinals =
        ["eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde", "twaalfde"];

    private static readonly (string Name, string[] Brief)[] DayNames =
    [
        ("maandag", ["ma"]), ("dinsdag", ["di"]), ("woensdag", ["wo", "woe"]), ("donderdag", ["do", "don"]),
        ("vrijdag", ["vr", "vrij"]), ("zaterdag", ["za", "zat"]), ("zondag", ["zo", "zon"]),
    ];

    private static readonly string[][] MonthNames =
    [
        ["januari", "jan"], ["februari", "feb", "febr"], ["maart", "mrt"], ["april", "apr"], ["mei"], ["juni", "jun"],
        ["juli", "jul"], ["augustus", "aug"], ["september", "sep", "sept"], ["oktober", "okt"], ["november", "nov"], ["december", "dec"],
    ];

    private static readonly (DayPart Part, string[] Nouns)[] Parts =
    [
        (DayPart.Morning, ["ochtend", "morgen", "voormiddag"]), (DayPart.Afternoon, ["middag", "namiddag"]), (DayPart.Evening, ["avond"]),
    ];

    private static readonly string[] SeasonExamples = ["van april tot en met oktober", "in juli en augustus"];
    private static readonly string[] WeekExamples = ["om de 2 weken op woensdag"];
    private static readonly string[] DateExamples = ["van 20 juli tot en met 31 augustus 2026"];
    private static readonly string[] TimesExamples = ["2 keer per week", "6 keer per jaar"];

    private static readonly Dictionary<string, (string Message, string[] Suggestions)> Advice = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, Lexeme> Words = Build();

    /// <summary>The words that a mistyped one may have meant.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. Words.Where(word => word.Value.Meaning is not Meaning.Unholdable && word.Key.Length > 3).Select(word => word.Key)];

    /// <param name="word">In lower case.</param>
    public static Lexeme Of(string word) => Words.GetValueOrDefault(word);

    /// <summary>What to write instead of a word that is known and that no schedule can hold.</summary>
    public static (string Message, string[] Suggestions) AdviceOn(string word) => Advice[word];

    private static Dictionary<string, Lexeme> Build()
    {
        var words = new Dictionary<string, Lexeme>(StringComparer.Ordinal);
        AddGrammar(words);
        AddNumbers(words);
        AddDays(words);
        AddFrequencies(words);
        AddAdvice(words);
        for (var month = 1; month <= 12; month++)
            Add(words, Meaning.Month, month, MonthNames[month - 1]);
        return words;
    }

    private static void Add(Dictionary<string, Lexeme> words, Meaning meaning, int value, params ReadOnlySpan<string> spellings) =>
        Add(words, new Lexeme(meaning, value), spellings);

    private static void Add(Dictionary<string, Lexeme> words, Lexeme lexeme, params ReadOnlySpan<string> spellings)
    {
        foreach (var spelling in spellings)
            words[spelling] = lexeme;
    }

    private static void AddGrammar(Dictionary<string, Lexeme> words)
    {
        Add(words, Meaning.Each, 0, "ieder", "iedere", "elk", "elke", "iedre");
        Add(words, Meaning.All, 0, "alle");
        Add(words, Meaning.Article, 0, "de", "het", "'t");
        Add(words, Meaning.And, 0, "en", "&", "+", "/");
        Add(words, Meaning.Or, 0, "of");
        Add(words, Meaning.Per, 0, "per");
        Add(words, Meaning.In, 0, "in");
        Add(words, Meaning.On, 0, "op");
        Add(words, Meaning.Around, 0, "om");
        Add(words, Meaning.From, 0, "van");
        Add(words, Meaning.Since, 0, "vanaf", "sinds", "v.a.");
        Add(words, Meaning.Until, 0, "tot");
        Add(words, Meaning.Through, 0, "t/m", "t.m.", "tm");
        Add(words, Meaning.With, 0, "met");
        Add(words, Meaning.Hour, 0, "uur", "u");
        Add(words, Meaning.Half, 0, "half", "halve");
        Add(words, Meaning.Quarter, 0, "kwart");
        Add(words, Meaning.Past, 0, "over");
        Add(words, Meaning.To, 0, "voor");
        Add(words, Meaning.Not, 0, "niet", "behalve", "uitgezonderd");
        Add(words, Meaning.Only, 0, "alleen", "uitsluitend", "enkel");
        Add(words, Meaning.Also, 0, "ook", "extra");
        Add(words, Meaning.Total, 0, "totaal");
        Add(words, Meaning.During, 0, "tijdens", "gedurende");
        Add(words, Meaning.PublicHolidays, 0, "feestdagen", "feestdag");
        Add(words, Meaning.SchoolHolidays, 0, "schoolvakanties", "schoolvakantie", "vakanties");
        Add(words, Meaning.Region, 0, "regio");
        Add(words, Meaning.RegionName, 0, "noord", "midden", "zuid");
        Add(words, Meaning.Next, 0, "volgende");
        Add(words, Meaning.After, 0, "na");
        Add(words, Meaning.Including, 0, "inclusief", "incl");
        Add(words, Meaning.Between, 0, "tussen");
        Add(words, Meaning.Times, 0, "keer", "keren", "x", "maal", "momenten", "moment");
    }

    private static void AddNumbers(Dictionary<string, Lexeme> words)
    {
        for (var number = 1; number <= Numbers.Length; number++)
        {
            Add(words, Meaning.Number, number, Numbers[number - 1]);
            Add(words, Meaning.SoManyTimes, number, $"{Numbers[number - 1]}maal");
        }
        Add(words, Meaning.Number, 1, "één", "eén");
        Add(words, Meaning.SoManyTimes, 1, "éénmaal", "eens");
        for (var number = 1; number <= Ordinals.Length; number++)
            Add(words, Meaning.Ordinal, number, Ordinals[number - 1]);
        Add(words, Meaning.Ordinal, -1, "laatste");
    }

    private static void AddDays(Dictionary<string, Lexeme> words)
    {
        for (var day = 1; day <= 7; day++)
        {
            var (name, brief) = DayNames[day - 1];
            Add(words, Meaning.Day, day, [name, $"{name}en", $"{name}s", .. brief]);
            foreach (var (part, nouns) in Parts)
            {
                foreach (var noun in nouns)
                    Add(words, new Lexeme(Meaning.DayAndPart, day, Part: part), $"{name}{noun}", $"{name}{noun}en", $"{name}{noun}s", $"{brief[0]}{noun}");
            }
        }
        foreach (var (part, nouns) in Parts)
        {
            foreach (var noun in nouns)
            {
                Add(words, new Lexeme(Meaning.PartOfDay, Part: part), noun, $"{noun}en");
                Add(words, new Lexeme(Meaning.InPartOfDay, Part: part), $"'s {noun}s", $"{noun}s", $"s{noun}s");
            }
        }
        Add(words, Meaning.AtNight, 0, "'s nachts", "snachts");
        Add(words, Meaning.Days, 5, "werkdag", "werkdagen", "doordeweeks", "doordeweekse");
        Add(words, Meaning.Days, 2, "weekend", "weekenden", "weekeinde");
    }

    private static void AddFrequencies(Dictionary<string, Lexeme> words)
    {
        (Frequency Frequency, string[] Nouns, string Adverb)[] units =
        [
            (new(1, FrequencyUnit.Day), ["dag", "dagen"], "dagelijks"), (new(1, FrequencyUnit.Week), ["week", "weken"], "wekelijks"),
            (new(1, FrequencyUnit.Month), ["maand", "maanden"], "maandelijks"), (new(1, FrequencyUnit.Year), ["jaar", "jaren"], "jaarlijks"),
        ];
        foreach (var (frequency, nouns, adverb) in units)
        {
            Add(words, new Lexeme(Meaning.Unit, Frequency: frequency), nouns);
            Add(words, new Lexeme(Meaning.Frequency, Frequency: frequency), adverb, $"{adverb}e");
            for (var interval = 2; interval <= Numbers.Length; interval++)
                Add(words, new Lexeme(Meaning.Frequency, Frequency: frequency with { Interval = interval }), $"{Numbers[interval - 1]}{adverb}");
        }
        Add(words, new Lexeme(Meaning.Unit, Frequency: new(3, FrequencyUnit.Month)), "kwartaal", "kwartalen");
        Add(words, new Lexeme(Meaning.Frequency, Frequency: new(6, FrequencyUnit.Month)), "halfjaarlijks");
    }

    private static void AddAdvice(Dictionary<string, Lexeme> words)
    {
        Advise("Een jaargetijde heeft geen vaste dagen. Schrijf de maanden.", SeasonExamples,
            "zomer", "zomers", "zomerperiode", "winter", "winterperiode", "herfst", "najaar", "voorjaar", "lente");
        Advise("Deze vakantie heeft ieder jaar andere dagen. Schrijf de dagen.", DateExamples,
            "zomervakantie", "herfstvakantie", "kerstvakantie", "voorjaarsvakantie", "meivakantie", "vakantie");
        Advise("Schrijf de dagen zelf.", DateExamples, "begin", "eind", "einde", "medio", "halverwege", "rond", "ongeveer", "circa");
        Advise("Even en oneven weken kunnen niet. Schrijf om de hoeveel weken, en vanaf welke dag.", WeekExamples, "even", "oneven");
        Advise("Schrijf hoe vaak.", TimesExamples, "meerdere", "enkele", "regelmatig", "soms", "doorlopend", "vaak");

        void Advise(string message, string[] suggestions, params ReadOnlySpan<string> spellings)
        {
            Add(words, Meaning.Unholdable, 0, spellings);
            foreach (var spelling in spellings)
                Advice[spelling] = (message, suggestions);
        }
    }
}
