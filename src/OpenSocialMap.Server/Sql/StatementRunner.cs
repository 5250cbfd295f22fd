using Npgsql;
using NpgsqlTypes;
using OpenSocialMap.GraphQL;

namespace OpenSocialMap.Server.Sql;

/// <summary>What a statement answered: the JSON of each root field that asked the database (null for null), and what was named but not found.</summary>
public readonly record struct StatementResult(byte[]?[] Columns, IReadOnlyList<GraphQLError> Errors);

/// <summary>Runs statements on the reader role: one request, one statement, one row. The only stage that waits for anything.</summary>
public sealed class StatementRunner(NpgsqlDataSource reader, StatementGate gate)
{
    private static readonly StatementResult Nothing = new([], []);

    /// <exception cref="GraphQLException">A value can't be used, the time limit passed, or the server is full.</exception>
    public async ValueTask<StatementResult> Run(Statement statement, ParameterSource source, CancellationToken cancel)
    {
        if (statement.Text is null)
            return Nothing;
        var parameters = Bind(statement, source);
        using var place = await gate.Enter(cancel);
        try
        {
            await using var connection = await reader.OpenConnectionAsync(cancel);
            await using var command = new NpgsqlCommand(statement.Text, connection);
            foreach (var parameter in parameters)
                command.Parameters.Add(parameter);
            await using var rows = await command.ExecuteReaderAsync(System.Data.CommandBehavior.SingleRow, cancel);
            await rows.ReadAsync(cancel);
            return Read(statement, rows, source);
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.QueryCanceled && !cancel.IsCancellationRequested)
        {
            throw new GraphQLException(new GraphQLError("The answer took longer than the server allows.", ErrorCodes.Timeout)
            {
                Hint = "Ask for fewer items, fewer levels, or a smaller area.",
            });
        }
    }

    private static NpgsqlParameter[] Bind(Statement statement, ParameterSource source)
    {
        var parameters = new NpgsqlParameter[statement.Parameters.Count];
        for (var i = 0; i < parameters.Length; i++)
        {
            var (type, read) = statement.Parameters[i];
            parameters[i] = new NpgsqlParameter { NpgsqlDbType = type, Value = Sendable(type, read(source)) };
        }
        return parameters;
    }

    /// <summary>PostgreSQL's text can't hold U+0000, and no text here has one, so a value with it simply equals nothing.</summary>
    private static object Sendable(NpgsqlDbType type, object? value) => value switch
    {
        null => DBNull.Value,
        string text => Sendable(text),
        object?[] list => Array(type & ~NpgsqlDbType.Array, list),
        _ => value,
    };

    private static string Sendable(string text) => text.Contains('\0', StringComparison.Ordinal) ? text.Replace('\0', '\uFFFD') : text;

    private static Array Array(NpgsqlDbType type, object?[] list) => type switch
    {
        NpgsqlDbType.Integer => list.Cast<int>().ToArray(),
        NpgsqlDbType.Double => list.Cast<double>().ToArray(),
        NpgsqlDbType.Boolean => list.Cast<bool>().ToArray(),
        NpgsqlDbType.Date => list.Cast<DateOnly>().ToArray(),
        NpgsqlDbType.Time => list.Cast<TimeOnly>().ToArray(),
        NpgsqlDbType.TimestampTz => list.Cast<DateTime>().ToArray(),
        _ => System.Array.ConvertAll(list, text => Sendable((string)text!)),
    };

    private static StatementResult Read(Statement statement, NpgsqlDataReader row, ParameterSource source)
    {
        var columns = new byte[]?[row.FieldCount - statement.Checks.Count];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = row.IsDBNull(i) ? null : row.GetFieldValue<byte[]>(i);
        if (statement.Checks.Count == 0)
            return new StatementResult(columns, []);
        var errors = new List<GraphQLError>();
        for (var i = 0; i < statement.Checks.Count; i++)
        {
            if (row.IsDBNull(columns.Length + i))
                continue;
            var check = statement.Checks[i];
            var error = check.Error(source, row.GetString(columns.Length + i));
            if (check.Refuses)
                throw new GraphQLException(error);
            errors.Add(error);
        }
        return new StatementResult(columns, errors);
    }
}
