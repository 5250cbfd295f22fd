using NodaTime;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>Makes a schedule of what a phrase said: what one part leaves open another may say, and what doesn't go together is a problem.</summary>
internal sealed class ScheduleAssembly(PhraseDraft draft)
{
    private static readonly Frequency Weekly = new(1, FrequencyUnit.Week);
    private static readonly Frequency Monthly = new(1, FrequencyUnit.Month);
    private static readonly Frequency Yearly = new(1, FrequencyUnit.Year);
    private static readonly IEnumerable<DayOfWeekNumber> WholeWeek = Enumerable.Range(1, 7).Select(day => new DayOfWeekNumber(null, (IsoDayOfWeek)day));

    public Schedule Assemble()
    {
        var schedule = new Schedule
        {
            RepeatFrequency = draft.Frequency.Value,
            TimesPerPeriod = draft.Times.OrNull(),
            RepeatCount = draft.Count.OrNull(),
            ByMonth = draft.Months.Value,
            BySetPosition = draft.Positions.Value,
            StartDate = draft.Start.OrNull(),
            EndDate = draft.End.OrNull(),
            ExceptDates = [.. draft.ExceptDates],
            ExtraDates = [.. draft.ExtraDates],
            ExceptHolidays = [.. draft.ExceptHolidays.Distinct()],
            OnlyHolidays = [.. draft.OnlyHolidays.Distinct()],
        };
        schedule = WithClocks(WithoutMonths(WithoutDays(WithOnlyDays(WithDays(WithDates(schedule))))));
        CheckWhole(schedule);
        return schedule;
    }

    private Schedule WithDates(Schedule schedule)
    {
        if (draft.Dates is not [var first, ..])
            return schedule;
        var onlyDates = schedule.RepeatFrequency is null && !draft.Days.IsSaid && !draft.Months.IsSaid && !draft.Start.IsSaid && !draft.End.IsSaid;
        var yearly = schedule.RepeatFrequency is { Unit: FrequencyUnit.Year };
        if (draft.Dates is [{ Year: null }] && !draft.Days.IsSaid && !draft.Months.IsSaid && (yearly || (schedule.RepeatFrequency is null && draft.Reference is null)))
        {
            return schedule with
            {
                ByMonth = [first.Month!.Value],
                ByMonthDay = [first.Day],
                ByDay = first.Weekday is { } weekday ? [new(null, weekday)] : [],
            };
        }
        if (!onlyDates)
            draft.Problems.Add(PhraseProblems.DateBesideRule(first.Span));
        var dates = draft.Dates.Select(date => draft.DateOf(date, draft.Reference)).OfType<LocalDate>().ToList();
        return dates is [var one]
            ? schedule with { StartDate = one, EndDate = one }
            : schedule with { ExtraDates = [.. dates, .. schedule.ExtraDates] };
    }

    private Schedule WithDays(Schedule schedule)
    {
        if (!draft.Days.IsSaid || draft.Days.Value is not { } days)
            return schedule;
        if (days.Months.Count > 0 && draft.Months.IsSaid)
            draft.Problems.Add(PhraseProblems.SaidTwice("welke maanden", draft.Months.Span));
        return schedule with
        {
            RepeatFrequency = schedule.RepeatFrequency is { } frequency ? Checked(frequency, days) : FrequencyOf(days),
            ByDay = [.. days.Weekdays.Distinct()],
            ByMonthDay = [.. days.MonthDays.Distinct()],
            ByMonth = days.Months.Count > 0 ? days.Months : schedule.ByMonth,
        };
    }

    /// <summary>"Op zaterdag" is every Saturday, "op de 2e zaterdag" every month, and "op de 2e zaterdag van september" may be once.</summary>
    private Frequency? FrequencyOf(SpokenDays days)
    {
        if (days.Mode is DayMode.Some)
            return null;
        if (!days.HasOrdinals)
            return Weekly;
        if (days.Months.Count > 0)
            return days.Mode is DayMode.Each ? Yearly : null;
        if (days.Within is FrequencyUnit.Year)
            return Yearly;
        if (days is { Mode: DayMode.Each, Within: null, Weekdays: [{ Ordinal: > 1 } day] })
            draft.Problems.Add(PhraseProblems.EverySecond(day, draft.Days.Span));
        return Monthly;
    }

