using NodaTime;
using Npgsql;
using OpenSocialMap.Agenda.Schedules;
using OpenSocialMap.Data.Model;
using DayPart = OpenSocialMap.Data.Model.DayPart;

namespace OpenSocialMap.Data.Agenda;

/// <summary>The time of an occurrence, as a schedule gives it.</summary>
internal sealed record OccurrenceTime(DateOnly Date, TimeOnly? StartTime, DateOnly EndDate, TimeOnly? EndTime, string? DayPart)
{
    public static OccurrenceTime Of(ScheduledTime time) => new(
        time.Date.ToDateOnly(), time.Start?.ToTimeOnly(), time.EndDate.ToDateOnly(), time.End?.ToTimeOnly(),
        time.DayPart is { } part ? Spelling.Write((DayPart)part) : null);
}

/// <summary>An occurrence as the database has it.</summary>
internal sealed record StoredOccurrence(int Key, string Id, int ActivityKey, int? ScheduleKey, DateOnly? OriginalDate, OccurrenceTime Time, bool Edited)
{
    // Those to come, and of single dates all: of a rule's past nothing changes any more.
    private const string Sql =
        """
        select key, id, activity_key, schedule_key, original_date, edited, date, start_time, end_date, end_time, stated_day_part
        from core.occurrence
        where activity_key = any ($1)
          and (agenda_at >= $2 or original_date >= $3 or schedule_key is null or schedule_key = any ($4))
        """;

    public static async Task<List<StoredOccurrence>> ReadAsync(
        NpgsqlConnection connection, int[] activities, int[] backTo, AgendaWindow window, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        command.Parameters.AddWithValue(activities);
        command.Parameters.AddWithValue(OpenSocialMap.Agenda.AmsterdamTime.InstantOf(window.Day.AtMidnight()).ToDateTimeUtc());
        command.Parameters.AddWithValue(window.Day.ToDateOnly());
        command.Parameters.AddWithValue(backTo);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var occurrences = new List<StoredOccurrence>();
        while (await reader.ReadAsync(cancellation))
            occurrences.Add(Read(reader));
        return occurrences;
    }

    private static StoredOccurrence Read(NpgsqlDataReader reader)
    {
        T? Value<T>(int column) where T : struct => reader.IsDBNull(column) ? null : reader.GetFieldValue<T>(column);
        var time = new OccurrenceTime(
            reader.GetFieldValue<DateOnly>(6), Value<TimeOnly>(7), reader.GetFieldValue<DateOnly>(8), Value<TimeOnly>(9),
            reader.IsDBNull(10) ? null : reader.GetString(10));
        return new(reader.GetInt32(0), reader.GetString(1), reader.GetInt32(2), Value<int>(3), Value<DateOnly>(4), time, reader.GetBoolean(5));
    }
}
