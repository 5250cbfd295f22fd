using NodaTime;

namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>
/// Reads Dutch phrases such as "iedere 2e en 4e woensdagochtend van de maand" or "maandag t/m vrijdag van 9.00 - 17.00 uur" as schedules. A phrase is
/// read wholly or not at all: what has two meanings is a problem, with the ways to say each, and never a guess.
/// </summary>
/// <remarks>
/// <para>"Tot" before a day or month includes it: "van april tot oktober" is until the end of October, as people and our sources mean it.</para>
/// <para>"9 uur" is in the morning. "2 uur" and "half 6" have two meanings unless a part of the day stands with them.</para>
/// <para>"14 maart" is that day of an unknown year, unless a reference date is given: then it is the first one from there. Periods need a year.</para>
/// <para>What <see cref="ScheduleText"/> writes in Dutch in the large size is read as the same schedule, but for its own phrase.</para>
/// </remarks>
public static class SchedulePhrase
{
    /// <summary>Longer ones are no phrase, and are refused unread.</summary>
    public const int MaximumLength = 4000;

    /// <param name="reference">A day of the time that the phrase is about, such as the day on which it was written; null leaves years that aren't said unknown.</param>
    public static PhraseReading Parse(string phrase, LocalDate? reference = null)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        if (phrase.Length > MaximumLength)
            return PhraseReading.Of(PhraseProblems.TooLong(phrase, MaximumLength));
        if (string.IsNullOrWhiteSpace(phrase))
            return PhraseReading.Of(PhraseProblems.Empty());
        var words = new PhraseWords(PhraseLexer.Tokens(phrase));
        var draft = new PhraseDraft(reference);
        PhraseClauses.ReadAll(words, draft);
        return draft.Finish(phrase.Trim());
    }
}
