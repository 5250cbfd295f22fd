using NodaTime;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>"Dinsdag 14 maart 2023", "op 3, 10 en 17 mei 2024", "15 november 2022 tot 31 maart 2023", "vanaf 1 september 2024", "t/m 1-7-2025".</summary>
internal static class DateClause
{
    private const int FirstYear = 1000;
    private const int LastYear = 9998;

    public static bool Read(PhraseWords words, PhraseDraft draft)
    {
        var first = words.Current;
        if (words.Try(() => Range(words)) is { } range)
            draft.SayPeriod(range.Start, range.End, words.Since(first));
        else if (words.Try(() => Since(words)) is { } start)
            draft.SayPeriod(start, null, words.Since(first));
        else if (words.Try(() => Ending(words)) is { } end)
            draft.SayPeriod(null, end, words.Since(first));
        else if (words.Try(() => Listed(words)) is { } dates)
            draft.SayDates(dates, words.Since(first));
        else
            return false;
        return true;
    }

    /// <summary>"Tot en met", and every shorter way in which people say it.</summary>
    public static bool Through(PhraseWords words) =>
        words.AcceptAll(Meaning.Until, Meaning.And, Meaning.With) || words.AcceptAny(Meaning.Until, Meaning.Through, Meaning.Dash);

    /// <summary>"Op 3, 10 en 17 maart en 7 april 2024": what a date leaves out the next one has.</summary>
    public static List<SpokenDate>? Listed(PhraseWords words)
    {
        words.AcceptAny(Meaning.On);
        List<SpokenDate> dates = [];
        var daysOfOneMonth = 0;
        for (var next = words.Try(() => One(words)); next is not null && daysOfOneMonth <= 31; next = words.Try(() => Another(words)))
        {
            dates.Add(next);
            daysOfOneMonth = next.Month is null ? daysOfOneMonth + 1 : 0;
        }
        for (var at = dates.Count - 2; at >= 0; at--)
            dates[at] = dates[at].Before(dates[at + 1]);
        return dates.Count > 0 && dates[^1].Month is not null ? dates : null;
    }

    public sealed record DateRange(SpokenDate Start, SpokenDate End);

    public static DateRange? Range(PhraseWords words)
    {
        words.AcceptAny(Meaning.From, Meaning.Since);
        return One(words) is { } start && Through(words) && One(words) is { Month: not null } end ? new(start.StartingBefore(end), end) : null;
    }

    public static int? Year(PhraseWords words) =>
        words.Current is { Meaning: Meaning.Number, Value: >= FirstYear and <= LastYear } ? words.Take().Value : null;

    private static SpokenDate? Another(PhraseWords words) => words.AcceptAny(Meaning.Comma, Meaning.And) ? One(words) : null;

    private static SpokenDate? Since(PhraseWords words) => words.Accept(Meaning.Since) && One(words) is { Month: not null } date ? date : null;

    private static SpokenDate? Ending(PhraseWords words) => Through(words) && One(words) is { Month: not null } date ? date : null;

    private static SpokenDate? One(PhraseWords words)
    {
        var first = words.Current;
        IsoDayOfWeek? weekday = null;
        DayPart? part = null;
        if (words.Accept(Meaning.Day, out var day) || words.Accept(Meaning.DayAndPart, out day))
            (weekday, part) = ((IsoDayOfWeek)day.Value, day.Lexeme.Part ?? (words.Accept(Meaning.PartOfDay, out var noun) ? noun.Lexeme.Part : null));
        if (words.Accept(Meaning.Date, out var date))
            return new(date.Value % 100, date.Value / 100 % 100, date.Value / 10000, weekday, part, words.Since(first));
        if (words.Current is not { Meaning: Meaning.Number or Meaning.Ordinal, Value: >= 1 and <= 31 })
            return null;
        var number = words.Take();
        if (!words.Accept(Meaning.Month, out var month))
            return number.Meaning is Meaning.Number && char.IsAsciiDigit(number.Text[0]) ? new(number.Value, null, null, weekday, part, words.Since(first)) : null;
        return new(number.Value, month.Value, Year(words), weekday, part, words.Since(first));
    }
}
