using NodaTime;
using OpenSocialMap.Agenda.Opening;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text;

/// <summary>Dutch, at language level B1. What it writes, the phrase parser reads.</summary>
internal sealed class DutchWords : Words
{
    private static readonly string[] DayNames = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

    private static readonly string[] MonthNames =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    public override string And => "en";
    public override string Or => "of";
    public override string AndNot => And;

    public override string Through(bool brief) => brief ? "t/m" : "tot en met";

    public override string Day(IsoDayOfWeek day, bool brief) => brief ? DayNames[(int)day - 1][..2] : DayNames[(int)day - 1];

    public override string Month(int month, bool brief) => !brief ? MonthNames[month - 1] : month == 3 ? "mrt" : MonthNames[month - 1][..3];

    public override string Ordinal(int number) => number switch
    {
        > 0 => $"{number}e",
        -1 => "laatste",
        -2 => "op een na laatste",
        _ => $"op {-1 - number} na laatste",
    };

    public override string DayWithPart(string day, DayPart part, bool isLast, bool plural, bool brief) =>
        !isLast ? $"{day}-" : $"{day}{(brief ? "-" : "")}{Noun(part)}{(plural ? "en" : "")}";

    public override string Days(string day) => $"{day}en";

    public override string In(DayPart part) => $"'s {Noun(part)}s";

    public override string Every(DayPart part) => $"iedere {Noun(part)}";

    public override string Every(Frequency frequency) => frequency switch
    {
        { Interval: 1, Unit: FrequencyUnit.Day } => "elke dag",
        { Interval: 1, Unit: FrequencyUnit.Year } => "ieder jaar",
        { Interval: 1 } => $"iedere {Unit(frequency)}",
        { Interval: 3, Unit: FrequencyUnit.Month } => "ieder kwartaal",
        _ => $"om de {Unit(frequency)}",
    };

    public override string Each(string days) => $"iedere {days}";

    public override string Times(int times, Frequency frequency, bool brief) => $"{times}{(brief ? "x" : " keer")} per {Unit(frequency)}";

    public override string On(string days) => $"op {days}";

    public override string OnThe(string ordinalDays) => $"op de {ordinalDays}";

    public override string OnAll(string days) => $"op alle {days}";

    public override string OnSome(string days) => $"op een {days}";

    public override string OnlyOn(string days) => $"alleen op {days}";

    public override string MonthDays(string ordinals, bool fromTheEnd) => fromTheEnd ? $"{ordinals} dag" : ordinals;

    public override string OfTheMonth => "van de maand";
    public override string OfTheYear => "van het jaar";

    public override string OfMonths(string months) => $"van {months}";

    public override string InMonths(string months) => $"in {months}";

    public override string OnlyTheTimes(string ordinals, Frequency? frequency) =>
        $"alleen de {ordinals} keer{(frequency is null ? "" : $" per {Unit(frequency)}")}";

    public override string InTotal(int times) => $"in totaal {times} keer";

    public override string At(string clock) => $"om {clock}";

    public override string Until(string clock) => $"tot {clock}";

    public override string NextDay => "de volgende dag";

    public override string FromTo(string first, string last) => $"van {first} tot {last}";

    public override string FromThrough(string first, string last) => $"van {first} tot en met {last}";

    public override string From(string dates) => $"van {dates}";

    public override string Since(string date) => $"vanaf {date}";

    public override string Ending(string date) => $"tot en met {date}";

    public override string OnHolidays(string calendar) => calendar switch
    {
        HolidayNames.Public => "op feestdagen",
        HolidayNames.SchoolHere => "in de schoolvakanties",
        _ when HolidayNames.SchoolRegion(calendar) is { } region => $"in de schoolvakanties van regio {region}",
        _ => $"tijdens {calendar}",
    };

    public override string Only(string when) => $"alleen {when}";

    public override string Not(string when) => $"niet {when}";

    public override string Also(string when) => $"ook {when}";

    public override string Ask(Missing missing, bool clock) => (missing, clock) switch
    {
        (Missing.Nothing, false) => "",
        (Missing.Nothing, true) => "Hoe laat, staat er niet bij: vraag het na",
        (_, false) => $"{Question(missing)}, staat er niet bij: vraag het na",
        (_, true) => $"{Question(missing)} en hoe laat, staat er niet bij: vraag het na",
    };

    public override string Closed => "gesloten";
    public override string WholeDay => "de hele dag";

    public override string State(OpeningState state, string? role) => state switch
    {
        OpeningState.HostPresent => $"{role ?? "gastheer of gastvrouw"} aanwezig",
        _ when role is not null => state is OpeningState.Open ? $"open, met {role}" : $"{State(state, role: null)} ({role})",
        OpeningState.Open => "",
        OpeningState.Closed => Closed,
        OpeningState.ByAppointment => "op afspraak",
        OpeningState.SelfService => "open zonder personeel",
        OpeningState.WithKey => "met sleutel of code",
        OpeningState.MembersOnly => "voor leden en deelnemers",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    private static string Question(Missing missing) => missing switch
    {
        Missing.Year => "In welk jaar",
        Missing.HowOften => "Hoe vaak",
        _ => "Welke dagen dat zijn",
    };

    private static string Noun(DayPart part) => part switch
    {
        DayPart.Morning => "ochtend",
        DayPart.Afternoon => "middag",
        _ => "avond",
    };

    private static string Unit(Frequency frequency) => frequency switch
    {
        { Interval: 3, Unit: FrequencyUnit.Month } => "kwartaal",
        { Interval: 1 } => Singular(frequency.Unit),
        { Unit: FrequencyUnit.Day } => $"{frequency.Interval} dagen",
        { Unit: FrequencyUnit.Week } => $"{frequency.Interval} weken",
        { Unit: FrequencyUnit.Month } => $"{frequency.Interval} maanden",
        _ => $"{frequency.Interval} jaar",
    };

    private static string Singular(FrequencyUnit unit) => unit switch
    {
        FrequencyUnit.Day => "dag",
        FrequencyUnit.Week => "week",
        FrequencyUnit.Month => "maand",
        _ => "jaar",
    };
}
