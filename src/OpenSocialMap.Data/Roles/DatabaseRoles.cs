using Npgsql;

namespace OpenSocialMap.Data.Roles;

/// <summary>The two roles besides the owner: the reader, which answers the world and sees api alone, and the steward of raw counts.</summary>
internal static class DatabaseRoles
{
    public const string Reader = "socialmap_reader";

    // Two servers that set the same password at the same moment: PostgreSQL refuses the second with this code, and the first has done the work.
    const string TupleConcurrentlyUpdated = PostgresErrorCodes.InternalError;

    /// <summary>Makes the roles where they are missing; migrations grant to them.</summary>
    public static Task CreateAsync(NpgsqlConnection owner, CancellationToken cancellation) => RunAsync(owner, "roles.sql", cancellation);

    public static Task ApplySettingsAsync(NpgsqlConnection owner, CancellationToken cancellation) => RunAsync(owner, "settings.sql", cancellation);

    /// <summary>The reader's way in: its password is set once, when the derived one doesn't open the door yet.</summary>
    public static async Task<string> EnsureReaderAsync(NpgsqlConnection owner, string ownerConnectionString, CancellationToken cancellation)
    {
        var reader = new NpgsqlConnectionStringBuilder(ownerConnectionString);
        if (string.IsNullOrEmpty(reader.Password))
            throw new SocialMapDatabaseException(
                "The connection string has no password to derive the reader's from: add one, or give the reader's own connection string in "
                + "ConnectionStrings__SocialMapReader.");
        reader.Password = ReaderPassword.Derive(reader.Password, Reader);
        reader.Username = Reader;
        if (!await OpensAsync(reader.ConnectionString, cancellation))
            await SetPasswordAsync(owner, reader.Password, cancellation);
        return reader.ConnectionString;
    }

    static async Task<bool> OpensAsync(string connectionString, CancellationToken cancellation)
    {
        var door = new NpgsqlSlimDataSourceBuilder(connectionString);
        door.ConnectionStringBuilder.Pooling = false;
        door.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        await using var unpooled = door.Build();
        try
        {
            await using var connection = await unpooled.OpenConnectionAsync(cancellation);
            return true;
        }
        catch (NpgsqlException refused) when (IsWrongPassword(refused))
        {
            return false;
        }
    }

    // With several hosts, what each of them said comes together.
    static bool IsWrongPassword(Exception reason) =>
        reason is PostgresException { SqlState: PostgresErrorCodes.InvalidPassword }
        || (reason.InnerException is AggregateException hosts && hosts.InnerExceptions.Any(IsWrongPassword));

    static async Task SetPasswordAsync(NpgsqlConnection owner, string password, CancellationToken cancellation)
    {
        try
        {
            await using var command = owner.CreateCommand();
            // A utility statement takes no parameters; the verifier is base 64 and punctuation, without quotes.
            command.CommandText = $"alter role {Reader} password '{ReaderPassword.ScramVerifier(password)}'";
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException raced) when (raced.SqlState == TupleConcurrentlyUpdated)
        {
        }
    }

    static async Task RunAsync(NpgsqlConnection owner, string file, CancellationToken cancellation)
    {
        await using var command = owner.CreateCommand();
        command.CommandText = EmbeddedSql.Read(file);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