    private Frequency Checked(Frequency frequency, SpokenDays days)
    {
        var countsInMonthOrYear = frequency.Unit is FrequencyUnit.Month or FrequencyUnit.Year;
        if (countsInMonthOrYear && !days.HasOrdinals && days.Mode is not DayMode.All && !draft.Times.IsSaid)
            draft.Problems.Add(PhraseProblems.WhichDay(days.Weekdays[0].Day, frequency, draft.Days.Span));
        else if (frequency.Unit is FrequencyUnit.Day || (!countsInMonthOrYear && days.HasOrdinals))
            draft.Problems.Add(PhraseProblems.SaidTwice("hoe vaak", draft.Days.Span));
        return frequency;
    }

    private Schedule WithOnlyDays(Schedule schedule)
    {
        if (!draft.OnlyDays.IsSaid || draft.OnlyDays.Value is not { } days)
            return schedule;
        if (schedule.ByDay.Count > 0 || days.HasOrdinals)
            draft.Problems.Add(PhraseProblems.SaidTwice("welke dagen", draft.OnlyDays.Span));
        draft.SayPart(days.Part, draft.OnlyDays.Span);
        return schedule with
        {
            ByDay = [.. days.Weekdays.Distinct()],
            RepeatFrequency = schedule.RepeatFrequency ?? (schedule.ByMonthDay.Count == 0 && draft.Dates.Count == 0 ? Weekly : null),
        };
    }

    /// <summary>"Elke dag behalve zondag" is every week on the other six.</summary>
    private Schedule WithoutDays(Schedule schedule)
    {
        if (!draft.ExceptDays.IsSaid || draft.ExceptDays.Value is not { } except)
            return schedule;
        var daily = schedule is { RepeatFrequency: { Interval: 1, Unit: FrequencyUnit.Day }, TimesPerPeriod: null, ByDay.Count: 0, ByMonthDay.Count: 0 };
        var weekly = schedule.RepeatFrequency is { Unit: FrequencyUnit.Week } && schedule.ByDay.Count > 0;
        List<DayOfWeekNumber> left = [.. (daily ? WholeWeek : schedule.ByDay).Except(except.Weekdays)];
        if (!(daily || weekly) || except.HasOrdinals || except.Part is not null || left.Count == 0)
            draft.Problems.Add(PhraseProblems.ExceptDays(draft.ExceptDays.Span));
        return schedule with { RepeatFrequency = daily ? Weekly : schedule.RepeatFrequency, ByDay = [.. left] };
    }

    private Schedule WithoutMonths(Schedule schedule)
    {
        if (!draft.ExceptMonths.IsSaid)
            return schedule;
        IEnumerable<int> months = schedule.ByMonth.Count > 0 ? schedule.ByMonth : Enumerable.Range(1, 12);
        List<int> left = [.. months.Except(draft.ExceptMonths.Value)];
        if (left.Count == 0)
            draft.Problems.Add(PhraseProblems.NoMonthLeft(draft.ExceptMonths.Span));
        return schedule with { ByMonth = [.. left] };
    }

    private Schedule WithClocks(Schedule schedule)
    {
        if (draft.Clocks.IsSaid && draft.Clocks.Value is { } clocks)
        {
            if (clocks.Start?.Part == clocks.End?.Part || clocks.Start is null || clocks.End is null)
                draft.SayPart(clocks.Start?.Part ?? clocks.End?.Part, draft.Clocks.Span);
            var (start, end) = new ClockResolver(draft.Part.OrNull(), draft.Problems).Resolve(clocks);
            schedule = schedule with { StartTime = start, EndTime = end };
        }
        return schedule with { DayPart = draft.Part.OrNull() };
    }

    private void CheckWhole(Schedule schedule)
    {
        if (schedule is { RepeatFrequency: null, RepeatCount: not null })
            draft.Problems.Add(PhraseProblems.HowOften(draft.Count.Span));
        if (schedule is { RepeatFrequency: null, StartDate: not null, EndDate: null, ByDay.Count: 0, ByMonth.Count: 0, ByMonthDay.Count: 0 })
            draft.Problems.Add(PhraseProblems.HowOften(draft.Start.Span));
        if (draft.PositionsWithin.IsSaid && draft.PositionsWithin.Value != schedule.RepeatFrequency)
            draft.Problems.Add(PhraseProblems.SaidTwice("hoe vaak", draft.PositionsWithin.Span));
    }
}
