using Npgsql;
using NpgsqlTypes;

namespace OpenSocialMap.Data.Agenda;

/// <summary>A day, or a part of it, on which a place is open at hours that nobody states.</summary>
internal readonly record struct OpeningPart(int Place, DateOnly Date, string Part);

/// <summary>Makes the stored days and parts of days on which places are open at hours that nobody states those that are given. Where nothing differs nothing is written.</summary>
internal static class OpeningPartWriter
{
    private const string Stored =
        """
        select stored.place_key, stored.date, stored.day_part
        from unnest($1, $2) as place (key, begins)
        join core.opening_without_clock stored
          on stored.place_key = place.key
         and stored.date >= place.begins
        """;

    private const string Delete =
        """
        delete from core.opening_without_clock stored
        using unnest($1, $2, $3) as gone (place_key, date, day_part)
        where (stored.place_key, stored.date, stored.day_part) = (gone.place_key, gone.date, gone.day_part)
        """;

    private const string Insert =
        """
        insert into core.opening_without_clock (place_key, date, day_part)
        select *
        from unnest($1, $2, $3)
        """;

    /// <param name="begins">For each place the first day that was worked out; what is stored of before stays.</param>
    public static async Task WriteAsync(NpgsqlConnection connection, int[] places, List<DateOnly> begins, HashSet<OpeningPart> wanted, CancellationToken cancellation)
    {
        var stored = await StoredAsync(connection, places, begins, cancellation);
        await ChangeAsync(connection, Delete, [.. stored.Except(wanted)], cancellation);
        await ChangeAsync(connection, Insert, [.. wanted.Except(stored)], cancellation);
    }

    private static async Task<HashSet<OpeningPart>> StoredAsync(NpgsqlConnection connection, int[] places, List<DateOnly> begins, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Stored, connection);
        command.Parameters.AddWithValue(places);
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Date, Value = begins.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var stored = new HashSet<OpeningPart>();
        while (await reader.ReadAsync(cancellation))
            stored.Add(new(reader.GetInt32(0), reader.GetFieldValue<DateOnly>(1), reader.GetString(2)));
        return stored;
    }

    // A statement that changes no row would move the data's version all the same.
    private static async Task ChangeAsync(NpgsqlConnection connection, string sql, OpeningPart[] parts, CancellationToken cancellation)
    {
        if (parts.Length == 0)
            return;
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        command.Parameters.AddWithValue(parts.Select(part => part.Place).ToArray());
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Date, Value = parts.Select(part => part.Date).ToArray() });
        command.Parameters.AddWithValue(parts.Select(part => part.Part).ToArray());
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
