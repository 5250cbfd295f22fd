using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>"Niet op feestdagen", "behalve in juli", "alleen in de schoolvakanties", "ook op 3 mei 2024", "alleen de laatste keer per maand".</summary>
internal static class LimitClause
{
    public static bool Read(PhraseWords words, PhraseDraft draft)
    {
        var first = words.Current;
        if (words.Accept(Meaning.Not))
            return Not(words, draft, first);
        if (words.Accept(Meaning.Also))
            return ExtraDates(words, draft, first);
        var only = words.Accept(Meaning.Only);
        if (words.Try(() => Holidays(words)) is { } holidays)
        {
            draft.OnlyHolidays.AddRange(holidays);
            return true;
        }
        return only && (words.Try(() => OnlyTheTimes(words, draft, first)) || words.Try(() => OnlyDays(words, draft, first)) || MonthClause.Read(words, draft));
    }

    private static bool Not(PhraseWords words, PhraseDraft draft, Token first)
    {
        words.Accept(Meaning.Only);
        if (words.Try(() => Holidays(words)) is { } holidays)
            draft.ExceptHolidays.AddRange(holidays);
        else if (words.Try(() => DateClause.Range(words)) is { } range)
            draft.SayExceptRange(range, words.Since(first));
        else if (words.Try(() => DateClause.Listed(words)) is { } dates)
            draft.SayExceptDates(dates);
        else if (words.Try(() => Days(words)) is { } days)
            draft.ExceptDays.Say(days, words.Since(first));
        else if (words.Try(() => Months(words)) is { } months)
            draft.ExceptMonths.Say([.. months], words.Since(first));
        else
            return false;
        return true;
    }

    private static bool ExtraDates(PhraseWords words, PhraseDraft draft, Token first)
    {
        if (words.Try(() => DateClause.Range(words)) is { } range)
            draft.SayExtraRange(range, words.Since(first));
        else if (words.Try(() => DateClause.Listed(words)) is { } dates)
            draft.SayExtraDates(dates);
        else
            return false;
        return true;
    }

    private static List<string>? Holidays(PhraseWords words)
    {
        List<string> calendars = [];
        string? next = null;
        while (words.Try(() => (calendars.Count == 0 || words.AcceptAny(Meaning.Comma, Meaning.And)) && (next = Calendar(words)) is not null))
            calendars.Add(next!);
        return calendars.Count == 0 ? null : calendars;
    }

    private static string? Calendar(PhraseWords words)
    {
        words.AcceptAny(Meaning.On, Meaning.In, Meaning.During);
        words.Accept(Meaning.Article);
        if (words.Accept(Meaning.PublicHolidays))
            return HolidayNames.Public;
        if (!words.Accept(Meaning.SchoolHolidays))
            return null;
        return words.AcceptAll(Meaning.From, Meaning.Region, Meaning.RegionName)
            ? HolidayNames.OfSchoolRegion(words.Peek(-1).Text.ToLowerInvariant())
            : HolidayNames.SchoolHere;
    }

    private static bool OnlyTheTimes(PhraseWords words, PhraseDraft draft, Token first)
    {
        words.Accept(Meaning.Article);
        if (DayList.Ordinals(words) is not { } ordinals || !words.Accept(Meaning.Times))
            return false;
        if (FrequencyClause.ReadPer(words) is { } frequency)
            draft.PositionsWithin.Say(frequency, words.Since(first));
        draft.Positions.Say([.. ordinals], words.Since(first));
        return true;
    }

    private static bool OnlyDays(PhraseWords words, PhraseDraft draft, Token first)
    {
        if (Days(words) is not { } days)
            return false;
        draft.OnlyDays.Say(days, words.Since(first));
        return true;
    }

    private static SpokenDays? Days(PhraseWords words)
    {
        words.AcceptAny(Meaning.On, Meaning.In);
        words.Accept(Meaning.Article);
        return DayList.Read(words) is { PartsDiffer: false, SaysOr: false } days ? new(DayMode.Plain, [.. days.Weekdays], [], days.Part, null, []) : null;
    }

    private static List<int>? Months(PhraseWords words)
    {
        words.AcceptAny(Meaning.In, Meaning.From);
        if (MonthClause.Listed(words) is not { } months)
            return null;
        if (!MonthClause.GoesOn(words))
            return months;
        return DateClause.Through(words) && words.Accept(Meaning.Month, out var last) && months is [var first] ? [.. MonthClause.Season(first, last.Value)] : null;
    }
}
