using Npgsql;

namespace OpenSocialMap.Data;

/// <summary>Lets one server at a time prepare a database; others that start with it wait their turn. Ends with the connection at the latest.</summary>
internal sealed class DatabaseLock : IAsyncDisposable
{
    // Any number will do, as long as every version of the server uses the same.
    const long Number = 0x4F70656E536F6331;

    readonly NpgsqlConnection _connection;

    DatabaseLock(NpgsqlConnection connection) => _connection = connection;

    public static async Task<DatabaseLock> TakeAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        // Waiting on another server's migration may take longer than a command usually may.
        await using var command = new NpgsqlCommand($"select pg_advisory_lock({Number})", connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync(cancellation);
        return new(connection);
    }

    public async ValueTask DisposeAsync()
    {
        await using var command = new NpgsqlCommand($"select pg_advisory_unlock({Number})", _connection);
        await command.ExecuteNonQueryAsync();
    }
}
