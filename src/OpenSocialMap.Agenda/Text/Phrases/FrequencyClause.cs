using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>"Wekelijks", "iedere 2 weken", "om de twee maanden", "om de week" (every second one), "ieder kwartaal", "per week".</summary>
internal static class FrequencyClause
{
    private const int LongestInterval = 999;

    public static bool Read(PhraseWords words, PhraseDraft draft)
    {
        var first = words.Current;
        if ((Adverb(words) ?? words.Try(() => Each(words)) ?? words.Try(() => Alternate(words)) ?? ReadPer(words)) is not { } frequency)
            return false;
        draft.Frequency.Say(frequency, words.Since(first));
        return true;
    }

    /// <summary>"Per week", "in de maand", "per 2 weken".</summary>
    public static Frequency? ReadPer(PhraseWords words) =>
        words.Try(() => words.Accept(Meaning.Per) || words.AcceptAll(Meaning.In, Meaning.Article) ? Units(words) : null);

    /// <summary>"Week", "2 weken", "tweede week", "half jaar".</summary>
    public static Frequency? Units(PhraseWords words, int otherwise = 1)
    {
        var counted = words.Current.Meaning is Meaning.Number or Meaning.Ordinal;
        var count = counted ? words.Take() : default;
        if (counted && count.Value is < 1 or > LongestInterval || count is { Meaning: Meaning.Ordinal, Value: 1 })
            return null;
        var half = words.Accept(Meaning.Half);
        if (!words.Accept(Meaning.Unit, out var unit) || unit.Lexeme.Frequency is not { } one || (half && one.Unit is not FrequencyUnit.Year))
            return null;
        // "De 2e dag van de maand" is a day, and "iedere 2e dag" is how often.
        if (count.Meaning is Meaning.Ordinal && words.Current.Meaning is Meaning.From)
            return null;
        var interval = counted ? count.Value : otherwise;
        return half ? new(6 * interval, FrequencyUnit.Month) : one with { Interval = one.Interval * interval };
    }

    private static Frequency? Adverb(PhraseWords words)
    {
        if (words.Accept(Meaning.Frequency, out var adverb))
            return adverb.Lexeme.Frequency;
        if (words.Current is not { Meaning: Meaning.Number, Value: >= 1 and <= LongestInterval } number)
            return null;
        var times = words.Peek(2);
        return words.AcceptAll(Meaning.Number, Meaning.Dash, Meaning.Frequency) && times.Lexeme.Frequency is { Interval: 1 } one
            ? one with { Interval = number.Value }
            : null;
    }

    private static Frequency? Each(PhraseWords words) => words.Accept(Meaning.Each) ? Units(words) : null;

    private static Frequency? Alternate(PhraseWords words) => words.AcceptAll(Meaning.Around, Meaning.Article) ? Units(words, otherwise: 2) : null;
}
