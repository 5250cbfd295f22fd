using System.Diagnostics;
using NodaTime;
using NodaTime.Text;
using OpenSocialMap.Agenda.Holidays;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.ICalendar;

/// <summary>Writes the lines of iCalendar that say when an event is.</summary>
internal static class ICalendarWriter
{
    private static readonly LocalDatePattern DateForm = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTimePattern TimeForm = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly InstantPattern UtcForm = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    public static string? Write(Schedule schedule, LocalDate from)
    {
        if (FirstTime(schedule, from) is not { } first)
            return null;
        var lines = new List<string> { Line("DTSTART", schedule, first.Date) };
        if (End(schedule, first) is { } end)
            lines.Add(end);
        if (Rule(schedule) is { } rule)
            lines.Add($"RRULE:{rule}");
        if (schedule.ExceptDates.Count > 0)
            lines.Add(Line("EXDATE", schedule, [.. schedule.ExceptDates.Distinct().Order()]));
        if (schedule.ExtraDates.Where(date => date != first.Date).Distinct().Order().ToArray() is { Length: > 0 } extra)
            lines.Add(Line("RDATE", schedule, extra));
        return string.Join("\r\n", lines);
    }

    public static string? Rule(Schedule schedule)
    {
        if (schedule.RepeatFrequency is not { } frequency || !OfRule(schedule).DatesAreKnown)
            return null;
        var parts = new List<string> { $"FREQ={Name(frequency.Unit)}" };
        if (frequency.Interval > 1)
            parts.Add($"INTERVAL={frequency.Interval}");
        AddList("BYMONTH", schedule.ByMonth);
        AddList("BYMONTHDAY", schedule.ByMonthDay);
        AddList("BYDAY", schedule.ByDay);
        AddList("BYSETPOS", schedule.BySetPosition);
        // The RFC allows only one of both ends.
        if (schedule.RepeatCount is { } count)
            parts.Add($"COUNT={(schedule.EndDate is { } last ? OfRule(schedule).Between(RecurrenceRule.Earliest, last).Count() : count)}");
        else if (schedule.EndDate is { } until)
            parts.Add($"UNTIL={(schedule.StartTime is { } time ? UtcForm.Format(AmsterdamTime.InstantOf(until + time)) : DateForm.Format(until))}");
        return string.Join(';', parts);

        void AddList<T>(string name, EquatableList<T> values)
            where T : IEquatable<T>
        {
            if (values.Count > 0)
                parts.Add($"{name}={string.Join(',', values)}");
        }
    }

    /// <summary>The first date of the rule even where it is left out: the others count from it.</summary>
    private static ScheduledTime? FirstTime(Schedule schedule, LocalDate from)
    {
        var rule = OfRule(schedule);
        if (!rule.DatesAreKnown)
            return null;
        var extra = schedule.RepeatFrequency is null && schedule.StartDate is null ? schedule.ExtraDates : [];
        return new Recurrence(schedule with { ExceptDates = [], ExtraDates = extra }, HolidayCalendars.Computed)
            .Between(schedule.StartDate ?? (extra.Count > 0 ? RecurrenceRule.Earliest : from), RecurrenceRule.Latest).FirstOrDefault();
    }

    private static Recurrence OfRule(Schedule schedule) =>
        schedule is { ExceptHolidays.Count: 0, OnlyHolidays.Count: 0 }
            ? new Recurrence(schedule with { ExceptDates = [], ExtraDates = schedule.RepeatFrequency is null ? schedule.ExtraDates : [] }, HolidayCalendars.Computed)
            : throw new ArgumentException("iCalendar knows no holiday calendars: write them out as dates first.", nameof(schedule));

    private static string? End(Schedule schedule, ScheduledTime first)
    {
        if (schedule.StartTime is null)
            return first.EndDate == first.Date ? null : $"DTEND;VALUE=DATE:{DateForm.Format(first.EndDate.PlusDays(1))}";
        return first.End is { } end ? $"DTEND;TZID={AmsterdamTime.Zone.Id}:{TimeForm.Format(first.EndDate + end)}" : null;
    }

    private static string Line(string name, Schedule schedule, params LocalDate[] dates) => schedule.StartTime is { } time
        ? $"{name};TZID={AmsterdamTime.Zone.Id}:{string.Join(',', dates.Select(date => TimeForm.Format(date + time)))}"
        : $"{name};VALUE=DATE:{string.Join(',', dates.Select(DateForm.Format))}";

    private static string Name(FrequencyUnit unit) => unit switch
    {
        FrequencyUnit.Day => "DAILY",
        FrequencyUnit.Week => "WEEKLY",
        FrequencyUnit.Month => "MONTHLY",
        FrequencyUnit.Year => "YEARLY",
        _ => throw new UnreachableException(),
    };
}
