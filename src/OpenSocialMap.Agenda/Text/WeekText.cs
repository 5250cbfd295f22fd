using NodaTime;
using OpenSocialMap.Agenda.Opening;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text;

/// <summary>Tells the hours of a week, with the days that have the same hours together. What does not recur weekly is told as a schedule of its own.</summary>
internal static class WeekText
{
    private static readonly IsoDayOfWeek[] Week = [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)];

    /// <summary>When on a day, as far as it is stated.</summary>
    private readonly record struct Slot(DayPart? Part, LocalTime? Start, LocalTime? End, bool WholeDay);

    /// <param name="adds">Whether the hours come on top of others: "ook 's avonds".</param>
    public static IEnumerable<string> Of(IReadOnlyList<OpeningSpan> spans, bool adds, Words words, TextSize size)
    {
        var weekly = spans.Where(span => IsWeekly(span.When)).ToList();
        foreach (var days in Week.Select(day => (Day: day, Slots: SlotsOn(day, weekly))).Where(day => day.Slots.Count > 0).GroupBy(day => string.Join('|', day.Slots)))
            yield return Text([.. days.Select(day => day.Day)], days.First().Slots, adds, words, size);
        foreach (var span in weekly.Where(span => DaysOf(span.When).Count == 0))
            yield return SlotText(SlotOf(span), words, size);
        foreach (var span in spans.Except(weekly))
            yield return ScheduleText.Of(span.When, words, size is TextSize.ExtraLarge ? TextSize.Large : size) + (span.WholeDay ? $" {words.WholeDay}" : "");
    }

    private static bool IsWeekly(Schedule when) =>
        when.RepeatFrequency is null or { Interval: 1, Unit: FrequencyUnit.Week or FrequencyUnit.Day }
        && when.ByDay.All(day => day.Ordinal is null)
        && when == new Schedule
        {
            Text = when.Text,
            RepeatFrequency = when.RepeatFrequency,
            ByDay = when.ByDay,
            DayPart = when.DayPart,
            StartTime = when.StartTime,
            EndTime = when.EndTime,
        }
        && (when.ByDay.Count > 0 || when.RepeatFrequency is not { Unit: FrequencyUnit.Week });

    private static List<IsoDayOfWeek> DaysOf(Schedule when) =>
        when.ByDay.Count > 0 ? [.. when.ByDay.Select(day => day.Day)] : when.RepeatFrequency is null ? [] : [.. Week];

    private static List<Slot> SlotsOn(IsoDayOfWeek day, List<OpeningSpan> weekly) =>
        [.. weekly.Where(span => DaysOf(span.When).Contains(day)).Select(SlotOf).Distinct().OrderBy(slot => slot.Start ?? LocalTime.Midnight).ThenBy(slot => slot.Part)];

    private static Slot SlotOf(OpeningSpan span) => new(span.When.DayPart, span.When.StartTime, span.When.EndTime, span.WholeDay);

    private static string Text(List<IsoDayOfWeek> days, List<Slot> slots, bool adds, Words words, TextSize size)
    {
        // A part of the day without a clock goes with the name of the day, "woensdagmiddag"; where there are more times it can't.
        var part = slots is [{ Part: { } only }] && !adds ? only : (DayPart?)null;
        var schedule = new Schedule
        {
            RepeatFrequency = new(1, days.Count == 7 ? FrequencyUnit.Day : FrequencyUnit.Week),
            ByDay = days.Count == 7 ? [] : [.. days.Select(day => new DayOfWeekNumber(null, day))],
            DayPart = part,
        };
        var named = RuleText.Of(schedule, words, size is TextSize.ExtraSmall ? size : TextSize.Small);
        List<string> times = [.. slots.Select(slot => SlotText(part is null ? slot : slot with { Part = null }, words, size)).Where(time => time.Length > 0)];
        if (times.Count == 0)
            return named;
        if (adds && slots.TrueForAll(slot => slot.Start is null && !slot.WholeDay))
            return $"{named}, {words.Also(words.Join(times))}";
        return days.Count == 7 && slots is [{ WholeDay: true }] ? $"{named}, {times[0]}" : $"{named} {words.Join(times)}";
    }

    private static string SlotText(Slot slot, Words words, TextSize size) => slot switch
    {
        { WholeDay: true } => words.WholeDay,
        { Start: { } start, End: { } end } => ClockText.Range(start, end, words, size is TextSize.ExtraSmall ? size : TextSize.Small),
        { Start: { } start } => words.Since(Words.Clock(start)),
        { End: { } end } => words.Until(Words.Clock(end)),
        { Part: { } part } => words.In(part),
        _ => "",
    };
}
