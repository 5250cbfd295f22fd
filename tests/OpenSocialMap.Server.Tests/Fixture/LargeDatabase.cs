using OpenSocialMap.Data;

namespace OpenSocialMap.Server.Tests.Fixture;

/// <summary>One database for all tests of a class, with some thousand generated rows of most things: enough for indexes to matter.</summary>
public sealed class LargeDatabase(PostgresFixture postgres) : IAsyncLifetime
{
    internal SocialMapDatabase Database { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await postgres.OpenAsync();
        await Database.Owner.RunAsync(
            """
            begin;
            insert into core.source (id, slug, title, kind)
            values ('src_0000000000000001', 'made-up', 'Made up', 'DATASET');

            insert into core.area (id, slug, kind, name, code, provenance_source_key, provenance_stated_on)
            select 'mun_0000000000000001', 'town', 'MUNICIPALITY', 'Town', 'GM0001', key, '2022'
            from core.source;

            insert into core.area (id, slug, kind, name, code, municipality_key, geometry, geometry_detail, provenance_source_key, provenance_stated_on)
            select 'wijk_' || lpad(n::text, 16, '0'), 'wijk-' || n, 'WIJK', md5(n::text), 'WK' || lpad(n::text, 6, '0'), town.key,
              st_multi(st_makeenvelope(4 + n % 20 * 0.05, 51 + n / 20 * 0.05, 4.05 + n % 20 * 0.05, 51.05 + n / 20 * 0.05, 4326)),
              'FULL', town.provenance_source_key, '2022'
            from core.area town, generate_series(1, 300) n;

            insert into core.area (id, slug, kind, name, code, wijk_key, provenance_source_key, provenance_stated_on)
            select 'buurt_' || lpad(n::text, 16, '0'), 'buurt-' || n, 'BUURT', md5(n::text), 'BU' || lpad(n::text, 8, '0'), wijk.key,
              wijk.provenance_source_key, '2022'
            from generate_series(1, 1500) n
            join core.area wijk
              on wijk.slug = 'wijk-' || 1 + n % 300;

            insert into core.partner (id, slug, name, provenance_source_key, provenance_stated_on)
            select 'partner_' || lpad(n::text, 16, '0'), 'partner-' || n, md5(n::text), source.key, '2022'
            from core.source, generate_series(1, 500) n;

            insert into core.meeting_place (
              id, slug, name, kind, location, location_precision, area_key, operator_key, provenance_source_key, provenance_stated_on
            )
            select 'place_' || lpad(n::text, 16, '0'), 'place-' || n, md5(n::text),
              case n % 3 when 0 then 'PARK' when 1 then 'CHURCH' else 'LIBRARY' end,
              st_setsrid(st_makepoint(4 + n % 97 / 97.0, 51 + n % 89 / 120.0), 4326), 'NEARBY', buurt.key, partner.key, partner.provenance_source_key, '2022'
            from generate_series(1, 2500) n
            join core.area buurt
              on buurt.slug = 'buurt-' || 1 + n % 1500
            join core.partner
              on partner.slug = 'partner-' || 1 + n % 500;

            insert into core.activity (id, slug, name, description, themes, place_key, provenance_source_key, provenance_stated_on)
            select 'act_' || lpad(n::text, 16, '0'), 'activity-' || n, md5(n::text), md5((n % 700)::text) || ' ' || md5((n + 1)::text),
              case when n % 100 = 0 then array['FAITH'] else array['MEETING'] end, place.key, place.provenance_source_key, '2022'
            from generate_series(1, 5000) n
            join core.meeting_place place
              on place.slug = 'place-' || 1 + n % 2500;

            insert into core.activity_partner (activity_key, partner_key, role)
            select activity.key, partner.key, 'HOST'
            from core.activity
            join core.partner
              on partner.slug = 'partner-' || 1 + activity.key % 500;

            insert into core.dataset (id, slug, name, name_english, licence, protection_method, protection_reason, provenance_source_key, provenance_stated_on)
            select 'data_0000000000000001', 'census', 'Census', 'Census', 'CC0-1.0', 'NONE', 'made up', key, '2022'
            from core.source;

            insert into core.indicator (id, slug, name, unit, decimals, dataset_key, provenance_source_key, provenance_stated_on)
            select 'ind_' || lpad(n::text, 16, '0'), 'indicator-' || n, md5(n::text), 'persons', 0, dataset.key, source.key, '2022'
            from core.dataset, core.source, generate_series(1, 10) n;

            insert into core.citation (source_key, stated_on)
            select key, '2022'
            from core.source;

            -- Twenty years of each wijk, the year before also in a release that was superseded.
            insert into core.release (id, dataset_key, number, published_on, notes, checksum, time_periods, first_key, observation_count, status)
            select 'rel_000' || n || '000000000000', dataset.key, n, '2023-01-01', 'made up', repeat('0', 64), array['2023'], 100000 * n, 60000,
              case n when 1 then 'SUPERSEDED' else 'CURRENT' end
            from core.dataset, generate_series(1, 2) n;

            insert into core.observation (key, release_key, indicator_key, area_key, citation_key, status, time_period, value)
            select release.first_key + row_number() over (partition by release.key) - 1, release.key, indicator.key, area.key, citation.key, 'A', period::text, period
            from core.release, core.indicator, core.area, core.citation, generate_series(2004, 2023) period
            where area.kind = 'WIJK'
              and (release.number = 2 or period = 2023);

            insert into core.alternate_name (subject_id, name, name_kind, slug, provenance_source_key, provenance_stated_on)
            select id, 'also ' || name, 'OTHER', 'also-' || slug, provenance_source_key, '2022'
            from core.area
            where kind = 'BUURT';
            commit;
            """);
        await Database.Owner.RunAsync("analyze");
    }

    public async Task DisposeAsync() => await Database.DisposeAsync();
}
