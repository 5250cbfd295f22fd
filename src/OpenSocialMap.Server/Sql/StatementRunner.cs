using System.Buffers;
using System.Data;
using Npgsql;
using NpgsqlTypes;
using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.Sql;

/// <summary>What a statement answered.</summary>
/// <param name="Values">The JSON of each root field, in order.</param>
/// <param name="Errors">What was named but not found.</param>
/// <param name="Version">The version of the data that it saw, in the same snapshot; 0 when it needed none.</param>
/// <param name="Lent">The memory that the values lie in, when it is to be used again; null when it is theirs.</param>
public readonly record struct StatementResult(ReadOnlyMemory<byte>[] Values, IReadOnlyList<GraphQLError> Errors, long Version, byte[]? Lent = null)
{
    /// <summary>Gives memory that was lent to the next answer. To be done once, when nobody looks at the values any more; if it isn't, they are collected.</summary>
    public void Release()
    {
        if (Lent is not null)
            ArrayPool<byte>.Shared.Return(Lent);
    }
}

/// <summary>Runs statements on the reader role: one request, one statement, one row. The only stage that waits for anything.</summary>
public sealed class StatementRunner(NpgsqlDataSource reader, StatementGate gate)
{
    private static readonly byte[] Null = "null"u8.ToArray();

    /// <param name="lend">Whether the caller releases the result when it has been sent.</param>
    /// <exception cref="GraphQLException">A value can't be used, the time limit passed, or the server is full.</exception>
    /// <exception cref="DatabaseAwayException">The database can't be reached.</exception>
    public async ValueTask<StatementResult> Run(Statement statement, ParameterSource source, Client client, CancellationToken cancel, bool lend = false)
    {
        if (statement.Text is null)
            return new StatementResult(Values(statement, null, source, []), [], Version: 0);
        // Before waiting for a place: a value that can't be used is refused at once.
        var parameters = Bind(statement, source);
        using var place = await gate.Enter(client, cancel);
        try
        {
            try
            {
                return await Execute(statement, parameters, source, lend, cancel);
            }
            // Statements only read, so one whose connection broke is simply sent again. After a restart of the database the connections
            // that lie ready are all dead: they are put away first.
            catch (NpgsqlException failure) when (IsAway(failure) && failure.InnerException is not TimeoutException && !cancel.IsCancellationRequested)
            {
                reader.Clear();
            }
            return await Execute(statement, Bind(statement, source), source, lend, cancel);
        }
        catch (NpgsqlException failure) when (IsAway(failure) && !cancel.IsCancellationRequested)
        {
            throw new DatabaseAwayException(failure);
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.QueryCanceled && !cancel.IsCancellationRequested)
        {
            throw new GraphQLException(new GraphQLError("The answer took longer than the server allows.", ErrorCodes.Timeout)
            {
                Hint = "Ask for fewer items, fewer levels, or a smaller area.",
            });
        }
    }

    private static bool IsAway(NpgsqlException failure) => failure.IsTransient || failure.InnerException is TimeoutException;

    private async ValueTask<StatementResult> Execute(Statement statement, NpgsqlParameter[] parameters, ParameterSource source, bool lend, CancellationToken cancel)
    {
        await using var connection = await reader.OpenConnectionAsync(cancel);
        try
        {
            await using var command = new NpgsqlCommand(statement.Text, connection);
            foreach (var parameter in parameters)
                command.Parameters.Add(parameter);
            await using var rows = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, cancel);
            await rows.ReadAsync(cancel);
            return Read(statement, rows, source, lend);
        }
        // One that was ended while PostgreSQL planned it is half prepared, and Npgsql then can't read what it answers the next time.
        catch (Exception failure) when (failure is not (NpgsqlException or OperationCanceledException) && connection.FullState != ConnectionState.Open)
        {
            throw new NpgsqlException("The connection broke.", new IOException(failure.Message, failure));
        }
    }

    private static NpgsqlParameter[] Bind(Statement statement, ParameterSource source)
    {
        var parameters = new NpgsqlParameter[statement.Parameters.Count];
        for (var i = 0; i < parameters.Length; i++)
        {
            var (type, read) = statement.Parameters[i];
            parameters[i] = Parameter(type, read(source));
        }
        return parameters;
    }

    // A parameter that knows its type is sent without looking for one.
    private static NpgsqlParameter Parameter(NpgsqlDbType type, object? value) => value switch
    {
        string text => new NpgsqlParameter<string> { NpgsqlDbType = type, TypedValue = Sendable(text) },
        int number => new NpgsqlParameter<int> { NpgsqlDbType = type, TypedValue = number },
        double number => new NpgsqlParameter<double> { NpgsqlDbType = type, TypedValue = number },
        object?[] list => new NpgsqlParameter { NpgsqlDbType = type, Value = Array(type & ~NpgsqlDbType.Array, list) },
        _ => new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value },
    };

    /// <summary>PostgreSQL's text can't hold U+0000, and no text here has one, so a value with it simply equals nothing.</summary>
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

    private static StatementResult Read(Statement statement, NpgsqlDataReader row, ParameterSource source, bool lend)
    {
        var version = row.FieldCount - statement.Checks.Count - 1;
        var length = 0;
        for (var column = 0; column < version; column++)
            length += row.IsDBNull(column) ? 0 : (int)row.GetBytes(column, 0, null, 0, 0);
        // Nobody clears it first: an answer overwrites all of it, and clearing was a twentieth of the server's work for it.
        var memory = lend ? ArrayPool<byte>.Shared.Rent(length) : GC.AllocateUninitializedArray<byte>(length);
        var values = Values(statement, row, source, memory);
        return new StatementResult(values, statement.Checks.Count == 0 ? [] : Errors(statement, row, source), row.GetInt64(version), lend ? memory : null);
    }

    /// <param name="memory">Where those from the database go, one after another.</param>
    private static ReadOnlyMemory<byte>[] Values(Statement statement, NpgsqlDataReader? row, ParameterSource source, byte[] memory)
    {
        var values = new ReadOnlyMemory<byte>[statement.Fields.Count];
        var (column, at) = (0, 0);
        for (var i = 0; i < values.Length; i++)
            values[i] = statement.Fields[i].Static is { } known ? known(source.Variables) : Column(row!, column++, memory, ref at);
        return values;
    }

    private static ReadOnlyMemory<byte> Column(NpgsqlDataReader row, int column, byte[] memory, ref int at)
    {
        if (row.IsDBNull(column))
            return Null;
        var length = (int)row.GetBytes(column, 0, memory, at, memory.Length - at);
        at += length;
        return memory.AsMemory(at - length, length);
    }

    private static List<GraphQLError> Errors(Statement statement, NpgsqlDataReader row, ParameterSource source)
    {
        var errors = new List<GraphQLError>();
        var first = row.FieldCount - statement.Checks.Count;
        for (var i = 0; i < statement.Checks.Count; i++)
        {
            if (row.IsDBNull(first + i))
                continue;
            var error = statement.Checks[i].Error(source, row.GetString(first + i));
            if (statement.Checks[i].Refuses)
                throw new GraphQLException(error);
            errors.Add(error);
        }
        return errors;
    }
}
