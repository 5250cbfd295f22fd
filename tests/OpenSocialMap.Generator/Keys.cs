using Npgsql;

namespace OpenSocialMap.Generator;

/// <summary>A run of keys of a table, taken beforehand so that rows can refer to each other before they are there.</summary>
internal sealed class Keys
{
    private int _next;

    private Keys(int first) => _next = first;

    public static async Task<Keys> TakeAsync(NpgsqlConnection connection, string table, int count, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select setval(sequence, nextval(sequence) + $2) - $2 from (select pg_get_serial_sequence($1, 'key')) as keys (sequence)", connection);
        command.Parameters.AddWithValue(table);
        command.Parameters.AddWithValue((long)count);
        return new((int)(long)(await command.ExecuteScalarAsync(cancellation))!);
    }

    public int Next() => _next++;
}
