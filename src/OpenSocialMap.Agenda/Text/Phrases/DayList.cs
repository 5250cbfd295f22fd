using NodaTime;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>Days of the week as they are listed: "dinsdag- en donderdagmiddag", "ma, wo en vr", "2e en 4e woensdag", "maandag t/m vrijdag".</summary>
internal sealed class DayList
{
    /// <summary>No month or list of them has more; a longer row is none, and is not read again from each of its words.</summary>
    private const int MostOrdinals = 62;

    private bool _someLackPart;

    public List<DayOfWeekNumber> Weekdays { get; } = [];

    public DayPart? Part { get; private set; }

    /// <summary>"Maandagochtend en dinsdagmiddag", and "maandag en dinsdagmiddag", which may be a whole Monday.</summary>
    public bool PartsDiffer { get; private set; }

    public bool HasRange { get; private set; }

    /// <summary>"Maandag of dinsdag": one of them, and not said which.</summary>
    public bool SaysOr { get; private set; }

    public static DayList? Read(PhraseWords words)
    {
        var list = new DayList();
        if (!words.Try(() => list.Item(words)))
            return null;
        var or = false;
        while (words.Try(() => (Joined(words) || (or = words.Accept(Meaning.Or))) && list.Item(words)))
            list.SaysOr |= or;
        list.PartsDiffer |= list.Part is not null && list._someLackPart;
        return list;
    }

    /// <summary>"2e en 4e", "1e, 15e en laatste", "op een na laatste".</summary>
    public static List<int>? Ordinals(PhraseWords words)
    {
        List<int> ordinals = [];
        int? number = null;
        while (ordinals.Count <= MostOrdinals && words.Try(() => (ordinals.Count == 0 || Joined(words)) && (number = Ordinal(words)) is not null))
            ordinals.Add(number!.Value);
        return ordinals.Count is 0 or > MostOrdinals ? null : ordinals;
    }

    private static bool Joined(PhraseWords words)
    {
        var comma = words.Accept(Meaning.Comma);
        return (words.Accept(Meaning.And) || comma) && (words.Accept(Meaning.Article) || true);
    }

    private static int? Ordinal(PhraseWords words)
    {
        if (words.Accept(Meaning.Ordinal, out var ordinal))
            return ordinal.Value is 0 or > 366 ? null : ordinal.Value;
        words.Accept(Meaning.On);
        var before = words.Current.Value;
        return before is > 0 and <= 366 && words.AcceptAll(Meaning.Number, Meaning.After, Meaning.Ordinal) && words.Peek(-1).Value == -1 ? -1 - before : null;
    }

    private bool Item(PhraseWords words)
    {
        var ordinals = words.Try(() => Ordinals(words));
        if (words.Accept(Meaning.Days, out var group))
            return ordinals is null && Add(null, group.Value == 2 ? [6, 7] : [1, 2, 3, 4, 5], null, joinsNext: false);
        if (words.Accept(Meaning.DayAndPart, out var both))
            return !IsDate(words) && Add(ordinals, [both.Value], both.Lexeme.Part, joinsNext: false);
        if (!words.Accept(Meaning.Day, out var day) || IsDate(words))
            return false;
        if (ordinals is null && words.Try(() => DateClause.Through(words) && words.Accept(Meaning.Day) && !IsDate(words)))
        {
            HasRange = true;
            return Add(null, [.. Range(day.Value, words.Peek(-1).Value)], null, joinsNext: false);
        }
        if (words.Try(() => (words.Accept(Meaning.Dash) || true) && words.Accept(Meaning.PartOfDay)))
            return Add(ordinals, [day.Value], words.Peek(-1).Lexeme.Part, joinsNext: false);
        var hyphen = words.Current is { Meaning: Meaning.Dash, AfterSpace: false } && words.Accept(Meaning.Dash);
        return Add(ordinals, [day.Value], null, joinsNext: hyphen);
    }

    /// <summary>A weekday before a date belongs to the date.</summary>
    private static bool IsDate(PhraseWords words) =>
        words.Current.Meaning is Meaning.Date || (words.Current.Meaning is Meaning.Number or Meaning.Ordinal && words.Peek(1).Meaning is Meaning.Month);

    private bool Add(List<int>? ordinals, ReadOnlySpan<int> days, DayPart? part, bool joinsNext)
    {
        PartsDiffer |= part is not null && Part is not null && part != Part;
        Part = part ?? Part;
        _someLackPart |= part is null && !joinsNext;
        foreach (var day in days)
        {
            foreach (var ordinal in ordinals?.Select(number => (int?)number) ?? [null])
                Weekdays.Add(new(ordinal, (IsoDayOfWeek)day));
        }
        return true;
    }

    private static IEnumerable<int> Range(int first, int last)
    {
        for (var day = first; day != last; day = (day % 7) + 1)
            yield return day;
        yield return last;
    }
}
