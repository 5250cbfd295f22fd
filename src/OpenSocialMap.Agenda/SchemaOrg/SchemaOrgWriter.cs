using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.SchemaOrg;

/// <summary>Writes a schedule as schema.org's Schedule.</summary>
internal static class SchemaOrgWriter
{
    private static readonly LocalTimePattern TimeForm = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss");

    public static JsonObject Write(Schedule schedule)
    {
        var json = new JsonObject { ["@type"] = "Schedule" };
        if (schedule.Text is { } text)
            json["description"] = text;
        if (CanSayHowOften(schedule) && schedule.RepeatFrequency is { } frequency)
            json["repeatFrequency"] = frequency.ToString();
        if (CanSayDays(schedule))
        {
            Add(json, "byDay", schedule.ByDay.Select(day => JsonValue.Create(day.Ordinal is null ? $"https://schema.org/{day.Day}" : day.ToString())));
            Add(json, "byMonthDay", schedule.ByMonthDay.Select(day => JsonValue.Create(day)));
        }
        if (CanSayHowOften(schedule))
        {
            Add(json, "byMonth", schedule.ByMonth.Select(month => JsonValue.Create(month)));
            if (schedule.RepeatCount is { } count)
                json["repeatCount"] = count;
        }
        AddDate("startDate", schedule.StartDate);
        AddDate("endDate", schedule.EndDate);
        AddTime("startTime", schedule.StartTime);
        AddTime("endTime", schedule.EndTime);
        Add(json, "exceptDate", schedule.ExceptDates.Select(date => JsonValue.Create(LocalDatePattern.Iso.Format(date))));
        json["scheduleTimezone"] = AmsterdamTime.Zone.Id;
        return json;

        void AddDate(string name, LocalDate? date)
        {
            if (date is { } value)
                json[name] = LocalDatePattern.Iso.Format(value);
        }

        void AddTime(string name, LocalTime? time)
        {
            if (time is { } value)
                json[name] = TimeForm.Format(value);
        }
    }

    public static IEnumerable<string> LeftOut(Schedule schedule)
    {
        if (!CanSayHowOften(schedule) && schedule.RepeatFrequency is not null)
            yield return "repeatFrequency";
        if (!CanSayDays(schedule) && schedule.ByDay.Count > 0)
            yield return "byDay";
        if (!CanSayDays(schedule) && schedule.ByMonthDay.Count > 0)
            yield return "byMonthDay";
        if (!CanSayHowOften(schedule) && schedule.ByMonth.Count > 0)
            yield return "byMonth";
        if (!CanSayHowOften(schedule) && schedule.RepeatCount is not null)
            yield return "repeatCount";
        if (schedule.TimesPerPeriod is not null)
            yield return "timesPerPeriod";
        if (schedule.BySetPosition.Count > 0)
            yield return "bySetPosition";
        if (schedule.DayPart is not null)
            yield return "dayPart";
        if (schedule.ExtraDates.Count > 0)
            yield return "extraDates";
        if (schedule.ExceptHolidays.Count > 0)
            yield return "exceptHolidays";
        if (schedule.OnlyHolidays.Count > 0)
            yield return "onlyHolidays";
    }

    /// <summary>"Every day" would be wrong of what is only in the holidays.</summary>
    private static bool CanSayHowOften(Schedule schedule) => schedule.OnlyHolidays.Count == 0;

    /// <summary>"On weekdays" would be wrong of the last weekday of the month. Days from the end of a month have no form.</summary>
    private static bool CanSayDays(Schedule schedule) =>
        CanSayHowOften(schedule) && schedule.BySetPosition.Count == 0 && schedule.ByMonthDay.All(day => day > 0);

    /// <summary>One value is written without a list, as the examples of schema.org are.</summary>
    private static void Add(JsonObject json, string name, IEnumerable<JsonValue> values)
    {
        var list = values.ToArray<JsonNode?>();
        if (list.Length > 0)
            json[name] = list is [var only] ? only : new JsonArray(list);
    }
}
