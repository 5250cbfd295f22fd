namespace OpenSocialMap.Data;

/// <summary>Where the database is and what it is filled with.</summary>
public sealed record SocialMapDatabaseOptions
{
    /// <summary>The owner's connection to an existing server; without one the server runs a private PostgreSQL in <see cref="DataFolder"/>.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The reader's own connection, for servers where an administrator gave the role its password or hosts of its own.</summary>
    public string? ReaderConnectionString { get; init; }

    /// <summary>The folder of the private PostgreSQL; made when it isn't there.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The folder with the seed files; null seeds nothing.</summary>
    public string? SeedFolder { get; init; }

    /// <summary>How many connections answer queries. More than a few per core only queue inside PostgreSQL, out of sight.</summary>
    public int ReaderPoolSize { get; init; } = 2 * Environment.ProcessorCount;

    // A record prints all its properties; these hold passwords.
    public override string ToString() => $"{nameof(SocialMapDatabaseOptions)} {{ DataFolder = {DataFolder}, SeedFolder = {SeedFolder} }}";
}
