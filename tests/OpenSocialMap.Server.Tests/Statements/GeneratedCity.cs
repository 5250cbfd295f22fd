using Npgsql;
using NpgsqlTypes;
using OpenSocialMap.Data;
using OpenSocialMap.Server.Sql;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Repository;

namespace OpenSocialMap.Server.Tests.Statements;

/// <summary>A database of a large city, and the plans that PostgreSQL makes for operations on it.</summary>
public sealed class GeneratedCity(PostgresFixture postgres) : IAsyncLifetime
{
    private SocialMapDatabase _database = null!;
    private Compiling _compiling = null!;

    public async Task InitializeAsync()
    {
        _database = await postgres.OpenAsync();
        await _database.Owner.RunAsync(await File.ReadAllTextAsync(Path.Combine(Clone.Root, "tests/OpenSocialMap.Server.Tests/Statements/generated.sql")));
        _compiling = new Compiling();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    /// <summary>An operation as the statement that the server would send for it.</summary>
    public Statement Compile(string query, string variables) => _compiling.Compile(query, variables);

    /// <summary>The plan, as text, that serves the statement whatever its values: the reader's connections use no other.</summary>
    public async Task<string> Explain(Statement statement)
    {
        await using var connection = await _database.Reader.OpenConnectionAsync();
        var types = string.Join(", ", statement.Parameters.Select(p => TypeName(p.Type)));
        await Run(connection, $"prepare explained{(types.Length == 0 ? "" : $"({types})")} as {statement.Text}");
        var values = string.Join(", ", statement.Parameters.Select(_ => "null"));
        await using var command = new NpgsqlCommand($"explain (costs off) execute explained{(values.Length == 0 ? "" : $"({values})")}", connection);
        await using var rows = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await rows.ReadAsync())
            plan.Add(rows.GetString(0));
        await rows.CloseAsync();
        await Run(connection, "deallocate explained");
        return string.Join('\n', plan);
    }

    /// <summary>The tables with more rows than this.</summary>
    public async Task<HashSet<string>> TablesAbove(int rows) =>
        [.. await _database.Owner.RowsAsync($"select relname from pg_class where relkind = 'r' and relnamespace = 'core'::regnamespace and reltuples > {rows}")];

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string TypeName(NpgsqlDbType type) => (type & ~NpgsqlDbType.Array) switch
    {
        NpgsqlDbType.Integer => "int",
        NpgsqlDbType.Double => "float8",
        NpgsqlDbType.Boolean => "bool",
        NpgsqlDbType.Date => "date",
        NpgsqlDbType.Time => "time",
        NpgsqlDbType.TimestampTz => "timestamptz",
        NpgsqlDbType.Bytea => "bytea",
        _ => "text",
    } + ((type & NpgsqlDbType.Array) != 0 ? "[]" : "");
}
