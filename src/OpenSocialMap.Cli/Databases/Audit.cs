using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace OpenSocialMap.Cli.Databases;

/// <summary>Notes what a steward did, by role and never by name, in the transaction that does it.</summary>
internal static class Audit
{
    public static async Task WriteAsync(
        NpgsqlConnection connection, string command, int datasetKey, Dictionary<string, object> what, CancellationToken cancellation)
    {
        await using var insert = new NpgsqlCommand("insert into restricted.audit (command, dataset_key, what) values ($1, $2, $3)", connection);
        insert.Parameters.AddWithValue(command);
        insert.Parameters.AddWithValue(datasetKey);
        insert.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Jsonb, Value = JsonSerializer.Serialize(what) });
        await insert.ExecuteNonQueryAsync(cancellation);
    }
}
