using NodaTime;
using Npgsql;
using OpenSocialMap.Data.Model;
using AgendaSchedule = OpenSocialMap.Agenda.Schedules.Schedule;

namespace OpenSocialMap.Data.Agenda;

/// <summary>A schedule as the database has it, with what of its activity decides its occurrences.</summary>
/// <param name="Schedule">Null when nobody can say what its frequency means.</param>
/// <param name="GoesOn">Whether the activity takes place these days, as far as is known.</param>
/// <param name="HasPast">Whether it has occurrences of before the agenda's day.</param>
internal sealed record StoredSchedule(
    int Key, int ActivityKey, string ActivityId, int Position, AgendaSchedule? Schedule, bool GoesOn, bool HasPast)
{
    // The columns of a timetable, in the order of FillTimetable.
    internal const string TimetableColumns =
        "text, repeat_frequency, times_per_period, by_day, by_month, by_month_day, by_set_position, repeat_count, day_part, start_date, end_date, "
        + "start_time, end_time, except_dates, extra_dates, except_holidays, only_holidays";

    private const string Sql =
        $"""
        select
          schedule.key,
          activity.key,
          activity.id,
          schedule.position,
          coalesce(activity.status, 'ACTIVE') = 'ACTIVE',
          exists (select from core.occurrence where schedule_key = schedule.key and original_date < $2),
          {TimetableColumns}
        from core.activity
        join core.schedule
          on schedule.activity_key = activity.key
        where activity.key = any ($1)
        order by activity.key, position
        """;

    public static async Task<List<StoredSchedule>> ReadAsync(NpgsqlConnection connection, int[] activities, AgendaWindow window, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        command.Parameters.AddWithValue(activities);
        command.Parameters.AddWithValue(window.Day.ToDateOnly());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var schedules = new List<StoredSchedule>();
        while (await reader.ReadAsync(cancellation))
        {
            var timetable = new Schedule();
            FillTimetable(timetable, reader, 6);
            schedules.Add(new(
                reader.GetInt32(0), reader.GetInt32(1), reader.GetString(2), reader.GetInt32(3), StatedSchedule.Of(timetable), reader.GetBoolean(4), reader.GetBoolean(5)));
        }
        return schedules;
    }

    /// <summary>Something that happens once or on given dates, not again and again.</summary>
    public bool IsSingle => Schedule is { RepeatFrequency: null };

    /// <summary>
    /// The first and last day to work out; what is stored in between and no longer given goes. A rule's past is worked out once, from its first stated
    /// day: to change a rule doesn't change what has been. A single date is put right whenever. Of what goes on no more,
    /// and nobody says until when it did, no past is made up.
    /// </summary>
    public (LocalDate From, LocalDate Through) Days(AgendaWindow window)
    {
        var begins = Schedule?.StartDate is { } start && (GoesOn || Schedule.EndDate is not null) ? LocalDate.Max(start, window.Earliest) : window.Day;
        var from = IsSingle ? window.Earliest : HasPast || begins > window.Day ? window.Day : begins;
        var through = !GoesOn ? window.Day.PlusDays(-1) : IsSingle ? window.Latest : window.Horizon;
        return (from, through);
    }

    internal static void FillTimetable(Timetable timetable, NpgsqlDataReader reader, int first)
    {
        T? Value<T>(int column) where T : struct => reader.IsDBNull(first + column) ? null : reader.GetFieldValue<T>(first + column);
        string? Text(int column) => reader.IsDBNull(first + column) ? null : reader.GetString(first + column);
        List<T>? Values<T>(int column) => reader.IsDBNull(first + column) ? null : [.. reader.GetFieldValue<T[]>(first + column)];

        timetable.Text = Text(0);
        timetable.RepeatFrequency = Text(1);
        timetable.TimesPerPeriod = Value<int>(2);
        timetable.ByDay = Values<string>(3);
        timetable.ByMonth = Values<int>(4);
        timetable.ByMonthDay = Values<int>(5);
        timetable.BySetPosition = Values<int>(6);
        timetable.RepeatCount = Value<int>(7);
        timetable.DayPart = Text(8) is { } part ? Spelling.Read<DayPart>(part) : null;
        timetable.StartDate = Value<DateOnly>(9);
        timetable.EndDate = Value<DateOnly>(10);
        timetable.StartTime = Value<TimeOnly>(11);
        timetable.EndTime = Value<TimeOnly>(12);
        timetable.ExceptDates = Values<DateOnly>(13)!;
        timetable.ExtraDates = Values<DateOnly>(14)!;
        timetable.ExceptHolidays = Values<string>(15)!;
        timetable.OnlyHolidays = Values<string>(16)!;
    }
}
