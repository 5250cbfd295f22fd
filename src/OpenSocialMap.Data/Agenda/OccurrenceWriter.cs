using Npgsql;
using NpgsqlTypes;
using OpenSocialMap.Agenda.Holidays;

namespace OpenSocialMap.Data.Agenda;

/// <summary>
/// Makes the stored occurrences of activities those that their schedules give, in a transaction of the caller's. Where nothing differs
/// nothing is written, so that the data's version stays.
/// </summary>
internal static class OccurrenceWriter
{
    private const string Insert =
        """
        insert into core.occurrence (id, activity_key, schedule_key, original_date, date, start_time, end_date, end_time, stated_day_part, edited)
        select id, activity, schedule, date, date, start_time, end_date, end_time, day_part, false
        from unnest($1, $2, $3, $4, $5, $6, $7, $8) as given (id, activity, schedule, date, start_time, end_date, end_time, day_part)
        on conflict do nothing
        """;

    private const string Update =
        """
        update core.occurrence
        set
          schedule_key = given.schedule,
          date = given.date,
          start_time = given.start_time,
          end_date = given.end_date,
          end_time = given.end_time,
          stated_day_part = given.day_part,
          modified_at = now()
        from unnest($1, $2, $3, $4, $5, $6, $7) as given (key, schedule, date, start_time, end_date, end_time, day_part)
        where occurrence.key = given.key
        """;

    public static async Task WriteAsync(
        NpgsqlConnection connection, int[] activities, List<StoredSchedule> schedules, AgendaWindow window, HolidayCalendars holidays, CancellationToken cancellation)
    {
        int[] single = [.. schedules.Where(schedule => schedule.IsSingle).Select(schedule => schedule.Key)];
        var stored = await StoredOccurrence.ReadAsync(connection, activities, single, window, cancellation);
        var changes = new OccurrenceChanges(schedules, stored, window, holidays);
        if (changes is { Added.Count: 0, Changed.Count: 0, Gone.Count: 0 })
            return;
        await RunAsync(connection, "select set_config('socialmap.expanding', 'on', true)", cancellation);
        if (changes.Gone.Count > 0)
            await RunAsync(connection, "delete from core.occurrence where key = any ($1)", cancellation, [Array(NpgsqlDbType.Integer, changes.Gone)]);
        if (changes.Changed.Count > 0)
        {
            await RunAsync(connection, Update, cancellation, [
                Array(NpgsqlDbType.Integer, changes.Changed.Select(it => it.Key)),
                Array(NpgsqlDbType.Integer, changes.Changed.Select(it => it.Schedule)),
                .. Times(changes.Changed.Select(it => it.Time).ToList())]);
        }
        if (changes.Added.Count > 0)
        {
            await RunAsync(connection, Insert, cancellation, [
                Array(NpgsqlDbType.Text, changes.Added.Select(it => it.Id)),
                Array(NpgsqlDbType.Integer, changes.Added.Select(it => it.ActivityKey)),
                Array(NpgsqlDbType.Integer, changes.Added.Select(it => it.ScheduleKey)),
                .. Times(changes.Added.Select(it => it.Time).ToList())]);
        }
        await RunAsync(connection, "select set_config('socialmap.expanding', 'off', true)", cancellation);
    }

    private static NpgsqlParameter[] Times(List<OccurrenceTime> times) =>
    [
        Array(NpgsqlDbType.Date, times.Select(time => time.Date)),
        Array(NpgsqlDbType.Time, times.Select(time => time.StartTime)),
        Array(NpgsqlDbType.Date, times.Select(time => time.EndDate)),
        Array(NpgsqlDbType.Time, times.Select(time => time.EndTime)),
        Array(NpgsqlDbType.Text, times.Select(time => time.DayPart)),
    ];

    private static NpgsqlParameter Array<T>(NpgsqlDbType type, IEnumerable<T> values) => new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = values.ToArray() };

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
