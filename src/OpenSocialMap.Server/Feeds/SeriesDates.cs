using NodaTime;
using OpenSocialMap.Agenda.Holidays;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Server.Feeds;

/// <summary>
/// One schedule of an activity, and the occurrences that came of it: those as the rule has them, those that became another, and the dates of the rule on
/// which there is none, whether for a holiday or because nobody asked for them.
/// </summary>
/// <param name="Position">Which schedule of the activity it is, from 1.</param>
/// <param name="Schedule">A schedule that iCalendar can say, from its first occurrence to its last, without those dates.</param>
/// <param name="Changed">What became of a date of the rule, with that date.</param>
internal sealed record SeriesDates(int Position, Schedule Schedule, IReadOnlyList<FeedOccurrence> AsPlanned, IReadOnlyList<(LocalDate Date, FeedOccurrence Time)> Changed)
{
    /// <summary>Shares the occurrences of an activity among its schedules.</summary>
    /// <param name="others">Those of no rule, each an event of its own.</param>
    public static List<SeriesDates> Of(FeedActivity activity, IReadOnlyList<FeedOccurrence> times, out List<FeedOccurrence> others)
    {
        var (left, series) = (times.ToHashSet(), new List<SeriesDates>());
        var rules = activity.Schedules.Select((stated, i) => (Position: i + 1, Schedule: FeedSchedules.Read(stated)))
            .Where(rule => rule.Schedule is not null && IsOfSingleDays(rule.Schedule))
            .Select(rule => (rule.Position, Schedule: rule.Schedule!, Slots: Slots(rule.Schedule!, times), Plain: new Dictionary<LocalDate, FeedOccurrence>(), Changed: new Dictionary<LocalDate, FeedOccurrence>()))
            .ToList();
        // Twice on one day are two schedules: what is as planned tells which, and what was changed has the one that is left.
        foreach (var time in times.Where(time => IsAsPlanned(time, activity)))
        {
            var rule = rules.Find(rule => rule.Slots.TryGetValue(Day(time), out var slot) && Matches(time, slot) && !rule.Plain.ContainsKey(Day(time)));
            if (rule.Plain?.TryAdd(Day(time), time) == true)
                left.Remove(time);
        }
        foreach (var time in times.Where(time => left.Contains(time) && time.OriginalDate is not null))
        {
            var day = LocalDate.FromDateOnly(time.OriginalDate!.Value);
            var rule = rules.Find(rule => rule.Slots.ContainsKey(day) && !rule.Plain.ContainsKey(day) && !rule.Changed.ContainsKey(day));
            if (rule.Changed?.TryAdd(day, time) == true)
                left.Remove(time);
        }
        foreach (var rule in rules.Where(rule => rule.Plain.Count + rule.Changed.Count > 0))
        {
            var schedule = Between(rule.Schedule, [.. rule.Plain.Keys.Concat(rule.Changed.Keys).Order()]);
            series.Add(new(rule.Position, schedule, [.. rule.Plain.Values], [.. rule.Changed.OrderBy(it => it.Key).Select(it => (it.Key, it.Value))]));
        }
        others = [.. times.Where(left.Contains)];
        return series;
    }

    /// <summary>One time that lasts several days has another length than its extra dates, which one event can't say.</summary>
    private static bool IsOfSingleDays(Schedule schedule) => schedule is not { RepeatFrequency: null, EndDate: not null };

    /// <summary>The dates of the rule, holidays among them, around those that were asked for.</summary>
    private static Dictionary<LocalDate, ScheduledTime> Slots(Schedule schedule, IReadOnlyList<FeedOccurrence> times)
    {
        var days = times.Select(time => LocalDate.FromDateOnly(time.OriginalDate ?? time.Date)).ToList();
        var slots = new Dictionary<LocalDate, ScheduledTime>();
        foreach (var slot in new Recurrence(schedule with { ExceptHolidays = [], OnlyHolidays = [] }, HolidayCalendars.Computed).Between(days.Min(), days.Max()))
            slots.TryAdd(slot.Date, slot);
        return slots;
    }

    private static bool IsAsPlanned(FeedOccurrence time, FeedActivity activity) =>
        time is { Status: "SCHEDULED", StatusNote: null } && time.OriginalDate == time.Date && time.Place?.Id == activity.Place?.Id;

    private static bool Matches(FeedOccurrence time, ScheduledTime slot) =>
        slot.Start?.ToTimeOnly() == time.StartTime && slot.End?.ToTimeOnly() == time.EndTime && slot.EndDate.ToDateOnly() == time.EndDate;

    private static LocalDate Day(FeedOccurrence time) => LocalDate.FromDateOnly(time.Date);

    /// <summary>A rule, or the dates themselves where those are fewer than what the rule would have to leave out.</summary>
    private static Schedule Between(Schedule schedule, LocalDate[] taken)
    {
        var stated = schedule with { ExceptDates = [], ExtraDates = [], ExceptHolidays = [], OnlyHolidays = [] };
        if (stated is { RepeatFrequency.Unit: FrequencyUnit.Day, TimesPerPeriod: > 1 })
            stated = stated with { StartTime = null, EndTime = null, TimesPerPeriod = null };
        LocalDate[] regular = stated.RepeatFrequency is null ? [] : [.. new Recurrence(stated, HolidayCalendars.Computed).Between(taken[0], taken[^1]).Select(time => time.Date)];
        LocalDate[] extra = [.. taken.Except(regular)];
        LocalDate[] except = [.. regular.Except(taken)];
        // DTSTART counts as a date of the rule, so the rule has to have it.
        if (taken.Length == 1 || regular.Length == 0 || regular[0] != taken[0] || except.Length + extra.Length > taken.Length / 2)
            return new Schedule { StartTime = stated.StartTime, EndTime = stated.EndTime, ExtraDates = [.. taken] };
        var last = regular.Last(taken.Contains);
        return stated with { StartDate = taken[0], EndDate = last, RepeatCount = null, ExceptDates = [.. except.Where(date => date < last)], ExtraDates = [.. extra] };
    }
}
