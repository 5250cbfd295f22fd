using System.Globalization;
using NodaTime;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>Every problem that a phrase can have, in Dutch as simple as the phrases.</summary>
internal static class PhraseProblems
{
    private static readonly DutchWords Dutch = new();
    private static readonly string[] Examples = ["iedere woensdag van 9:00 tot 11:00", "3 keer per week", "iedere 2e en 4e woensdagochtend van de maand"];

    public static PhraseProblem Empty() => new("Schrijf wanneer het is.", 1, 0, [.. Examples]);

    public static PhraseProblem TooLong(string phrase, int maximum) => new($"Dit is te lang. Gebruik niet meer dan {maximum} tekens.", 1, phrase.Length, []);

    public static PhraseProblem SaysNothing(string phrase) => new("Hier staat niet wanneer het is.", 1, phrase.Length, [.. Examples]);

    public static PhraseProblem NotUnderstood(IReadOnlyList<Token> unread)
    {
        foreach (var token in unread)
        {
            if (token.Meaning is Meaning.Unholdable && DutchLexicon.AdviceOn(token.Text.ToLowerInvariant()) is var (message, suggestions))
                return At(new(token.Column, token.Text.Length), message, suggestions);
        }
        // Words that are known stay out of it where there are others to blame.
        var words = unread.SkipWhile(IsKnown).Reverse().SkipWhile(IsKnown).Reverse().ToList() is { Count: > 0 } strange ? strange : unread;
        var span = new PhraseSpan(words[0].Column, words[^1].End - words[0].Column);
        var nearest = words.Where(token => token.Meaning is Meaning.None).Take(3).SelectMany(token => Spelling.Nearest(token.Text)).Take(3).ToArray();
        return At(span, $"Dit begrijp ik niet: “{Text(words)}”.", nearest.Length > 0 ? nearest : Examples);
    }

    public static PhraseProblem SaidTwice(string what, PhraseSpan span) =>
        At(span, $"Er staat nog iets over {what} het is. Kies, of maak er twee roosters van.");

    public static PhraseProblem PartsOfDayDiffer(PhraseSpan span) =>
        At(span, "Deze dagen hebben niet hetzelfde deel van de dag. Maak er twee roosters van, of schrijf het zo:", "iedere maandag- en dinsdagmiddag");

    public static PhraseProblem WhichOfThem(PhraseSpan span) =>
        At(span, "“Of” laat open welke dag het is. Is het op beide dagen, of een keer op een van de twee?", "iedere maandag en dinsdag", "op een maandag of dinsdag");

    public static PhraseProblem ClockHasTwoMeanings(SpokenClock clock) =>
        At(clock.Span, "Is dit overdag of ’s nachts? Schrijf de tijd met cijfers.", Clock(clock.Minutes + (12 * 60)), Clock(clock.Minutes));

    public static PhraseProblem NotInThatPart(PhraseSpan span) => At(span, "Deze tijd past niet bij dat deel van de dag.");

    public static PhraseProblem EndsBeforeItStarts(SpokenClock clock, int start) => clock.Minutes + (12 * 60) is var later && later > start && later < 24 * 60
        ? At(clock.Span, "Dit is vroeger dan het begin.", Clock(later), $"{Clock(clock.Minutes)} {Dutch.NextDay}")
        : At(clock.Span, "Dit is vroeger dan het begin.", $"{Clock(clock.Minutes)} {Dutch.NextDay}");

    public static PhraseProblem YearMissing(PhraseSpan span) => At(span, "Schrijf het jaar erbij.");

    public static PhraseProblem NoSuchDate(SpokenDate date) =>
        At(date.Span, $"{date.Day} {Dutch.Month(date.Month!.Value, brief: false)}{(date.Year is { } year ? $" {year}" : "")} bestaat niet.");

    public static PhraseProblem OtherWeekday(SpokenDate said, LocalDate date) =>
        At(said.Span, $"{Date(date)} is een {Dutch.Day(date.DayOfWeek, brief: false)}, geen {Dutch.Day(said.Weekday!.Value, brief: false)}.",
            $"{Dutch.Day(date.DayOfWeek, brief: false)} {Date(date)}");

    public static PhraseProblem PeriodIsBackwards(PhraseSpan span) => At(span, "De laatste dag is vóór de eerste.");

    public static PhraseProblem RangeTooLong(PhraseSpan span) => At(span, "Dit is langer dan een jaar. Schrijf tot wanneer het rooster geldt.", "tot en met 31 december 2026");

    public static PhraseProblem DateBesideRule(PhraseSpan span) =>
        At(span, "Een datum is één keer. Is het ook op die dag, of vanaf die dag?", "ook op 3 mei 2026", "vanaf 3 mei 2026");

    public static PhraseProblem EverySecond(DayOfWeekNumber day, PhraseSpan span)
    {
        var name = Dutch.Day(day.Day, brief: false);
        return At(span, "Dit kan twee dingen zijn.", $"iedere {day.Ordinal}e {name} van de maand", $"om de {day.Ordinal} weken op {name}");
    }

    public static PhraseProblem WhichDay(IsoDayOfWeek day, Frequency frequency, PhraseSpan span)
    {
        var name = Dutch.Day(day, brief: false);
        return At(span, $"Welke {name} is dat?", $"iedere 1e {name} van de maand", $"{Dutch.Times(1, frequency, brief: false)} op {name}", $"iedere {name}");
    }

    public static PhraseProblem ExceptDays(PhraseSpan span) => At(span, "Deze dagen kunnen er niet af. Schrijf de dagen waarop het wel is.", "iedere maandag t/m vrijdag");

    public static PhraseProblem NoMonthLeft(PhraseSpan span) => At(span, "Zo blijft er geen maand over.");

    public static PhraseProblem HowOften(PhraseSpan span) => At(span, "Schrijf ook hoe vaak.", "iedere week", "iedere woensdag", "3 keer per week");

    /// <summary>A rule that can't be so, by the field that says it.</summary>
    public static PhraseProblem Contradicts(ScheduleProblem problem, string phrase) => new(
        problem.Field switch
        {
            "timesPerPeriod" => "Het aantal keren past niet bij de dagen of de tijd.",
            "byMonthDay" => "Die dag is er niet in die maand.",
            "byDay" => "Zo veel van die dagen zijn er niet.",
            _ => "Dit kan niet samen.",
        },
        1, phrase.Length, []);

    private static bool IsKnown(Token token) => token.Meaning is not Meaning.None;

    private static PhraseProblem At(PhraseSpan span, string message, params ReadOnlySpan<string> suggestions) =>
        new(message, span.Column, span.Length, EquatableList.Create(suggestions));

    private static string Text(IReadOnlyList<Token> tokens) =>
        string.Concat(tokens.Select((token, at) => at > 0 && token.AfterSpace ? $" {token.Text}" : token.Text));

    private static string Clock(int minutes) => Words.Clock(LocalTime.FromMinutesSinceMidnight(minutes % (24 * 60)));

    private static string Date(LocalDate date) => string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Dutch.Month(date.Month, brief: false)} {date.Year}");
}
