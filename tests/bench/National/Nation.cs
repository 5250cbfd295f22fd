using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace OpenSocialMap.Bench.National;

/// <summary>An invented country in the database, and its raw figures as a file.</summary>
internal sealed class Nation(BenchDatabase database, Country country, int indicators)
{
    // A square of 15 kilometres for each municipality, and a part of it from west to east. http://www.opengis.net/def/crs/EPSG/0/28992
    private const string Strip =
        """
        create function pg_temp.strip(municipality int, start float8, stop float8)
        returns geometry
        language sql
        immutable
        return st_multi(st_transform(
          st_makeenvelope(
            10000 + municipality % 18 * 15000 + start * 15000, 306000 + municipality / 18 * 15000,
            10000 + municipality % 18 * 15000 + stop * 15000, 321000 + municipality / 18 * 15000,
            28992
          ),
          4326
        ))
        """;

    private const string Settle =
        """
        select core.settle_areas();
        select core.settle_search(array['Municipality', 'Wijk', 'Buurt'], array(select key from core.area where key >= 1000000));
        reset session_replication_role;
        analyze;
        """;

    /// <summary>Areas, a dataset and its indicators; no figures.</summary>
    public async Task AddAreasAsync(CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(database.Owner);
        await connection.OpenAsync(cancellation);
        await RunAsync(connection, $"set session_replication_role = replica; {Strip}", cancellation);
        await RunAsync(connection, Script("areas.sql"), cancellation, country.MunicipalityOf.ToArray(), country.WijkOf.ToArray(), Within(country.WijkOf));
        await RunAsync(connection, string.Create(CultureInfo.InvariantCulture, $"set bench.indicators = '{indicators}'; {Script("dataset.sql")} {Settle}"), cancellation);
    }

    /// <summary>The raw figures of one year, every cell and every total. Returns how many rows there are.</summary>
    public int Write(string path)
    {
        var withinMunicipality = Within(country.MunicipalityOf);
        var withinWijk = Within(country.WijkOf);
        string[] municipalities = [.. Enumerable.Range(1, Country.Municipalities).Select(number => string.Create(CultureInfo.InvariantCulture, $"GM{number:0000}"))];
        string[] wijken = [.. country.MunicipalityOf.Select((municipality, wijk) => string.Create(CultureInfo.InvariantCulture, $"WK{municipality + 1:0000}{withinMunicipality[wijk]:00}"))];
        string[] buurten = [.. country.WijkOf.Select((wijk, buurt) => string.Create(CultureInfo.InvariantCulture, $"BU{wijken[wijk].AsSpan(2)}{withinWijk[buurt]:00}"))];
        using var file = new StreamWriter(path);
        file.Write("indicator,area,time_period,value,source,stated_on\n");
        var rows = 0;
        for (var indicator = 1; indicator <= indicators; indicator++)
        {
            var ofBuurten = country.NextCounts(country.NextRate());
            var ofWijken = Country.Sums(ofBuurten, country.WijkOf);
            Add(buurten, ofBuurten);
            Add(wijken, ofWijken);
            Add(municipalities, Country.Sums(ofWijken, country.MunicipalityOf));

            void Add(string[] areas, int[] counts)
            {
                foreach (var (area, count) in areas.Zip(counts))
                    file.Write(string.Create(CultureInfo.InvariantCulture, $"COUNTRY_{indicator:00},{area},2022,{count},invented-country,2022\n"));
                rows += areas.Length;
            }
        }
        return rows;
    }

    /// <summary>More years in the manner of the one that was released, as fast as PostgreSQL takes them; then what it would do in the background.</summary>
    public async Task<string> AddYearsAsync(int periods, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        // For this alone: with its usual log it would stop to write everything down every few seconds.
        await BenchDatabase.RunAsync(database.Cluster.Owner, "alter system set max_wal_size = '8GB'", cancellation);
        await BenchDatabase.RunAsync(database.Cluster.Owner, "select pg_reload_conf()", cancellation);
        if (periods > 1)
            await BenchDatabase.RunAsync(database.Owner, string.Create(CultureInfo.InvariantCulture, $"set bench.periods = '{periods}'; {Script("years.sql")}"), cancellation);
        await BenchDatabase.RunAsync(database.Cluster.Owner, "alter system reset max_wal_size", cancellation);
        await BenchDatabase.RunAsync(database.Cluster.Owner, "select pg_reload_conf()", cancellation);
        await BenchDatabase.RunAsync(database.Owner, "vacuum analyze", cancellation);
        await BenchDatabase.RunAsync(database.Owner, "checkpoint", cancellation);
        var size = await database.ReadAsync(
            """
            select
              to_char(count(*), 'FM999,999,999') || ' figures, ' || to_char(count(*) filter (where area.kind = 'BUURT'), 'FM999,999,999') || ' of them of buurten: '
                || pg_size_pretty(pg_table_size('core.observation')) || ' and ' || pg_size_pretty(pg_indexes_size('core.observation')) || ' of indexes'
            from core.observation
            join core.area
              on area.key = area_key
             and area.key >= 1000000
            """,
            cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{size[0]}. Added in {clock.Elapsed.TotalSeconds:0} s.");
    }

    // Of each part its number in its group, which has its parts one after another.
    private static int[] Within(IReadOnlyList<int> groupOf)
    {
        var within = new int[groupOf.Count];
        for (var part = 1; part < within.Length; part++)
            within[part] = groupOf[part] == groupOf[part - 1] ? within[part - 1] + 1 : 0;
        return within;
    }

    private static string Script(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "National", file));

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation, params int[][] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var parameter in parameters)
            command.Parameters.AddWithValue(parameter);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
