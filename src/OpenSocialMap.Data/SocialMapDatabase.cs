using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenSocialMap.Data.Agenda;
using OpenSocialMap.Data.Embedded;
using OpenSocialMap.Data.Migrations;
using OpenSocialMap.Data.Model;
using OpenSocialMap.Data.Roles;
using OpenSocialMap.Data.Seeding;
using OpenSocialMap.Data.Signals;

namespace OpenSocialMap.Data;

/// <summary>The open database: migrated, seeded, and with one way in for reading and one for writing.</summary>
public sealed class SocialMapDatabase : IAsyncDisposable
{
    /// <summary>The name of the database in a private PostgreSQL.</summary>
    public const string DatabaseName = "socialmap";

    /// <summary>In seconds.</summary>
    const int PatientCommandTimeout = 300;

    readonly EmbeddedPostgres? _embedded;
    readonly CancellationTokenSource _closing = new();
    readonly Task _watching;

    SocialMapDatabase(NpgsqlDataSource owner, NpgsqlDataSource reader, Task warmed, EmbeddedPostgres? embedded, ILogger log)
    {
        Owner = owner;
        Reader = reader;
        Warmed = warmed;
        Signals = new DatabaseSignals(owner, log);
        Agenda = new AgendaKeeper(owner, Signals, log);
        _embedded = embedded;
        _watching = embedded?.KeepRunningAsync(_closing.Token) ?? Task.CompletedTask;
    }

    /// <summary>Answers queries: the role sees the published data and can't write. A standby is preferred where there is one.</summary>
    public NpgsqlDataSource Reader { get; }

    /// <summary>Writes; knows geometry, for <see cref="SocialMapContext.Over"/>.</summary>
    public NpgsqlDataSource Owner { get; }

    /// <summary>Done when the reader's connections are ready for any question. To be awaited before the first is let in.</summary>
    public Task Warmed { get; }

    /// <summary>What the database tells its servers, on a connection to the primary.</summary>
    public DatabaseSignals Signals { get; }

    /// <summary>Works out what follows from the schedules, day by day and write by write.</summary>
    public AgendaKeeper Agenda { get; }

    /// <summary>Starts or finds the server, brings its database up to date, and opens it.</summary>
    /// <exception cref="SocialMapDatabaseException">It can't be opened; the message says why and what to do.</exception>
    public static async Task<SocialMapDatabase> OpenAsync(SocialMapDatabaseOptions options, ILoggerFactory logs, CancellationToken cancellation)
    {
        var log = logs.CreateLogger<SocialMapDatabase>();
        var embedded = options.ConnectionString is null ? await StartEmbeddedAsync(options.DataFolder, log, cancellation) : null;
        try
        {
            return await OpenAsync(options, embedded, log, cancellation);
        }
        catch (Exception failure)
        {
            if (embedded is not null)
                await embedded.DisposeAsync();
            // EF Core wraps what the database said while it was saving.
            if (failure is NpgsqlException or DbUpdateException { InnerException: NpgsqlException })
                throw new SocialMapDatabaseException(Explain(failure as NpgsqlException ?? (NpgsqlException)failure.InnerException!), failure);
            throw;
        }
    }

