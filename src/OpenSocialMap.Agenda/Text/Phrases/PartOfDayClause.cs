using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>"'s Middags", "in de ochtend", "iedere avond", "op een middag".</summary>
internal static class PartOfDayClause
{
    public static bool Read(PhraseWords words, PhraseDraft draft)
    {
        var first = words.Current;
        if (words.Try(() => AlsoThen(words)))
            return true;
        if (words.Accept(Meaning.Each))
        {
            if (!words.Accept(Meaning.PartOfDay, out var each))
                return false;
            draft.Frequency.Say(new(1, FrequencyUnit.Day), words.Since(first));
            draft.Part.Say(each.Lexeme.Part!.Value, words.Since(first));
            return true;
        }
        if (ReadPart(words) is not { } part)
            return false;
        draft.Part.Say(part, words.Since(first));
        return true;
    }

    public static DayPart? ReadPart(PhraseWords words)
    {
        if (words.Accept(Meaning.InPartOfDay, out var part))
            return part.Lexeme.Part;
        var read = words.Try(() =>
            (words.AcceptAll(Meaning.In, Meaning.Article) || words.AcceptAll(Meaning.On, Meaning.Number) || words.AcceptAll(Meaning.On, Meaning.Article))
            && words.Accept(Meaning.PartOfDay, out part));
        return read ? part.Lexeme.Part : null;
    }

    /// <summary>"Ook 's avonds" and "inclusief de avonden" leave out no part of the day, which is what a schedule without one says.</summary>
    private static bool AlsoThen(PhraseWords words)
    {
        if (!words.AcceptAny(Meaning.Also, Meaning.Including))
            return false;
        words.Accept(Meaning.Article);
        return words.AcceptAny(Meaning.PartOfDay, Meaning.InPartOfDay) || ReadPart(words) is not null;
    }
}
