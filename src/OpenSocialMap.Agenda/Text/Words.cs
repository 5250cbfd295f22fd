using System.Globalization;
using NodaTime;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text;

/// <summary>The words of a language and how they go together. A further language is one more of these and a value of <see cref="Language"/>.</summary>
internal abstract class Words
{
    private static readonly DutchWords Dutch = new();
    private static readonly EnglishWords English = new();

    public static Words Of(Language language) => language switch
    {
        Language.Dutch => Dutch,
        Language.English => English,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, null),
    };

    public abstract string And { get; }
    public abstract string Or { get; }

    /// <summary>Joins what is denied: "not on Monday or on Tuesday".</summary>
    public abstract string AndNot { get; }

    /// <summary>Between the ends of a range, both included: "tot en met"; shorter when brief: "t/m".</summary>
    public abstract string Through(bool brief);

    public abstract string Day(IsoDayOfWeek day, bool brief);

    public abstract string Month(int month, bool brief);

    /// <summary>2e, laatste, op een na laatste.</summary>
    public abstract string Ordinal(int number);

    /// <summary>A day of the week where a part of the day belongs to it and to those listed before it: "maandag-" ... "dinsdagmiddag".</summary>
    public abstract string DayWithPart(string day, DayPart part, bool isLast, bool plural, bool brief);

    public abstract string Days(string day);

    /// <summary>A part of the day on its own, 's middags.</summary>
    public abstract string In(DayPart part);

    public abstract string Every(DayPart part);

    public abstract string Every(Frequency frequency);

    public abstract string Each(string days);

    public abstract string Times(int times, Frequency frequency, bool brief);

    public abstract string On(string days);

    public abstract string OnThe(string ordinalDays);

    public abstract string OnAll(string days);

    public abstract string OnSome(string days);

    public abstract string OnlyOn(string days);

    /// <summary>Days of the month, by their ordinals: "1e en 15e", "1e en laatste dag".</summary>
    public abstract string MonthDays(string ordinals, bool fromTheEnd);

    public abstract string OfTheMonth { get; }
    public abstract string OfTheYear { get; }

    public abstract string OfMonths(string months);

    public abstract string InMonths(string months);

    public abstract string OnlyTheTimes(string ordinals, Frequency? frequency);

    public abstract string InTotal(int times);

    public abstract string At(string clock);

    public abstract string Until(string clock);

    public abstract string NextDay { get; }

    /// <summary>From the first to the last, which is included when it is a day or month.</summary>
    public abstract string FromTo(string first, string last);

    public abstract string FromThrough(string first, string last);

    /// <summary>Before a range of dates.</summary>
    public abstract string From(string dates);

    public abstract string Since(string date);

    public abstract string Ending(string date);

    /// <summary>The days of a holiday calendar, with their preposition: "op feestdagen".</summary>
    public abstract string OnHolidays(string calendar);

    public abstract string Only(string when);

    public abstract string Not(string when);

    public abstract string Also(string when);

    /// <summary>What somebody who wants to go there has to ask; empty when all is told.</summary>
    /// <param name="clock">Whether the clock time is missing.</param>
    public abstract string Ask(Missing missing, bool clock);

    public abstract string Closed { get; }
    public abstract string WholeDay { get; }

    /// <summary>What a place is, before its hours, and who is there; empty for a door that is simply open.</summary>
    public abstract string State(Opening.OpeningState state, string? role);

    /// <summary>"9:00, not 09:00".</summary>
    public static string Clock(LocalTime time) => string.Create(CultureInfo.InvariantCulture, $"{time.Hour}:{time.Minute:00}");

    public string Join(IReadOnlyList<string> items) => Join(items, And);

    public static string Join(IReadOnlyList<string> items, string last) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} {last} {items[^1]}",
    };
}
