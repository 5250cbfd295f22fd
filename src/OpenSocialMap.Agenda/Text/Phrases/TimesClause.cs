using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>"3 x per week", "een keer in de maand", "op twee momenten in de week", "zeven dagen per week", "in totaal 8 keer".</summary>
internal static class TimesClause
{
    public static bool Read(PhraseWords words, PhraseDraft draft)
    {
        var first = words.Current;
        if (words.Try(() => DaysPerWeek(words, draft, first)))
            return true;
        var inTotal = words.AcceptAll(Meaning.In, Meaning.Total);
        words.Accept(Meaning.On);
        if (SoMany(words) is not { } times)
            return false;
        if (!inTotal && FrequencyClause.ReadPer(words) is { } frequency)
        {
            draft.Times.Say(times, words.Since(first));
            draft.Frequency.Say(frequency, words.Since(first));
        }
        else
        {
            words.AcceptAll(Meaning.In, Meaning.Total);
            draft.Count.Say(times, words.Since(first));
        }
        return true;
    }

    public static int? SoMany(PhraseWords words)
    {
        if (words.Accept(Meaning.SoManyTimes, out var times))
            return times.Value;
        if (words.Current is not { Meaning: Meaning.Number, Value: > 0 } number || words.Peek(1).Meaning is not Meaning.Times)
            return null;
        words.AcceptAll(Meaning.Number, Meaning.Times);
        return number.Value;
    }

    /// <summary>All seven days of the week are every day; fewer are so many times.</summary>
    private static bool DaysPerWeek(PhraseWords words, PhraseDraft draft, Token first)
    {
        if (!words.Accept(Meaning.Number, out var days) || days.Value is < 1 or > 7)
            return false;
        if (!words.Accept(Meaning.Unit, out var unit) || unit.Lexeme.Frequency is not { Unit: FrequencyUnit.Day })
            return false;
        if (FrequencyClause.ReadPer(words) is not { Interval: 1, Unit: FrequencyUnit.Week } week)
            return false;
        draft.Frequency.Say(days.Value == 7 ? new(1, FrequencyUnit.Day) : week, words.Since(first));
        if (days.Value < 7)
            draft.Times.Say(days.Value, words.Since(first));
        return true;
    }
}
