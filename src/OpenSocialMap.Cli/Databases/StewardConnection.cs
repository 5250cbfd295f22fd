using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OpenSocialMap.Data;
using OpenSocialMap.Data.Embedded;

namespace OpenSocialMap.Cli.Databases;

/// <summary>The steward's connection: to the server of the settings, to the private one of a running OpenSocialMap, or to that one started for the occasion.</summary>
internal sealed class StewardConnection : IAsyncDisposable
{
    public const string Role = "socialmap_steward";

    readonly EmbeddedPostgres? _embedded;

    StewardConnection(NpgsqlConnection connection, EmbeddedPostgres? embedded)
    {
        Connection = connection;
        _embedded = embedded;
    }

    public NpgsqlConnection Connection { get; }

    /// <exception cref="SocialMapDatabaseException">There is no database, or it can't be used; the message says what to do.</exception>
    public static async Task<StewardConnection> OpenAsync(Settings settings, CancellationToken cancellation)
    {
        if (settings.ConnectionString is { } given)
            return new(await ConnectAsync(given, cancellation), embedded: null);
        if (!Directory.Exists(settings.DataFolder))
            throw new SocialMapDatabaseException(
                $"There is no database in {settings.DataFolder}. Start the server once (./start), name its folder in OPENSOCIALMAP_DATA, "
                + "or give a connection string in ConnectionStrings__SocialMap.");
        if (OperatingSystem.IsWindows())
            throw new SocialMapDatabaseException("On Windows give the connection string of a server in ConnectionStrings__SocialMap.");
        if (RunningPostgres.Find(settings.DataFolder) is { } running)
            return new(await ConnectAsync(Inside(running), cancellation), embedded: null);
        var embedded = await EmbeddedPostgres.StartAsync(settings.DataFolder, NullLogger.Instance, durable: true, cancellation);
        try
        {
            return new(await ConnectAsync(Inside(embedded.ConnectionString), cancellation), embedded);
        }
        catch
        {
            await embedded.DisposeAsync();
            throw;
        }
    }

    static string Inside(string maintenance) => new NpgsqlConnectionStringBuilder(maintenance) { Database = SocialMapDatabase.DatabaseName }.ConnectionString;

    static async Task<NpgsqlConnection> ConnectAsync(string connectionString, CancellationToken cancellation)
    {
        NpgsqlConnectionStringBuilder builder;
        try
        {
            builder = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 };
        }
        catch (ArgumentException wrong)
        {
            throw new SocialMapDatabaseException($"ConnectionStrings__SocialMap can't be read: {wrong.Message}", wrong);
        }
        if (builder.Host?.Contains(',', StringComparison.Ordinal) == true)
            builder.TargetSessionAttributes = "primary";
        var connection = new NpgsqlConnection(builder.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await RequirePreparedAsync(connection, cancellation);
            await BecomeStewardAsync(connection, cancellation);
            return connection;
        }
        catch (Exception failure)
        {
            await connection.DisposeAsync();
            if (failure is NpgsqlException refused)
                throw new SocialMapDatabaseException($"The database can't be used: {(refused as PostgresException)?.MessageText ?? refused.Message}.", refused);
            throw;
        }
    }

    // Only a server migrates: the command line may be of another version than the server that runs.
    static async Task RequirePreparedAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select to_regclass('restricted.cell') is not null", connection);
        if (await command.ExecuteScalarAsync(cancellation) is not true)
            throw new SocialMapDatabaseException("The database has no place for figures yet: start this version's server on it once.");
    }

    static async Task BecomeStewardAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        try
        {
            await using var command = new NpgsqlCommand($"set role {Role}", connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new SocialMapDatabaseException(
                $"The connection string's user may not act as {Role}: an administrator has to run \"grant {Role} to\" that user.", refused);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        if (_embedded is not null)
            await _embedded.DisposeAsync();
    }
}
