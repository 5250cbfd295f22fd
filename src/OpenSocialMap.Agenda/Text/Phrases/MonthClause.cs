using NodaTime;

namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>"Van april tot en met oktober", "in mei en juni", "oktober"; with a year they are a period: "vanaf augustus 2022".</summary>
internal static class MonthClause
{
    public static bool Read(PhraseWords words, PhraseDraft draft)
    {
        var first = words.Current;
        if (words.Try(() => Range(words, draft, first)) || words.Try(() => OneEnd(words, draft, first)))
            return true;
        words.Accept(Meaning.In);
        if (words.AcceptAll(Meaning.Article, Meaning.Unit) && words.Peek(-1).Lexeme.Frequency is not { Interval: 1, Unit: Schedules.FrequencyUnit.Month })
            return false;
        if (Listed(words) is not { } months || GoesOn(words))
            return false;
        if (DateClause.Year(words) is not { } year)
            draft.Months.Say([.. months], words.Since(first));
        else if (months is [var month])
            draft.SayPeriod(FirstOf(year, month), LastOf(year, month), words.Since(first));
        else
            return false;
        return true;
    }

    public static List<int>? Listed(PhraseWords words)
    {
        if (!words.Accept(Meaning.Month, out var month))
            return null;
        List<int> months = [month.Value];
        while (words.Try(() => words.AcceptAny(Meaning.Comma, Meaning.And) && words.Accept(Meaning.Month, out month)))
            months.Add(month.Value);
        return months;
    }

    /// <summary>Whether a range goes on here, so that the month before is its first.</summary>
    public static bool GoesOn(PhraseWords words) =>
        (words.Current.Meaning is Meaning.Through or Meaning.Dash && words.Peek(1).Meaning is Meaning.Month)
        || (words.Current.Meaning is Meaning.Until && (words.Peek(1).Meaning is Meaning.Month || words.Peek(3).Meaning is Meaning.Month));

    public static IEnumerable<int> Season(int first, int last)
    {
        for (var month = first; month != last; month = (month % 12) + 1)
            yield return month;
        yield return last;
    }

    private static bool Range(PhraseWords words, PhraseDraft draft, Token first)
    {
        words.AcceptAny(Meaning.From, Meaning.Since);
        if (!words.Accept(Meaning.Month, out var from))
            return false;
        var fromYear = DateClause.Year(words);
        if (!DateClause.Through(words) || !words.Accept(Meaning.Month, out var last))
            return false;
        if (DateClause.Year(words) is { } year)
            draft.SayPeriod(FirstOf(fromYear ?? (from.Value > last.Value ? year - 1 : year), from.Value), LastOf(year, last.Value), words.Since(first));
        else if (fromYear is null)
            draft.Months.Say([.. Season(from.Value, last.Value)], words.Since(first));
        else
            return false;
        return true;
    }

    private static bool OneEnd(PhraseWords words, PhraseDraft draft, Token first)
    {
        var since = words.Accept(Meaning.Since);
        if ((!since && !DateClause.Through(words)) || !words.Accept(Meaning.Month, out var month))
            return false;
        if (DateClause.Year(words) is not { } year)
            draft.Problems.Add(PhraseProblems.YearMissing(words.Since(first)));
        else if (since)
            draft.SayPeriod(FirstOf(year, month.Value), null, words.Since(first));
        else
            draft.SayPeriod(null, LastOf(year, month.Value), words.Since(first));
        return true;
    }

    private static SpokenDate FirstOf(int year, int month) => new(1, month, year, null, null, default);

    private static SpokenDate LastOf(int year, int month) => new(CalendarSystem.Iso.GetDaysInMonth(year, month), month, year, null, null, default);
}