    static async Task<EmbeddedPostgres> StartEmbeddedAsync(string dataFolder, ILogger log, CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows())
            throw new SocialMapDatabaseException("On Windows give the connection string of a server in ConnectionStrings__SocialMap.");
        return await EmbeddedPostgres.StartAsync(dataFolder, log, durable: true, cancellation);
    }

    static async Task<SocialMapDatabase> OpenAsync(
        SocialMapDatabaseOptions options, EmbeddedPostgres? embedded, ILogger log, CancellationToken cancellation)
    {
        var ownerConnectionString = options.ConnectionString ?? await MakeDatabaseAsync(embedded!.ConnectionString, cancellation);
        var owner = BuildOwner(ownerConnectionString);
        var readerConnectionString = await BringUpToDateAsync(owner, ownerConnectionString, options, log, cancellation);
        var reader = BuildReader(readerConnectionString, options.ReaderPoolSize);
        return new(owner, reader, WarmAsync(reader, options.ReaderPoolSize, cancellation), embedded, log);
    }

    static async Task<string> MakeDatabaseAsync(string maintenance, CancellationToken cancellation)
    {
        var wanted = new NpgsqlConnectionStringBuilder(maintenance) { Database = DatabaseName }.ConnectionString;
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(maintenance) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var look = new NpgsqlCommand($"select 1 from pg_database where datname = '{DatabaseName}'", connection);
        if (await look.ExecuteScalarAsync(cancellation) is null)
        {
            await using var create = new NpgsqlCommand($"create database {DatabaseName}", connection);
            await create.ExecuteNonQueryAsync(cancellation);
        }
        return wanted;
    }

    // Returns the reader's connection string, which only now is known to work.
    static async Task<string> BringUpToDateAsync(
        NpgsqlDataSource owner, string ownerConnectionString, SocialMapDatabaseOptions options, ILogger log, CancellationToken cancellation)
    {
        await using var connection = await owner.OpenConnectionAsync(cancellation);
        await using var alone = await DatabaseLock.TakeAsync(connection, cancellation);
        await DatabaseRoles.CreateAsync(connection, cancellation);
        if (await DatabaseMigrations.ApplyAsync(owner, connection, cancellation))
            // PostGIS brought its types after this source had asked which there are.
            await connection.ReloadTypesAsync(cancellation);
        await DatabaseRoles.ApplySettingsAsync(connection, cancellation);
        if (options.SeedFolder is { } seedFolder)
            await new Seeder(owner, log).SeedAsync(seedFolder, connection, cancellation);
        return options.ReaderConnectionString ?? await DatabaseRoles.EnsureReaderAsync(connection, ownerConnectionString, cancellation);
    }

    static NpgsqlDataSource BuildOwner(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        if (builder.ConnectionStringBuilder.Host!.Contains(','))
            builder.ConnectionStringBuilder.TargetSessionAttributes = "primary";
        // A migration or a seed takes what it takes on a busy machine.
        builder.ConnectionStringBuilder.CommandTimeout = PatientCommandTimeout;
        builder.UseGeometry();
        return builder.Build();
    }

    static NpgsqlDataSource BuildReader(string connectionString, int poolSize)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        var settings = builder.ConnectionStringBuilder;
        // Every statement is one of ours and comes back: prepare it the first time, and keep what a connection has prepared.
        settings.MaxAutoPrepare = 200;
        settings.AutoPrepareMinUsages = 1;
        settings.NoResetOnClose = true;
        settings.MinPoolSize = poolSize;
        // It only meets types that every PostgreSQL has; to ask which others there are takes a part of each start.
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        // An answer fits, so it is read where it lies and at once; one that doesn't costs a buffer of its own and a call for each 8 KB.
        settings.ReadBufferSize = 64 * 1024;
        // PostgreSQL ends what takes too long by itself (statement_timeout); these are for one that doesn't answer at all.
        settings.Timeout = 3;
        settings.CommandTimeout = 5;
        settings.MaxPoolSize = poolSize;
        if (settings.Host!.Contains(','))
            settings.TargetSessionAttributes = "prefer-standby";
        return builder.Build();
    }

    // A connection's first transformation between reference systems takes most of a tenth of a second: that is no visitor's to wait for.
    // One that is ready is enough to begin with. The others are held until they are, one after another, beside the first requests.
    static async Task WarmAsync(NpgsqlDataSource reader, int poolSize, CancellationToken cancellation)
    {
        var connections = Enumerable.Range(0, poolSize).Select(_ => reader.OpenConnectionAsync(cancellation).AsTask()).ToList();
        try
        {
            await TransformAsync(await connections[0], cancellation);
        }
        catch (NpgsqlException refused)
        {
            throw new SocialMapDatabaseException(Explain(refused), refused);
        }
        _ = WarmOthersAsync(connections[1..], cancellation);
    }

    static async Task WarmOthersAsync(IEnumerable<Task<NpgsqlConnection>> connections, CancellationToken cancellation)
    {
        foreach (var connection in connections)
        {
            try
            {
                await TransformAsync(await connection, cancellation);
            }
            catch (NpgsqlException)
            {
                // The others go back to the pool all the same, and whoever asks next hears what is wrong.
            }
        }
    }

    static async Task TransformAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var returned = connection;
        await using var command = new NpgsqlCommand("select st_x(st_transform(st_setsrid(st_makepoint(4.66, 51.81), 4326), 28992))", connection);
        await command.ExecuteScalarAsync(cancellation);
    }

    static string Explain(NpgsqlException refused) => refused switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } reason =>
            $"The database server refuses the connection string's user or password: {reason.MessageText}.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } reason =>
            $"The database of the connection string does not exist: {reason.MessageText}.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } reason =>
            "The connection string's user may not prepare the database (it makes roles, schemas and the extensions postgis, pg_trgm and unaccent): "
            + $"{reason.MessageText}.",
        PostgresException reason => $"The database could not be prepared: {reason.MessageText}.",
        { InnerException: AggregateException hosts } =>
            $"None of the database servers can be used: {string.Join("; ", hosts.InnerExceptions.Select(reason => reason.Message))}.",
        _ => $"The database server can't be reached: {refused.Message}.",
    };

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAny(Warmed);
        await _closing.CancelAsync();
        await _watching;
        _closing.Dispose();
        await Reader.DisposeAsync();
        await Owner.DisposeAsync();
        if (_embedded is not null)
            await _embedded.DisposeAsync();
    }
}
