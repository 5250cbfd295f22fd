using Npgsql;

namespace OpenSocialMap.Server.Tests.Fixture;

/// <summary>Short ways to ask a database something.</summary>
internal static class Sql
{
    // Making a whole city takes as long as the machine needs.
    public static async Task RunAsync(this NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The first value of the answer.</summary>
    public static async Task<T?> OneAsync<T>(this NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    /// <summary>The answer's rows, each as text with its values joined by |.</summary>
    public static async Task<List<string>> RowsAsync(this NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(at => reader.IsDBNull(at) ? "" : reader.GetValue(at).ToString())));
        return rows;
    }

    /// <summary>The code with which PostgreSQL refuses a statement.</summary>
    public static async Task<string> RefusalAsync(this NpgsqlDataSource source, string sql) =>
        (await Assert.ThrowsAsync<PostgresException>(() => source.RunAsync(sql))).SqlState;
}
