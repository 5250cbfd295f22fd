using NodaTime;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>What the clauses of a phrase have said so far. Whether it goes together is decided when all of it is read.</summary>
internal sealed class PhraseDraft
{
    public PhraseDraft(LocalDate? reference)
    {
        Reference = reference;
        Frequency = new("hoe vaak", Problems);
        Times = new("hoe vaak", Problems);
        Count = new("hoe vaak in totaal", Problems);
        Days = new("welke dagen", Problems);
        OnlyDays = new("welke dagen", Problems);
        ExceptDays = new("welke dagen niet", Problems);
        Months = new("welke maanden", Problems);
        ExceptMonths = new("welke maanden niet", Problems);
        Part = new("welk deel van de dag", Problems);
        Clocks = new("hoe laat", Problems);
        Start = new("vanaf welke dag", Problems);
        End = new("tot en met welke dag", Problems);
        Positions = new("welke keer", Problems);
        PositionsWithin = new("welke keer", Problems);
    }

    public LocalDate? Reference { get; }

    public List<PhraseProblem> Problems { get; } = [];

    public Stated<Frequency> Frequency { get; }

    public Stated<int> Times { get; }

    public Stated<int> Count { get; }

    public Stated<SpokenDays> Days { get; }

    public Stated<SpokenDays> OnlyDays { get; }

    public Stated<SpokenDays> ExceptDays { get; }

    public Stated<EquatableList<int>> Months { get; }

    public Stated<EquatableList<int>> ExceptMonths { get; }

    public Stated<DayPart> Part { get; }

    public Stated<SpokenClocks> Clocks { get; }

    public Stated<LocalDate> Start { get; }

    public Stated<LocalDate> End { get; }

    public Stated<EquatableList<int>> Positions { get; }

    public Stated<Frequency> PositionsWithin { get; }

    /// <summary>Dates that stand alone; where a year belongs to them is decided when it is known what they stand beside.</summary>
    public List<SpokenDate> Dates { get; } = [];

    public List<LocalDate> ExceptDates { get; } = [];

    public List<LocalDate> ExtraDates { get; } = [];

    public List<string> ExceptHolidays { get; } = [];

    public List<string> OnlyHolidays { get; } = [];

    public PhraseReading Finish(string phrase)
    {
        var schedule = Problems.Count == 0 ? new ScheduleAssembly(this).Assemble() : null;
        if (schedule is not null && Problems.Count == 0 && schedule == new Schedule())
            Problems.Add(PhraseProblems.SaysNothing(phrase));
        if (schedule is not null && Problems.Count == 0)
            Problems.AddRange(ScheduleProblems.InFields(schedule).Select(problem => PhraseProblems.Contradicts(problem, phrase)));
        return Problems.Count == 0
            ? new(schedule! with { Text = phrase }, [])
            : new(null, [.. Problems.OrderBy(problem => problem.Column).ThenBy(problem => problem.Message, StringComparer.Ordinal)]);
    }

    public void SayPart(DayPart? part, PhraseSpan span)
    {
        if (part is { } known)
            Part.Say(known, span);
    }

    public void SayDays(SpokenDays days, PhraseSpan span)
    {
        SayPart(days.Part, span);
        Days.Say(days, span);
    }

    public void SayDates(List<SpokenDate> dates, PhraseSpan span)
    {
        foreach (var date in dates.Where(Exists))
        {
            SayPart(date.Part, span);
            Dates.Add(date with { Span = span });
        }
    }

    public void SayPeriod(SpokenDate? start, SpokenDate? end, PhraseSpan span)
    {
        if (Period(start, end, span) is not var (first, last))
            return;
        if (first is { } from)
            Start.Say(from, span);
        if (last is { } through)
            End.Say(through, span);
    }

    public void SayExceptDates(List<SpokenDate> dates) => ExceptDates.AddRange(dates.Select(date => DateOf(date, Reference)).OfType<LocalDate>());

    public void SayExtraDates(List<SpokenDate> dates) => ExtraDates.AddRange(dates.Select(date => DateOf(date, Reference)).OfType<LocalDate>());

    public void SayExceptRange(DateClause.DateRange range, PhraseSpan span) => ExceptDates.AddRange(DaysOf(range, span));

    public void SayExtraRange(DateClause.DateRange range, PhraseSpan span) => ExtraDates.AddRange(DaysOf(range, span));

    /// <summary>The date, in its year or else the first from the reference; null, with a problem, when it can't be one.</summary>
    public LocalDate? DateOf(SpokenDate said, LocalDate? reference)
    {
        if (!Exists(said))
            return null;
        if (said.AsDate(reference) is not { } date)
        {
            Problems.Add(PhraseProblems.YearMissing(said.Span));
            return null;
        }
        if (said.Weekday is { } weekday && weekday != date.DayOfWeek)
            Problems.Add(PhraseProblems.OtherWeekday(said, date));
        return date;
    }

    private bool Exists(SpokenDate date)
    {
        if (!date.Exists)
            Problems.Add(PhraseProblems.NoSuchDate(date));
        return date.Exists;
    }

    private (LocalDate? Start, LocalDate? End)? Period(SpokenDate? start, SpokenDate? end, PhraseSpan span)
    {
        var first = start is null ? null : DateOf(start with { Span = span }, Reference);
        var last = end is null ? null : DateOf(end with { Span = span }, first ?? Reference);
        if (first > last)
            Problems.Add(PhraseProblems.PeriodIsBackwards(span));
        return (start is not null && first is null) || (end is not null && last is null) || first > last ? null : (first, last);
    }

    /// <summary>Every day of a range; a range of more than a year is a mistake.</summary>
    private IEnumerable<LocalDate> DaysOf(DateClause.DateRange range, PhraseSpan span)
    {
        if (Period(range.Start, range.End, span) is not ({ } first, { } last))
            return [];
        var length = NodaTime.Period.DaysBetween(first, last) + 1;
        if (length <= 366)
            return Enumerable.Range(0, length).Select(first.PlusDays);
        Problems.Add(PhraseProblems.RangeTooLong(span));
        return [];
    }
}
