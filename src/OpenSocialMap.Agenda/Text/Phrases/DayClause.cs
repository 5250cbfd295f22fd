using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>"Iedere woensdagmiddag", "maandag t/m vrijdag", "elke 2e en 4e woensdagochtend van de maand", "op de laatste dag van de maand".</summary>
internal static class DayClause
{
    public static bool Read(PhraseWords words, PhraseDraft draft)
    {
        var first = words.Current;
        var from = words.Accept(Meaning.From);
        var mode = Mode(words);
        if (words.Try(() => MonthDays(words)) is { } monthDays && !from)
        {
            var (within, months) = Within(words);
            if (mode is DayMode.Plain && first.Meaning is Meaning.Ordinal && within is null && months.Count == 0)
                return false;
            draft.SayDays(new(mode, [], [.. monthDays], null, within, months), words.Since(first));
            return true;
        }
        if (DayList.Read(words) is not { } days || (from && !days.HasRange))
            return false;
        var counted = days.Weekdays.Any(day => day.Ordinal is not null) || mode is DayMode.All;
        var (unit, ofMonths) = counted ? Within(words) : (null, []);
        if (days.SaysOr && mode is not DayMode.Some)
            draft.Problems.Add(PhraseProblems.WhichOfThem(words.Since(first)));
        if (days.PartsDiffer)
            draft.Problems.Add(PhraseProblems.PartsOfDayDiffer(words.Since(first)));
        draft.SayDays(new(mode, [.. days.Weekdays], [], days.Part, unit, ofMonths), words.Since(first));
        return true;
    }

    private static DayMode Mode(PhraseWords words)
    {
        if (words.Accept(Meaning.Each))
            return DayMode.Each;
        var on = words.Accept(Meaning.On) || words.Current.Meaning is Meaning.In && words.Peek(1).Meaning is Meaning.Article && words.Accept(Meaning.In);
        if (words.Accept(Meaning.All))
            return DayMode.All;
        if (on && words.Current is { Meaning: Meaning.Number, Value: 1 } && words.Peek(1).Meaning is not Meaning.After && words.Accept(Meaning.Number))
            return DayMode.Some;
        words.Accept(Meaning.Article);
        return DayMode.Plain;
    }

    /// <summary>"15e", "1e en 15e", "laatste dag".</summary>
    private static List<int>? MonthDays(PhraseWords words)
    {
        if (DayList.Ordinals(words) is not { } days || words.Current.Meaning is Meaning.Day or Meaning.DayAndPart or Meaning.Days or Meaning.Times or Meaning.Month)
            return null;
        if (words.Current.Meaning is Meaning.Unit && words.Current.Lexeme.Frequency is not { Unit: FrequencyUnit.Day })
            return null;
        words.Accept(Meaning.Unit);
        return days.All(day => day is >= -31 and <= 31) ? days : null;
    }

    private static (FrequencyUnit? Unit, EquatableList<int> Months) Within(PhraseWords words)
    {
        if (words.Try(() => (words.Accept(Meaning.From) || words.Accept(Meaning.In)) && words.AcceptAny(Meaning.Article, Meaning.Each)
            && words.Current.Lexeme.Frequency is { Interval: 1, Unit: FrequencyUnit.Month or FrequencyUnit.Year } && words.Accept(Meaning.Unit)))
            return (words.Peek(-1).Lexeme.Frequency!.Unit, []);
        var months = words.Try(() => words.Accept(Meaning.From) && MonthClause.Listed(words) is { } listed && !MonthClause.GoesOn(words) ? listed : null);
        return (null, months is null ? [] : [.. months]);
    }
}
