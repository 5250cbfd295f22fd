using OpenSocialMap.Cli;
using OpenSocialMap.Cli.Output;
using OpenSocialMap.Data;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Cli.Tests;

/// <summary>A made-up town with datasets and no figures, in a database of its own, and the command line to it.</summary>
internal sealed class Town : IAsyncDisposable
{
    public const string Header = "indicator,area,time_period,breakdown,value,source,stated_on";

    readonly Settings _settings;

    Town(string connectionString, SocialMapDatabase database)
    {
        _settings = new(connectionString, "/dev/null");
        Database = database;
        Folder = PostgresFixture.MakeFolder();
    }

    public SocialMapDatabase Database { get; }

    public string Folder { get; }

    public string ConnectionString => _settings.ConnectionString!;

    public static async Task<Town> MakeAsync(PostgresFixture postgres)
    {
        var connectionString = await postgres.CreateDatabaseAsync();
        var town = new Town(connectionString, await PostgresFixture.OpenAsync(connectionString, seedFolder: null));
        await town.Database.Owner.RunAsync(Places + Datasets);
        return town;
    }

    /// <summary>Runs the command line with these words.</summary>
    public async Task<Outcome> RunAsync(params string[] arguments)
    {
        using var @out = new StringWriter();
        using var errors = new StringWriter();
        var code = await CommandLine.RunAsync(["figures", .. arguments], Screen.Plain(@out, errors), _settings);
        return new(code, @out.ToString(), errors.ToString());
    }

    /// <summary>Imports rows of the columns <see cref="Header"/>, each without its source and date, which are the same for all.</summary>
    public Task<Outcome> ImportAsync(string dataset, IEnumerable<string> rows, params string[] options) =>
        RunAsync(["import", dataset, Write([Header, .. rows.Select(row => $"{row},report,2022")]), .. options]);

    /// <summary>Imports what has to go well.</summary>
    public async Task MustImportAsync(string dataset, params string[] rows)
    {
        var outcome = await ImportAsync(dataset, rows);
        Assert.True(outcome.Code == 0, outcome.Errors);
    }

    /// <summary>Releases what has to go well.</summary>
    public async Task MustReleaseAsync(string dataset, params string[] options)
    {
        var outcome = await RunAsync(["release", dataset, "--notes", "The first figures of 2022.", .. options]);
        Assert.True(outcome.Code == 0, outcome.Errors + outcome.Out);
    }

