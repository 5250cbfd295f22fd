using System.Globalization;
using NodaTime;
using OpenSocialMap.Agenda.Opening;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text;

/// <summary>English as Europeans read it: the day before the month, twenty-four hours.</summary>
internal sealed class EnglishWords : Words
{
    private static readonly string[] MonthNames = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12)];

    public override string And => "and";
    public override string Or => "or";
    public override string AndNot => Or;

    public override string Through(bool brief) => "to";

    public override string Day(IsoDayOfWeek day, bool brief) => brief ? day.ToString()[..3] : day.ToString();

    public override string Month(int month, bool brief) => brief ? MonthNames[month - 1][..3] : MonthNames[month - 1];

    public override string Ordinal(int number) => number switch
    {
        -1 => "last",
        -2 => "second to last",
        < 0 => $"{Counted(-number)} to last",
        _ => Counted(number),
    };

    public override string DayWithPart(string day, DayPart part, bool isLast, bool plural, bool brief) =>
        isLast ? $"{day} {Noun(part)}{(plural ? "s" : "")}" : day;

    public override string Days(string day) => $"{day}s";

    public override string In(DayPart part) => $"in the {Noun(part)}";

    public override string Every(DayPart part) => $"every {Noun(part)}";

    public override string Every(Frequency frequency) => $"every {Unit(frequency)}";

    public override string Each(string days) => $"every {days}";

    public override string Times(int times, Frequency frequency, bool brief) =>
        $"{(brief ? $"{times}x" : times switch { 1 => "once", 2 => "twice", _ => $"{times} times" })} {(Single(frequency) ? "a" : "every")} {Unit(frequency)}";

    public override string On(string days) => $"on {days}";

    public override string OnThe(string ordinalDays) => $"on the {ordinalDays}";

    public override string OnAll(string days) => $"on all {days}";

    public override string OnSome(string days) => $"on a {days}";

    public override string OnlyOn(string days) => $"only on {days}";

    public override string MonthDays(string ordinals, bool fromTheEnd) => fromTheEnd ? $"{ordinals} day" : ordinals;

    public override string OfTheMonth => "of the month";
    public override string OfTheYear => "of the year";

    public override string OfMonths(string months) => $"of {months}";

    public override string InMonths(string months) => $"in {months}";

    public override string OnlyTheTimes(string ordinals, Frequency? frequency) =>
        $"only the {ordinals} time{(frequency is null ? "" : $" every {Unit(frequency)}")}";

    public override string InTotal(int times) => times == 1 ? "once in total" : $"{times} times in total";

    public override string At(string clock) => $"at {clock}";

    public override string Until(string clock) => $"until {clock}";

    public override string NextDay => "the next day";

    public override string FromTo(string first, string last) => $"from {first} to {last}";

    public override string FromThrough(string first, string last) => $"from {first} to {last}";

    public override string From(string dates) => $"from {dates}";

    public override string Since(string date) => $"from {date}";

    public override string Ending(string date) => $"until {date}";

    public override string OnHolidays(string calendar) => calendar switch
    {
        HolidayNames.Public => "on public holidays",
        HolidayNames.SchoolHere => "in the school holidays",
        _ when HolidayNames.SchoolRegion(calendar) is { } region => $"in the school holidays of region {region}",
        _ => $"during {calendar}",
    };

    public override string Only(string when) => $"only {when}";

    public override string Not(string when) => $"not {when}";

    public override string Also(string when) => $"also {when}";

    public override string Ask(Missing missing, bool clock) => (missing, clock) switch
    {
        (Missing.Nothing, false) => "",
        (Missing.Nothing, true) => "At what time is not stated: please ask",
        (_, false) => $"{Question(missing)} is not stated: please ask",
        (_, true) => $"{Question(missing)} and at what time is not stated: please ask",
    };

    public override string Closed => "closed";
    public override string WholeDay => "all day";

    public override string State(OpeningState state, string? role) => state switch
    {
        OpeningState.HostPresent => $"{role ?? "host"} present",
        _ when role is not null => state is OpeningState.Open ? $"open, with {role}" : $"{State(state, role: null)} ({role})",
        OpeningState.Open => "",
        OpeningState.Closed => Closed,
        OpeningState.ByAppointment => "by appointment",
        OpeningState.SelfService => "open without staff",
        OpeningState.WithKey => "with a key or code",
        OpeningState.MembersOnly => "for members and participants",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    private static string Question(Missing missing) => missing switch
    {
        Missing.Year => "In which year",
        Missing.HowOften => "How often",
        _ => "On which days",
    };

    private static bool Single(Frequency frequency) => frequency is { Interval: 1 } or { Interval: 3, Unit: FrequencyUnit.Month };

    private static string Unit(Frequency frequency) => frequency switch
    {
        { Interval: 3, Unit: FrequencyUnit.Month } => "quarter",
        { Interval: 1 } => Singular(frequency.Unit),
        _ => $"{frequency.Interval} {Singular(frequency.Unit)}s",
    };

    private static string Singular(FrequencyUnit unit) => unit switch
    {
        FrequencyUnit.Day => "day",
        FrequencyUnit.Week => "week",
        FrequencyUnit.Month => "month",
        _ => "year",
    };

    private static string Noun(DayPart part) => part switch
    {
        DayPart.Morning => "morning",
        DayPart.Afternoon => "afternoon",
        _ => "evening",
    };

    private static string Counted(int number) => (number % 100, number % 10) switch
    {
        (11 or 12 or 13, _) => $"{number}th",
        (_, 1) => $"{number}st",
        (_, 2) => $"{number}nd",
        (_, 3) => $"{number}rd",
        _ => $"{number}th",
    };
}
