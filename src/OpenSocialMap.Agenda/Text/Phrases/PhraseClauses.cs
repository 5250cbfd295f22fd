namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>The grammar's top: a phrase is clauses in any order, with commas, full stops or "en" between them. Each clause has a file.</summary>
internal static class PhraseClauses
{
    /// <summary>A clause adds what it says to the draft and is true, or leaves both as they were. The first that can read on does.</summary>
    private static readonly Func<PhraseWords, PhraseDraft, bool>[] Clauses =
    [
        TimesClause.Read, FrequencyClause.Read, LimitClause.Read, DateClause.Read, ClockClause.Read, DayClause.Read, MonthClause.Read, PartOfDayClause.Read,
    ];

    /// <summary>Who has so many problems with a phrase is not helped by more.</summary>
    private const int MostProblems = 10;

    public static void ReadAll(PhraseWords words, PhraseDraft draft)
    {
        List<Token> unread = [];
        while (!words.AtEnd)
        {
            if (Clauses.Any(read => words.Try(() => read(words, draft))) || words.AcceptAny(Meaning.Comma, Meaning.Stop))
                Report();
            else if (words.Take() is var token && (token.Meaning is not Meaning.And || unread.Count > 0 || words.AtEnd))
                unread.Add(token);
        }
        Report();

        void Report()
        {
            if (unread.Count > 0 && draft.Problems.Count < MostProblems)
                draft.Problems.Add(PhraseProblems.NotUnderstood(unread));
            unread.Clear();
        }
    }
}