    public string Write(IEnumerable<string> lines, string name = "figures.csv")
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, string.Join('\n', lines) + "\n");
        return path;
    }

    /// <summary>What is published now, a line for each cell: indicator, area, period, breakdown and value or status.</summary>
    public Task<List<string>> PublishedAsync() => Database.Reader.RowsAsync(
        """
        select
          indicator.code || ' ' || coalesce(area.code, area.slug) || ' ' || time_period || case when breakdown <> '' then ' ' || breakdown else '' end
          || ' = ' || coalesce(trim_scale(value)::text, status)
        from api.current_observation observation
        join api.indicator on indicator.key = indicator_key
        join core_area area on area.key = area_key
        order by 1
        """.Replace("core_area", "(select key, code, slug from api.municipality union all select key, code, slug from api.wijk union all select key, code, slug from api.buurt union all select key, null, slug from api.werkgebied)", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>How the command ended and what it said.</summary>
    internal sealed record Outcome(int Code, string Out, string Errors);

    // Four wijken; the first has two buurten. North is the first two, Big is North and the third.
    const string Places =
        """
        begin;
        insert into core.source (id, slug, title, kind)
        values ('src_0000000000000001', 'report', 'Report', 'REPORT'), ('src_0000000000000002', 'letter', 'Letter', 'LETTER');

        insert into core.area (id, slug, kind, name, code, year, provenance_source_key, provenance_stated_on)
        select 'mun_0000000000000001', 'town', 'MUNICIPALITY', 'Town', 'GM0001', 2022, key, '2022'
        from core.source
        where slug = 'report';

        insert into core.area (id, slug, kind, name, code, year, municipality_key, provenance_source_key, provenance_stated_on)
        select 'wijk_000000000000000' || n, 'wijk-' || n, 'WIJK', 'Wijk ' || n, 'WK00010' || n, 2022, key, provenance_source_key, '2022'
        from core.area, generate_series(1, 4) n
        where kind = 'MUNICIPALITY';

        insert into core.area (id, slug, kind, name, code, year, wijk_key, municipality_key, provenance_source_key, provenance_stated_on)
        select 'buurt_000000000000000' || n, 'buurt-' || n, 'BUURT', 'Buurt ' || n, 'BU0001010' || n, 2022, key, municipality_key, provenance_source_key, '2022'
        from core.area, generate_series(1, 2) n
        where slug = 'wijk-1';

        insert into core.area (id, slug, kind, name, municipality_key, provenance_source_key, provenance_stated_on)
        select 'werk_000000000000000' || n, werkgebied.name, 'WERKGEBIED', werkgebied.name, town.key, town.provenance_source_key, '2022'
        from core.area town, (values (1, 'north'), (2, 'big')) as werkgebied (n, name)
        where town.kind = 'MUNICIPALITY';

        insert into core.werkgebied_wijk (werkgebied_key, wijk_key, coverage, reason, provenance_source_key, provenance_stated_on)
        select werkgebied.key, wijk.key, 'WHOLE', 'as it is', wijk.provenance_source_key, '2022'
        from core.area werkgebied
        join core.area wijk
          on wijk.slug in ('wijk-1', 'wijk-2')
          or (werkgebied.slug = 'big' and wijk.slug = 'wijk-3')
        where werkgebied.kind = 'WERKGEBIED';
        commit;

        """;

    const string Datasets =
        """
        begin;
        insert into core.dataset (
          id, slug, name, name_english, licence, protection_method, protection_reason, minimum_count, zero_policy, rounding_base, minimum_denominator, minimum_mean_count,
          provenance_source_key, provenance_stated_on
        )
        select 'data_000000000000000' || n, slug, slug, slug, 'CC-BY-4.0', method, 'made up', minimum, zeros, base, case when minimum is not null then 25 end,
          case when minimum is not null then 100 end, 1, '2022'
        from (values
          (1, 'visits', 'SUPPRESSION', 5, 'PROTECT', null::int),
          (2, 'rounded', 'ROUNDING', 5, 'PROTECT', 5),
          (3, 'copies', 'NONE', null, null, null)
        ) as made (n, slug, method, minimum, zeros, base);

        insert into core.dimension (dataset_key, code, name, name_english, position, is_additive)
        select key, code, code, code, position, is_additive
        from core.dataset, (values ('age', 1, true), ('hobby', 2, false)) as dimension (code, position, is_additive)
        where slug = 'visits';

        insert into core.category (dimension_key, code, name, name_english, position)
        select key, category, category, category, row_number() over (partition by key order by category)
        from core.dimension
        join (values ('age', 'OLD'), ('age', 'YOUNG'), ('hobby', 'CHESS'), ('hobby', 'CHOIR')) as made (dimension, category)
          on made.dimension = code;

        insert into core.indicator (
          id, slug, code, name, name_english, dataset_key, unit, decimals, measure, counting_unit, minimum_count, provenance_source_key, provenance_stated_on
        )
        select 'ind_000000000000000' || n, lower(made.code), made.code, made.code, made.code, dataset.key, 'persons', decimals, measure, counted, minimum, 1, '2022'
        from (values
          (1, 'visits', 'VISITS', 0, 'COUNT', 'CONTACTS', null::int),
          (2, 'visits', 'PEOPLE', 0, 'COUNT', 'UNIQUE_PERSONS', null),
          (3, 'visits', 'HELPED', 0, 'COUNT', 'CASES', 8),
          (4, 'visits', 'CONTENT', 1, 'PERCENTAGE', null, null),
          (5, 'rounded', 'MEALS', 0, 'COUNT', 'CONTACTS', null),
          (6, 'copies', 'COPIES', 0, 'COUNT', 'THINGS', null)
        ) as made (n, dataset, code, decimals, measure, counted, minimum)
        join core.dataset
          on dataset.slug = made.dataset;
        commit;
        """;
}
