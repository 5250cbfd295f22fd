using Npgsql;
using NpgsqlTypes;
using OpenSocialMap.Agenda.Opening;
using OpenSocialMap.Agenda.Text;

namespace OpenSocialMap.Data.Agenda;

/// <summary>
/// Keeps in words, in each language and size, when activities are and when places are open, in a transaction of the caller's. Where nothing
/// differs nothing is written.
/// </summary>
internal static class SummaryWriter
{
    private static readonly TextSize[] Sizes = Enum.GetValues<TextSize>();

    /// <summary>Names the words that this build has for things.</summary>
    public static readonly Guid Build = typeof(ScheduleText).Module.ModuleVersionId;

    public static Task WriteAsync(NpgsqlConnection connection, int[] activities, IEnumerable<StoredSchedule> schedules, CancellationToken cancellation)
    {
        var byActivity = schedules.ToLookup(schedule => schedule.ActivityKey, schedule => schedule.Schedule);
        return WriteAsync(connection, "core.schedule_summary", "activity_key", activities, (key, language, size) =>
            string.Join(size == TextSize.ExtraLarge ? "\n" : "; ", byActivity[key].Select(schedule => schedule is null ? "" : ScheduleText.Of(schedule, language, size)).Where(text => text.Length > 0)), cancellation);
    }

    public static Task WriteAsync(NpgsqlConnection connection, int[] places, IReadOnlyDictionary<int, OpeningHours> hours, CancellationToken cancellation) =>
        WriteAsync(connection, "core.opening_summary", "place_key", places, (key, language, size) =>
            hours.TryGetValue(key, out var stated) ? OpeningHoursText.Of(stated, language, size) : "", cancellation);

    private static async Task WriteAsync(NpgsqlConnection connection, string table, string column, int[] keys, Func<int, Language, TextSize, string> say, CancellationToken cancellation)
    {
        var kept = await ReadAsync(connection, table, column, keys, cancellation);
        var said = keys.Select(key => new Summary(key, All(key, Language.Dutch), All(key, Language.English))).Where(summary => summary.Dutch.Any(text => text.Length > 0)).ToList();
        var gone = kept.Keys.Except(said.Select(summary => summary.Key)).ToList();
        var other = said.Where(summary => kept.GetValueOrDefault(summary.Key) is not { } before || !summary.Says(before)).ToList();
        // A statement that touches no row would move the data's version too.
        if (gone.Count > 0)
            await RunAsync(connection, $"delete from {table} where {column} = any ($1)", cancellation, List(NpgsqlDbType.Integer, gone));
        if (other.Count > 0)
        {
            await RunAsync(
                connection,
                $"""
                insert into {table} ({column}, nl, en)
                select key, array_agg(nl order by size), array_agg(en order by size)
                from unnest($1, $2, $3, $4) as text (key, size, nl, en)
                group by key
                on conflict ({column}) do update
                set nl = excluded.nl, en = excluded.en
                """,
                cancellation,
                List(NpgsqlDbType.Integer, other.SelectMany(summary => Sizes.Select(_ => summary.Key))),
                List(NpgsqlDbType.Integer, other.SelectMany(_ => Sizes.Select(size => (int)size))),
                List(NpgsqlDbType.Text, other.SelectMany(summary => summary.Dutch)),
                List(NpgsqlDbType.Text, other.SelectMany(summary => summary.English)));
        }

        string[] All(int key, Language language) => [.. Sizes.Select(size => say(key, language, size))];
    }

    private static async Task<Dictionary<int, Summary>> ReadAsync(NpgsqlConnection connection, string table, string column, int[] keys, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"select {column}, nl, en from {table} where {column} = any ($1)", connection);
        command.Parameters.Add(List(NpgsqlDbType.Integer, keys));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var kept = new Dictionary<int, Summary>();
        while (await reader.ReadAsync(cancellation))
            kept.Add(reader.GetInt32(0), new Summary(reader.GetInt32(0), reader.GetFieldValue<string[]>(1), reader.GetFieldValue<string[]>(2)));
        return kept;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static NpgsqlParameter List<T>(NpgsqlDbType type, IEnumerable<T> values) => new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = values.ToArray() };

    private sealed record Summary(int Key, string[] Dutch, string[] English)
    {
        public bool Says(Summary other) => Dutch.SequenceEqual(other.Dutch) && English.SequenceEqual(other.English);
    }
}
