using System.Globalization;

namespace OpenSocialMap.Generator;

/// <summary>When something is, the way people write it down: often not at all, sometimes half, mostly every week.</summary>
internal static class Phrases
{
    private static readonly string[] Days = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

    private static readonly string[] Half =
    [
        "wekelijks", "3x per week", "twee keer per week", "een keer in de maand", "om de twee maanden", "ieder kwartaal", "dagelijks", "zes keer per jaar",
        "meerdere keren per jaar", "doorlopend aanbod", "in de zomer", "van april tot oktober",
    ];

    private static readonly string[] Seasons = ["van april tot oktober", "van september tot en met mei", "van januari tot juli"];

    private static readonly string[] NotThen = ["niet op feestdagen", "niet in de schoolvakanties", "niet op feestdagen en in de schoolvakanties"];

    private static readonly string[] Doors =
    [
        "maandag t/m vrijdag van 9:00 tot 17:00", "maandag t/m vrijdag van 9:00 tot 17:00, niet op feestdagen", "maandag t/m donderdag van 10:00 tot 16:00",
        "dinsdag, woensdag en vrijdag van 13:00 tot 17:00", "elke dag van 10:00 tot 22:00", "op werkdagen van 8:30 tot 12:30",
        "maandag- en dinsdagmiddag", "iedere ochtend behalve zondag",
    ];

    /// <summary>An activity's; null when nobody says.</summary>
    public static string? Activity(Dice dice, DateOnly day)
    {
        var weekday = WorkingDay(dice);
        return dice.Below(100) switch
        {
            < 30 => null,
            < 40 => dice.One(Half),
            < 45 => $"iedere {weekday}{dice.One(["ochtend", "middag", "avond"])}",
            < 66 => $"iedere {weekday} van {Hours(dice)}",
            < 72 => $"iedere {weekday} van {Hours(dice)}, {dice.One(NotThen)}",
            < 76 => $"iedere {weekday} van {Hours(dice)}, {dice.One(Seasons)}",
            < 80 => $"iedere maandag en donderdag van {Hours(dice)}",
            < 83 => $"elke 2e en 4e {weekday}ochtend van de maand",
            < 87 => $"elke {dice.One(["eerste", "tweede", "derde", "laatste"])} {weekday} van de maand van {Hours(dice)}",
            < 90 => $"om de week op {weekday} van {Hours(dice)}, vanaf {Date(day.AddDays(-dice.Between(1, 200)))}",
            < 93 => $"iedere {weekday} van {Hours(dice)}, tot en met {Date(day.AddDays(dice.Between(20, 300)))}",
            < 95 => "maandag t/m vrijdag van 9:00 tot 12:30",
            _ => $"{Date(day.AddDays(dice.Between(-120, 240)))} van {Hours(dice)}",
        };
    }

    /// <summary>When a place is open.</summary>
    public static string Door(Dice dice) => dice.One(Doors);

    /// <summary>When somebody in a role is there.</summary>
    public static string Presence(Dice dice) => $"iedere {WorkingDay(dice)} van {Hours(dice)}";

    private static string WorkingDay(Dice dice) => Days[dice.Chance(0.88) ? dice.Below(5) : dice.Between(5, 6)];

    private static string Hours(Dice dice)
    {
        var start = dice.Weighted([9, 10, 11, 13, 14, 15, 17, 19, 20], hour => hour is 10 or 14 or 19 ? 3 : 1);
        return string.Create(CultureInfo.InvariantCulture, $"{start}:{(dice.Chance(0.25) ? "30" : "00")} tot {start + dice.Between(1, 2)}:30");
    }

    private static string Date(DateOnly date) => date.ToString("d MMMM yyyy", Dutch);

    // The build knows no cultures but the invariant one.
    private static readonly DateTimeFormatInfo Dutch = new()
    {
        MonthNames = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december", ""],
        MonthGenitiveNames = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december", ""],
    };
}
