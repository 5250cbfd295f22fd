using System.Collections.Concurrent;
using OpenSocialMap.Agenda.Schedules;
using OpenSocialMap.Agenda.Text.Phrases;
using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Generator;

/// <summary>A phrase as the columns of a timetable, read by the product's own reader, so that text and columns can't say two things.</summary>
internal static class Timetables
{
    public const string Columns =
        "text, repeat_frequency, times_per_period, by_day, by_month, by_month_day, by_set_position, repeat_count, day_part, start_date, end_date, "
        + "start_time, end_time, except_dates, extra_dates, except_holidays, only_holidays";

    private static readonly ConcurrentDictionary<string, object?[]> Known = new();

    public static object?[] Read(string phrase) => Known.GetOrAdd(phrase, Row);

    private static object?[] Row(string phrase)
    {
        // What says nothing of a day, "doorlopend aanbod", is a text alone.
        var schedule = SchedulePhrase.Parse(phrase).Schedule ?? new() { Text = phrase };
        return
        [
            phrase,
            schedule.RepeatFrequency?.ToString(),
            schedule.TimesPerPeriod,
            Some(schedule.ByDay.Select(day => day.ToString())),
            Some(schedule.ByMonth),
            Some(schedule.ByMonthDay),
            Some(schedule.BySetPosition),
            schedule.RepeatCount,
            schedule.DayPart is { } part ? Spelling.Write(part) : null,
            schedule.StartDate?.ToDateOnly(),
            schedule.EndDate?.ToDateOnly(),
            schedule.StartTime?.ToTimeOnly(),
            schedule.EndTime?.ToTimeOnly(),
            schedule.ExceptDates.Select(date => date.ToDateOnly()).ToArray(),
            schedule.ExtraDates.Select(date => date.ToDateOnly()).ToArray(),
            schedule.ExceptHolidays.ToArray(),
            schedule.OnlyHolidays.ToArray(),
        ];
    }

    private static T[]? Some<T>(IEnumerable<T> values) => values.ToArray() is { Length: > 0 } some ? some : null;
}
