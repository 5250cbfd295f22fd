using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OpenSocialMap.Data;

namespace OpenSocialMap.Bench;

/// <summary>One database of the cluster, with the real Dordrecht and some invented towns in it.</summary>
internal sealed class BenchDatabase
{
    private const string ReaderPassword = "bench";

    /// <summary>The day that the agenda is at: it stays the same, so the rows do.</summary>
    private const string Today = "2026-06-01";

    private BenchDatabase(BenchCluster cluster, string name)
    {
        Cluster = cluster;
        Owner = new NpgsqlConnectionStringBuilder(cluster.Owner) { Database = name }.ConnectionString;
        Reader = new NpgsqlConnectionStringBuilder(Owner) { Username = "socialmap_reader", Password = ReaderPassword }.ConnectionString;
    }

    public BenchCluster Cluster { get; }
    public int Scale { get; private init; }
    public string Owner { get; }

    /// <summary>What all servers answer from: the role that sees the published data alone.</summary>
    public string Reader { get; }

    /// <summary>The reader's way in as PostgreSQL's own programs and Node know it.</summary>
    public string ReaderUrl
    {
        get
        {
            var parts = new NpgsqlConnectionStringBuilder(Reader);
            return $"postgresql://{parts.Username}:{parts.Password}@localhost/{parts.Database}?host={Uri.EscapeDataString(parts.Host!)}&port={parts.Port}";
        }
    }

    /// <param name="weeks">For how many weeks each activity goes on.</param>
    /// <param name="peer">Whether PostGraphile is to be asked, which has tables of its own.</param>
    public static async Task<BenchDatabase> CreateAsync(BenchCluster cluster, string seedFolder, int scale, int weeks, bool peer, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Loading {2000 * scale:#,0} places and {20000 * scale:#,0} activities ..."));
        var database = new BenchDatabase(cluster, $"towns_{scale}") { Scale = scale };
        await RunAsync(cluster.Owner, $"create database towns_{scale} template template0", cancellation);
        var options = new SocialMapDatabaseOptions { ConnectionString = database.Owner, DataFolder = cluster.Folder };
        await using (await SocialMapDatabase.OpenAsync(options, NullLoggerFactory.Instance, cancellation))
            await RunAsync(database.Owner, $"update core.agenda_day set day = '{Today}', fixed = true", cancellation);
        // The real Dordrecht, which our server would load else.
        await using (await SocialMapDatabase.OpenAsync(options with { SeedFolder = seedFolder }, NullLoggerFactory.Instance, cancellation))
            await database.LoadAsync("core.activity,core.search_document", $"set bench.scale = '{scale}'; set bench.weeks = '{weeks}'; {Script("data.sql")} {Script("settle.sql")}", cancellation);
        await using (var settled = await SocialMapDatabase.OpenAsync(options, NullLoggerFactory.Instance, cancellation))
            await settled.Agenda.KeepAsync(cancellation);
        if (scale > 1)
            await database.LoadAsync("core.occurrence,core.area_agenda", Script("agenda.sql"), cancellation);
        if (peer)
            await RunAsync(database.Owner, Script("Peer/tables.sql"), cancellation);
        await RunAsync(database.Owner, $"alter role socialmap_reader password '{ReaderPassword}'", cancellation);
        // What PostgreSQL would do in the background while others are measured.
        await RunAsync(database.Owner, "vacuum analyze", cancellation);
        await RunAsync(database.Owner, "checkpoint", cancellation);
        var size = await database.ReadAsync("select to_char(count(*), 'FM999,999,999') || ' occurrences, ' || pg_size_pretty(pg_database_size(current_database())) from core.occurrence", cancellation);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Loaded in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s: {size[0]}."));
        return database;
    }

    /// <summary>With the real Dordrecht alone, as a server leaves it at its first start.</summary>
    public static async Task<BenchDatabase> CreateSeededAsync(BenchCluster cluster, string name, string seedFolder, CancellationToken cancellation)
    {
        var database = new BenchDatabase(cluster, name);
        await RunAsync(cluster.Owner, $"create database {name} template template0", cancellation);
        var options = new SocialMapDatabaseOptions { ConnectionString = database.Owner, DataFolder = cluster.Folder, SeedFolder = seedFolder };
        await using (await SocialMapDatabase.OpenAsync(options, NullLoggerFactory.Instance, cancellation))
            await RunAsync(database.Owner, $"alter role socialmap_reader password '{ReaderPassword}'", cancellation);
        return database;
    }

    /// <summary>Runs a script that fills these tables, without their indexes meanwhile.</summary>
    private Task LoadAsync(string tables, string sql, CancellationToken cancellation) =>
        RunAsync(Owner, $"set work_mem = '256MB'; set bench.tables = '{{{tables}}}'; {Script("unindex.sql")} {sql} {Script("reindex.sql")}", cancellation);

    private static string Script(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));

    /// <summary>The first column of a query.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(string sql, CancellationToken cancellation)
    {
        var values = new List<string>();
        await using var source = NpgsqlDataSource.Create(Owner);
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            values.Add(rows.GetString(0));
        return values;
    }

    public static async Task RunAsync(string connectionString, string sql, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
