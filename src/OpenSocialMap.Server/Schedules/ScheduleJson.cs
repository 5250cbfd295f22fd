using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using OpenSocialMap.Agenda.ICalendar;
using OpenSocialMap.Agenda.Schedules;
using OpenSocialMap.Agenda.SchemaOrg;
using OpenSocialMap.Agenda.Text;

namespace OpenSocialMap.Server.Schedules;

/// <summary>A schedule for programs: as the public schema's type Schedule, as schema.org's, as a rule of iCalendar, in words, and its first dates.</summary>
internal static class ScheduleJson
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly LocalTimePattern TimeForm = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss");

    public static string Write(ReadSchedule read)
    {
        var schemaOrg = SchemaOrgSchedule.Of(read.Schedule);
        return new JsonObject
        {
            ["schedule"] = Stated(read.Schedule),
            ["summary"] = new JsonObject { ["nl"] = Words(read, Language.Dutch), ["en"] = Words(read, Language.English) },
            ["schemaOrg"] = schemaOrg.Json.DeepClone(),
            ["notInSchemaOrg"] = List(schemaOrg.LeftOut),
            // iCalendar knows no holiday calendars, and a rule without them would be another schedule.
            ["iCalendarRule"] = read.Schedule is { ExceptHolidays.Count: 0, OnlyHolidays.Count: 0 } ? ICalendarRule.RuleOf(read.Schedule) : null,
            ["dates"] = List(read.Dates.Select(LocalDatePattern.Iso.Format)),
            ["datesUnknown"] = read.WhyUnknown,
        }.ToJsonString(Readable);
    }

    /// <summary>As schema.org has it, to copy into a page.</summary>
    public static string SchemaOrg(ReadSchedule read)
    {
        var json = SchemaOrgSchedule.Of(read.Schedule).Json;
        json.Insert(0, "@context", "https://schema.org");
        return json.ToJsonString(Readable);
    }

    private static JsonObject Stated(Schedule schedule) => new()
    {
        ["text"] = schedule.Text,
        ["repeatFrequency"] = schedule.RepeatFrequency?.ToString(),
        ["timesPerPeriod"] = schedule.TimesPerPeriod,
        ["byDay"] = OrNull(schedule.ByDay.Select(day => day.ToString())),
        ["byMonth"] = OrNull(schedule.ByMonth),
        ["byMonthDay"] = OrNull(schedule.ByMonthDay),
        ["dayPart"] = schedule.DayPart?.ToString().ToUpperInvariant(),
        ["startDate"] = Date(schedule.StartDate),
        ["endDate"] = Date(schedule.EndDate),
        ["startTime"] = schedule.StartTime is { } start ? TimeForm.Format(start) : null,
        ["endTime"] = schedule.EndTime is { } end ? TimeForm.Format(end) : null,
        ["bySetPosition"] = OrNull(schedule.BySetPosition),
        ["repeatCount"] = schedule.RepeatCount,
        ["exceptDates"] = List(schedule.ExceptDates.Select(LocalDatePattern.Iso.Format)),
        ["extraDates"] = List(schedule.ExtraDates.Select(LocalDatePattern.Iso.Format)),
        ["exceptHolidays"] = List(schedule.ExceptHolidays),
        ["onlyHolidays"] = List(schedule.OnlyHolidays),
    };

    private static JsonObject Words(ReadSchedule read, Language language) => new()
    {
        ["extraSmall"] = read.In(language, TextSize.ExtraSmall),
        ["small"] = read.In(language, TextSize.Small),
        ["medium"] = read.In(language, TextSize.Medium),
        ["large"] = read.In(language, TextSize.Large),
        ["extraLarge"] = read.In(language, TextSize.ExtraLarge),
    };

    private static string? Date(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : null;

    private static JsonArray List<T>(IEnumerable<T> values) => [.. values.Select(value => JsonValue.Create(value))];

    /// <summary>What is unknown or not limited is null in the public schema.</summary>
    private static JsonArray? OrNull<T>(IEnumerable<T> values) => List(values) is { Count: > 0 } list ? list : null;
}
