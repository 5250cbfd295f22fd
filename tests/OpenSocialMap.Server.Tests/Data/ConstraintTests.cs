using Npgsql;
using OpenSocialMap.Data;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Data;

/// <summary>What the database itself refuses, whoever writes.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class ConstraintTests(TownDatabase fixture) : IClassFixture<TownDatabase>
{
    readonly SocialMapDatabase _database = fixture.Database;

    [Theory]
    [InlineData("area set slug = 'Not A Slug'")]
    [InlineData("area set id = 'wijk_0000000000000il0' where slug = 'west'")]
    [InlineData("area set code = 'BU00010101' where slug = 'west'")]
    [InlineData("area set code = null where slug = 'west'")]
    [InlineData("area set inhabitants = -1")]
    [InlineData("area set geometry = st_geomfromtext('multipolygon(((0 0, 1 1, 1 0, 0 1, 0 0)))', 4326) where slug = 'west'")]
    [InlineData("area set geometry_detail = null where slug = 'west'")]
    [InlineData("area set wijk_key = null where slug = 'harbour'")]
    [InlineData("area set municipality_key = null where slug = 'west'")]
    [InlineData("area set wijk_key = (select key from core.area where slug = 'town') where slug = 'harbour'")]
    [InlineData("werkgebied_wijk set wijk_key = (select key from core.area where slug = 'harbour') where coverage = 'WHOLE'")]
    [InlineData("meeting_place set location = st_setsrid(st_makepoint(4, 51), 4326)")]
    [InlineData("meeting_place set location_precision = 'EXACT'")]
    [InlineData("meeting_place set website = 'ftp://example.org'")]
    [InlineData("meeting_place set website = 'javascript:alert(1)'")]
    [InlineData("meeting_place set kind = 'PUB'")]
    [InlineData("meeting_place set address_postal_code = '331 AB'")]
    [InlineData("meeting_place set contained_in_key = key")]
    [InlineData("meeting_place set replaced_by_key = key")]
    [InlineData("meeting_place set provenance_stated_on = '2022-13'")]
    [InlineData("meeting_place set provenance_stated_on = '2022-02-30'")]
    [InlineData("meeting_place set provenance_stated_on = 'lately'")]
    [InlineData("activity set themes = '{SLEEPING}'")]
    [InlineData("activity set in_language = '{Dutch}'")]
    [InlineData("activity set language_level = 'A3'")]
    [InlineData("activity set minimum_age = 12, maximum_age = 4")]
    [InlineData("activity set succeeded_by_key = key")]
    [InlineData("schedule set repeat_frequency = 'weekly'")]
    [InlineData("schedule set repeat_frequency = 'P'")]
    [InlineData("schedule set by_day = '{WED}'")]
    [InlineData("schedule set by_day = '{}'")]
    [InlineData("schedule set by_month = '{13}'")]
    [InlineData("schedule set by_month_day = '{0}'")]
    [InlineData("schedule set start_date = '2022-02-01', end_date = '2022-01-01'")]
    [InlineData("schedule set by_set_position = '{0}'")]
    [InlineData("schedule set repeat_count = 0")]
    [InlineData("schedule set position = 0")]
    [InlineData("occurrence set status = 'GONE'")]
    [InlineData("occurrence set end_date = date - 2")]
    [InlineData("occurrence set original_date = null where schedule_key is not null")]
    [InlineData("activity set name = ''")]
    public async Task A_row_that_makes_no_sense_is_refused(string change) =>
        Assert.Equal(PostgresErrorCodes.CheckViolation, await _database.Owner.RefusalAsync($"update core.{change}"));

    [Theory]
    [InlineData("schedule set by_day = '{WE,2TH,-1FR}', by_month_day = '{-1,15}', by_month = '{1,12}'")]
    [InlineData("activity set in_language = '{nl,ar-EG,zh-Hans}'")]
    [InlineData("schedule set repeat_frequency = 'P1Y2M3W4D', start_time = '22:00', end_time = '01:00'")]
    [InlineData("activity set provenance_stated_on = '2024-02-29'")]
    [InlineData("meeting_place set website = 'https://example.org/a?b=c', address_postal_code = '3311 AB'")]
    public async Task A_row_that_makes_sense_is_not(string change) => await TryAsync($"update core.{change}");

    [Theory]
    [InlineData(181, 0)]
    [InlineData(4, 91)]
    [InlineData(double.NaN, 51)]
    public async Task A_point_beyond_the_earth_is_refused(double longitude, double latitude) => await Assert.ThrowsAsync<PostgresException>(
        () => _database.Owner.RunAsync(FormattableString.Invariant(
            $"update core.meeting_place set location = st_setsrid(st_makepoint('{longitude}', '{latitude}'), 4326), location_precision = 'EXACT'")));

    [Fact]
    public async Task A_slug_is_unique_over_all_kinds_of_areas() =>
        Assert.Equal(PostgresErrorCodes.UniqueViolation, await _database.Owner.RefusalAsync("update core.area set slug = 'west' where slug = 'harbour'"));

    [Fact]
    public async Task Two_records_can_swap_their_slugs() =>
        await TryAsync("update core.area set slug = case slug when 'west' then 'east' else 'west' end where slug in ('west', 'east')");

    [Fact]
    public async Task A_slug_leads_to_one_area_only_also_as_an_alias() =>
        Assert.Equal(
            PostgresErrorCodes.ExclusionViolation,
            await _database.Owner.RefusalAsync(
                """
                insert into core.alternate_name (subject_id, name, name_kind, slug, provenance_source_key, provenance_stated_on)
                select id, 'Wild', 'OTHER', 'wild-west', provenance_source_key, '2022'
                from core.area
                where slug = 'harbour'
                """));

    [Fact]
    public async Task A_name_needs_a_subject()
    {
        Assert.Equal(
            PostgresErrorCodes.ForeignKeyViolation,
            await _database.Owner.RefusalAsync("update core.alternate_name set subject_id = 'wijk_0000000000000099'"));
        Assert.Equal(
            PostgresErrorCodes.ForeignKeyViolation,
            await _database.Owner.RefusalAsync(
                "delete from core.werkgebied_wijk; delete from core.activity; delete from core.meeting_place; delete from core.area where kind = 'BUURT'; delete from core.area where slug = 'west'"));
    }

    /// <summary>They go into answers as they are (<c>ColumnBinding.IsPlain</c>).</summary>
    [Fact]
    public async Task A_slug_a_code_and_a_postal_code_hold_nothing_that_JSON_would_escape()
    {
        var columns = await _database.Owner.RowsAsync(
            """
            select attrelid::regclass::text, attname::text, string_agg(pg_get_expr(conbin, conrelid), ' and ')
            from pg_attribute
            join pg_class
              on pg_class.oid = attrelid
             and relnamespace = 'core'::regnamespace
             and relkind = 'r'
            left join pg_constraint
              on conrelid = attrelid
             and contype = 'c'
             and conkey @> array[attnum]
             and conkey <@ array[attnum, (select kind.attnum from pg_attribute kind where kind.attrelid = pg_class.oid and kind.attname = 'kind')]
            where attname in ('slug', 'code', 'postal_code', 'address_postal_code')
              -- A release's code is a part of its id.
              and attgenerated = ''
            group by 1, 2
            """);
        Assert.NotEmpty(columns);
        foreach (var column in columns.Select(row => row.Split('|', 3)))
        {
            Assert.True(column[2].Length > 0, $"Nothing keeps {column[0]}.{column[1]} plain.");
            Assert.Empty(await _database.Owner.RowsAsync(
                $"""
                select {column[1]}
                from (select 'a' || chr(n) from generate_series(1, 127) n where n < 32 or n in (34, 92, 127)) odd ({column[1]})
                cross join (values ('MUNICIPALITY'), ('WIJK'), ('BUURT'), ('WERKGEBIED')) of (kind)
                where {column[2]}
                """));
        }
    }

    // As good as committed, but the next test finds the town as it was.
    Task TryAsync(string change) => _database.Owner.RunAsync($"begin; {change}; set constraints all immediate; rollback");
}
