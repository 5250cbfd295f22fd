using NodaTime;
using Npgsql;

namespace OpenSocialMap.Data.Agenda;

/// <summary>
/// What there is to work out anew, noted by triggers. Whoever takes from it holds one lock for the whole database, so a note is dealt with once
/// however many servers heard of it, and taken away by the same commit that writes what follows from it.
/// </summary>
internal static class AgendaQueue
{
    private const string Everything =
        """
        select kind, key
        from (
          select distinct 'activity', activity_key
          from core.schedule
          union all
          select distinct 'place', place_key
          from core.opening_period
        ) as everything (kind, key)
        """;

    /// <summary>To be taken before any row is locked: who waits for it while holding rows could wait for ever.</summary>
    public static Task LockAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        RunAsync(connection, "select pg_advisory_xact_lock(hashtextextended('core.agenda', 0))", cancellation);

    /// <summary>Moves the agenda to today where it isn't there yet, with all that this makes due. The one job of each day, done once.</summary>
    public static async Task<bool> MoveDayAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var moves = new NpgsqlCommand(
            """
            select exists (
              select
              from core.agenda_day
              where not fixed
                and day <> (now() at time zone 'Europe/Amsterdam')::date
            )
            """,
            connection);
        if (await moves.ExecuteScalarAsync(cancellation) is not true)
            return false;
        await RunAsync(
            connection,
            $"""
            update core.agenda_day
            set day = (now() at time zone 'Europe/Amsterdam')::date;

            insert into core.agenda_due (kind, key)
            {Everything}
            """,
            cancellation);
        await StoredHolidays.WritePublicAsync(connection, await WindowAsync(connection, cancellation), cancellation);
        return true;
    }

    /// <summary>Has all summaries written anew where another build wrote them. To be asked once by each server: two builds side by side would never agree.</summary>
    public static async Task RenewSummariesAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var asks = new NpgsqlCommand("select exists (select from core.agenda_day where summaries_of is distinct from $1)", connection);
        asks.Parameters.AddWithValue(SummaryWriter.Build);
        if (await asks.ExecuteScalarAsync(cancellation) is not true)
            return;
        await using var renew = new NpgsqlCommand(
            $"""
            with renewed as (
              update core.agenda_day
              set summaries_of = $1
            )
            insert into core.agenda_due (kind, key)
            {Everything}
            """,
            connection);
        renew.Parameters.AddWithValue(SummaryWriter.Build);
        await renew.ExecuteNonQueryAsync(cancellation);
    }

    public static async Task<AgendaWindow> WindowAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select day from core.agenda_day", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new(LocalDate.FromDateOnly(reader.GetFieldValue<DateOnly>(0)));
    }

    /// <summary>Works out some of what is due; false when nothing was.</summary>
    public static async Task<bool> WorkAsync(NpgsqlConnection connection, int most, CancellationToken cancellation)
    {
        var due = await TakeAsync(connection, most, cancellation);
        if (due.Count == 0)
            return false;
        var window = await WindowAsync(connection, cancellation);
        var holidays = await StoredHolidays.ReadAsync(connection, cancellation);
        int[] activities = [.. due.Where(note => note.Kind == "activity").Select(note => note.Key).Distinct().Order()];
        if (activities.Length > 0)
        {
            var schedules = await StoredSchedule.ReadAsync(connection, activities, window, cancellation);
            await OccurrenceWriter.WriteAsync(connection, activities, schedules, window, holidays, cancellation);
            await SummaryWriter.WriteAsync(connection, activities, schedules, cancellation);
        }
        int[] places = [.. due.Where(note => note.Kind == "place").Select(note => note.Key).Distinct().Order()];
        if (places.Length > 0)
        {
            var hours = await StoredOpening.ReadAsync(connection, places, cancellation);
            await OpeningWriter.WriteAsync(connection, places, hours, window, holidays, cancellation);
            await SummaryWriter.WriteAsync(connection, places, hours.ToDictionary(place => place.Key, place => place.Value.Hours), cancellation);
        }
        return true;
    }

    private static async Task<List<(string Kind, int Key)>> TakeAsync(NpgsqlConnection connection, int most, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            delete from core.agenda_due
            where ctid = any (array(
              select ctid
              from core.agenda_due
              limit $1
            ))
            returning kind, key
            """,
            connection);
        command.Parameters.AddWithValue(most);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var due = new List<(string, int)>();
        while (await reader.ReadAsync(cancellation))
            due.Add((reader.GetString(0), reader.GetInt32(1)));
        return due;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
