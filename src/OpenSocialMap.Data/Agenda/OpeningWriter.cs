using NodaTime;
using Npgsql;
using NpgsqlTypes;
using OpenSocialMap.Agenda;
using OpenSocialMap.Agenda.Holidays;
using OpenSocialMap.Agenda.Opening;

namespace OpenSocialMap.Data.Agenda;

/// <summary>
/// Makes the stored intervals of places those that their opening hours give, in a transaction of the caller's: from the first day of a dated
/// period, else from today, to the horizon. What has been of undated hours stays. Where nothing differs nothing is written.
/// </summary>
internal static class OpeningWriter
{
    private const string Insert =
        """
        insert into core.opening_interval (place_key, starts_at, ends_at, state, role, period)
        select *
        from unnest($1, $2, $3, $4, $5, $6)
        """;

    // In two parts, because the door and who is there have an index each, and the table has no other.
    private const string Stored =
        """
        select key, starts_at, ends_at, state, role, period
        from core.opening_interval
        where place_key = $1
          and ends_at >= $2
          and state <> 'HOST_PRESENT'
        union all
        select key, starts_at, ends_at, state, role, period
        from core.opening_interval
        where place_key = $1
          and ends_at >= $2
          and state = 'HOST_PRESENT'
        """;

    public static async Task WriteAsync(
        NpgsqlConnection connection, int[] places, IReadOnlyDictionary<int, (OpeningHours Hours, bool GoesOn)> hours, AgendaWindow window, HolidayCalendars holidays,
        CancellationToken cancellation)
    {
        var gone = new List<int>();
        var added = new List<(int Place, TimelineInterval Interval)>();
        var withoutClock = new HashSet<OpeningPart>();
        var begins = new List<DateOnly>();
        foreach (var place in places)
        {
            var (stated, goesOn) = hours.GetValueOrDefault(place, (new OpeningHours([]), true));
            var from = First(stated, window);
            var wanted = Wanted(stated, goesOn, holidays, from, window).ToList();
            var stored = await StoredAsync(connection, place, from, cancellation);
            var begin = AmsterdamTime.InstantOf(from.AtMidnight()).ToDateTimeUtc();
            foreach (var (_, before) in stored.Where(it => it.Interval.StartsAt < begin))
                KeepPast(wanted, before with { EndsAt = begin });
            var kept = wanted.ToHashSet();
            gone.AddRange(stored.Where(it => !kept.Contains(it.Interval)).Select(it => it.Key));
            added.AddRange(wanted.Except(stored.Select(it => it.Interval)).Select(interval => (place, interval)));
            withoutClock.UnionWith(WithoutClock(stated, goesOn, holidays, from, window).Select(it => new OpeningPart(place, it.Date, it.Part)));
            begins.Add(from.ToDateOnly());
        }
        await OpeningPartWriter.WriteAsync(connection, places, begins, withoutClock, cancellation);
        if (gone.Count > 0)
            await RunAsync(connection, "delete from core.opening_interval where key = any ($1)", cancellation, Array(NpgsqlDbType.Integer, gone));
        if (added.Count > 0)
        {
            await RunAsync(
                connection, Insert, cancellation,
                Array(NpgsqlDbType.Integer, added.Select(it => it.Place)),
                Array(NpgsqlDbType.TimestampTz, added.Select(it => it.Interval.StartsAt)),
                Array(NpgsqlDbType.TimestampTz, added.Select(it => it.Interval.EndsAt)),
                Array(NpgsqlDbType.Text, added.Select(it => it.Interval.State)),
                Array(NpgsqlDbType.Text, added.Select(it => it.Interval.Role)),
                Array(NpgsqlDbType.Text, added.Select(it => it.Interval.Period)));
        }
    }

    private static LocalDate First(OpeningHours hours, AgendaWindow window) =>
        hours.Periods.Select(period => period.ValidFrom).OfType<LocalDate>().Append(window.Day).Min() is var first && first < window.Earliest ? window.Earliest : first;

    private static IEnumerable<TimelineInterval> Wanted(OpeningHours hours, bool goesOn, HolidayCalendars holidays, LocalDate from, AgendaWindow window) =>
        Through(hours, goesOn, holidays, window) is { } through && through >= from ? OpeningTimeline.Of(hours, holidays, from, through) : [];

    private static IEnumerable<(DateOnly Date, string Part)> WithoutClock(OpeningHours hours, bool goesOn, HolidayCalendars holidays, LocalDate from, AgendaWindow window) =>
        Through(hours, goesOn, holidays, window) is { } through && through >= from ? OpeningTimeline.WithoutClock(hours, holidays, from, through) : [];

    // A calendar that is gone says nothing, so nothing is known of what depends on it.
    private static LocalDate? Through(OpeningHours hours, bool goesOn, HolidayCalendars holidays, AgendaWindow window)
    {
        var codes = hours.Periods.SelectMany(period => period.Spans).SelectMany(span => span.When.ExceptHolidays.Concat(span.When.OnlyHolidays));
        return hours.Periods.Count == 0 || !codes.All(holidays.Codes.Contains) ? null : goesOn ? window.Horizon : window.Day.PlusDays(-1);
    }

    /// <summary>What began before the days that are worked out either goes on in them or ends there.</summary>
    private static void KeepPast(List<TimelineInterval> wanted, TimelineInterval past)
    {
        var next = wanted.FindIndex(interval => interval.Follows(past));
        if (next < 0)
            wanted.Add(past);
        else
            wanted[next] = wanted[next] with { StartsAt = past.StartsAt };
    }

    private static async Task<List<(int Key, TimelineInterval Interval)>> StoredAsync(NpgsqlConnection connection, int place, LocalDate from, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Stored, connection);
        command.Parameters.AddWithValue(place);
        command.Parameters.AddWithValue(AmsterdamTime.InstantOf(from.AtMidnight()).ToDateTimeUtc());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var stored = new List<(int, TimelineInterval)>();
        while (await reader.ReadAsync(cancellation))
            stored.Add((reader.GetInt32(0), new(
                reader.GetDateTime(1), reader.GetDateTime(2), reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetString(5))));
        return stored;
    }

    private static NpgsqlParameter Array<T>(NpgsqlDbType type, IEnumerable<T> values) => new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = values.ToArray() };

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
