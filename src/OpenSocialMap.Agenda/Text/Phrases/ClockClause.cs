namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>"Van 9.00 - 17.00 uur", "9-11 uur", "om half tien", "vanaf kwart over 8", "van 8 tot 10 uur 's avonds".</summary>
internal static class ClockClause
{
    private const int Hour = 60;
    private const int HalfDay = 12 * Hour;

    public static bool Read(PhraseWords words, PhraseDraft draft)
    {
        var first = words.Current;
        if ((words.Try(() => Range(words)) ?? words.Try(() => OneEnd(words))) is not { } clocks)
            return false;
        draft.Clocks.Say(clocks, words.Since(first));
        return true;
    }

    private static SpokenClocks? Range(PhraseWords words)
    {
        var between = words.Accept(Meaning.Between);
        if (!between)
            words.AcceptAny(Meaning.From, Meaning.Since);
        if (Clock(words, bare: true) is not { } start)
            return null;
        if (!(between ? words.Accept(Meaning.And) : DateClause.Through(words)) || Clock(words, bare: true) is not { } end)
            return null;
        var nextDay = words.AcceptAll(Meaning.Article, Meaning.Next, Meaning.Unit);
        // A part of the day behind the range belongs to both ends: from 8 to 10 in the evening.
        return new(end.Part is { } part && start.Part is null ? start with { Part = part } : start, end, nextDay);
    }

    private static SpokenClocks? OneEnd(PhraseWords words)
    {
        if (words.AcceptAny(Meaning.Until) || words.Accept(Meaning.Through))
            return Clock(words, bare: true) is { } end ? new(null, end, NextDay: words.AcceptAll(Meaning.Article, Meaning.Next, Meaning.Unit)) : null;
        var bare = words.AcceptAny(Meaning.Around, Meaning.Since);
        return Clock(words, bare) is { } start ? new(start, null, NextDay: false) : null;
    }

    /// <param name="bare">Whether a number alone can be an hour, as in "9-11".</param>
    private static SpokenClock? Clock(PhraseWords words, bool bare)
    {
        var first = words.Current;
        if (Minutes(words, bare) is not var (minutes, spoken))
            return null;
        words.Accept(Meaning.Hour);
        var atNight = words.Accept(Meaning.AtNight);
        var part = atNight ? null : words.Current.Meaning is Meaning.InPartOfDay or Meaning.In ? PartOfDayClause.ReadPart(words) : null;
        return new(minutes, spoken && !atNight, part, atNight, words.Since(first));
    }

    private static (int Minutes, bool IsSpoken)? Minutes(PhraseWords words, bool bare)
    {
        if (words.Accept(Meaning.Clock, out var clock))
            return (clock.Value, false);
        if (words.Accept(Meaning.Half))
            return HourOf(words) is { } half ? (half - (Hour / 2), true) : null;
        if (words.Accept(Meaning.Quarter))
            return Beside(words, 15);
        if (!words.Accept(Meaning.Number, out var number))
            return null;
        if (words.Current.Meaning is Meaning.Past or Meaning.To)
            return number.Value is > 0 and < 30 ? Beside(words, number.Value) : null;
        if (number.Value > 24 || words.Current.Meaning is Meaning.Month or Meaning.Times or Meaning.Unit)
            return null;
        return bare || words.Current.Meaning is Meaning.Hour ? (number.Value * Hour, number.Value <= 12) : null;
    }

    /// <summary>So many minutes past or before an hour or half hour.</summary>
    private static (int Minutes, bool IsSpoken)? Beside(PhraseWords words, int minutes)
    {
        var past = (words.AtEnd ? Meaning.None : words.Take().Meaning) switch { Meaning.Past => minutes, Meaning.To => -minutes, _ => 0 };
        var half = words.Accept(Meaning.Half) ? Hour / 2 : 0;
        return past != 0 && HourOf(words) is { } hour ? ((hour - half + past) % HalfDay, true) : null;
    }

    private static int? HourOf(PhraseWords words) =>
        words.Accept(Meaning.Number, out var hour) && hour.Value is >= 1 and <= 12 ? hour.Value * Hour : null;
}
