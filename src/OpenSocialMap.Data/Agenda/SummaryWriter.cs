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
        var said = keys.Select(key => (Key: key, Dutch: All(key, Language.Dutch), English: All(key, Language.English)))
            .Where(summary => summary.Dutch.Any(text => text.Length > 0)).ToList();
        await using var command = new NpgsqlCommand(
            $"""
            with given as (
              select key, (array_agg(nl order by size)) as nl, (array_agg(en order by size)) as en
              from unnest($2, $3, $4, $5) as text (key, size, nl, en)
              group by key
            ), gone as (
              delete from {table}
              where {column} = any ($1)
                and {column} not in (select key from given)
            )
            insert into {table} as kept ({column}, nl, en)
            select key, nl, en
            from given
            on conflict ({column}) do update
            set nl = excluded.nl, en = excluded.en
            where (kept.nl, kept.en) <> (excluded.nl, excluded.en)
            """,
            connection);
        command.Parameters.AddRange((NpgsqlParameter[])[
            List(NpgsqlDbType.Integer, keys),
            List(NpgsqlDbType.Integer, said.SelectMany(summary => Sizes.Select(_ => summary.Key))),
            List(NpgsqlDbType.Integer, said.SelectMany(_ => Sizes.Select(size => (int)size))),
            List(NpgsqlDbType.Text, said.SelectMany(summary => summary.Dutch)),
            List(NpgsqlDbType.Text, said.SelectMany(summary => summary.English))]);
        await command.ExecuteNonQueryAsync(cancellation);

        string[] All(int key, Language language) => [.. Sizes.Select(size => say(key, language, size))];
    }

    private static NpgsqlParameter List<T>(NpgsqlDbType type, IEnumerable<T> values) => new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = values.ToArray() };
}
