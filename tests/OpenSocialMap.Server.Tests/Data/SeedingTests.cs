using Microsoft.Extensions.Logging.Abstractions;
using OpenSocialMap.Data;
using OpenSocialMap.Data.Seeding;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Data;

/// <summary>Seed files come into the database whole or not at all, and only what changed.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class SeedingTests(PostgresFixture postgres) : IAsyncLifetime, IDisposable
{
    readonly SeedFiles _files = new();
    SocialMapDatabase _database = null!;

    public async Task InitializeAsync() => _database = await postgres.OpenAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Everything_that_the_files_say_is_there()
    {
        var result = await SeedAsync();

        Assert.Equal(new(Inserted: 24, Updated: 0, Unpublished: 0), result);
        Assert.Equal(
            ["soup|The Hall|west|The Club|4.65|EXACT|WE|12:00|HOST choir,ORGANISER club|line|report line 1 2022"],
            await _database.Reader.RowsAsync(
                """
                select activity.slug, place.name, wijk.slug, organiser.name, st_x(activity.location), activity.location_precision,
                  array_to_string(schedule_by_day, ','), schedule_start_time::text::varchar(5),
                  (select string_agg(role || ' ' || partner.slug, ',' order by role)
                   from api.activity_partner join api.partner on partner.key = partner_key where activity_key = activity.key),
                  (select string_agg(slug, ',') from api.activity_programme join api.programme on programme.key = programme_key),
                  source.slug || ' ' || activity.provenance_locator || ' ' || activity.provenance_stated_on
                from api.activity
                join api.meeting_place place on place.key = activity.place_key
                join api.wijk on wijk.key = activity.wijk_key
                join api.partner organiser on organiser.key = activity.organiser_key
                join api.source on source.key = activity.provenance_source_key
                """));
        Assert.Equal(["west", "east"], await _database.Reader.RowsAsync(
            "select slug from api.wijkkrant_area join api.area on area.key = area_key order by slug desc"));
        Assert.Equal(["west"], await _database.Reader.RowsAsync("select slug from api.area_reference join api.area on key = area_key where reference = 'wild-west'"));
    }

    [Fact]
    public async Task A_working_area_of_whole_wijken_has_their_outline_and_one_with_a_part_has_none()
    {
        await SeedAsync();
        Assert.Equal(["yes|GENERALISED"], await _database.Reader.RowsAsync(
            """
            select case when st_equals(geometry, (select st_union(geometry) from api.wijk)) then 'yes' end, geometry_detail
            from api.werkgebied
            """));

        _files.Replace("werkgebied-wijken.csv", "both,WK000102,WHOLE", "both,WK000102,PART");
        await SeedAsync();
        Assert.Equal(["|"], await _database.Reader.RowsAsync("select st_astext(geometry), geometry_detail from api.werkgebied"));
    }

    [Fact]
    public async Task The_same_files_are_not_even_looked_at_again()
    {
        await SeedAsync();
        Assert.True((await SeedAsync()).Skipped);
    }

    [Fact]
    public async Task Files_that_say_the_same_in_other_words_change_no_row()
    {
        await SeedAsync();
        var before = await AllRowsAsync();
        _files.Replace("outlines/wijken.geojson", "\"properties\":{}", "\"properties\": {}");

        var result = await SeedAsync();

        Assert.Equal(new(0, 0, 0), result);
        Assert.Equal(before, await AllRowsAsync());
    }

    [Fact]
    public async Task Only_the_row_that_changed_is_modified()
    {
        await SeedAsync();
        _files.Replace("activities/west.csv", "Together at the table.", "All at one table.");

        Assert.Equal(new(0, 1, 0), await SeedAsync());
        Assert.Equal(["soup"], await _database.Owner.RowsAsync("select slug from core.activity where modified_at > created_at"));
        Assert.Empty(await _database.Owner.RowsAsync("select slug from core.meeting_place where modified_at > created_at"));
    }

    [Fact]
    public async Task A_row_that_vanishes_is_unpublished_and_comes_back_under_the_same_id()
    {
        await SeedAsync();
        var id = await _database.Reader.OneAsync<string>("select id from api.activity where slug = 'walk'");
        var row = _files.Remove("activities/west.csv", "walk,");

        Assert.Equal(new(0, 0, 1), await SeedAsync() with { Updated = 0 });
        Assert.Null(await _database.Reader.OneAsync<string>("select id from api.activity where slug = 'walk'"));
        Assert.Equal(id, await _database.Owner.OneAsync<string>("select id from core.activity where slug = 'walk' and not published"));

        _files.Append("activities/west.csv", row);
        await SeedAsync();
        Assert.Equal(id, await _database.Reader.OneAsync<string>("select id from api.activity where slug = 'walk'"));
    }

    [Fact]
    public async Task A_renamed_record_keeps_its_id_when_the_old_slug_stays_as_an_alias()
    {
        await SeedAsync();
        var id = await _database.Reader.OneAsync<string>("select id from api.meeting_place where slug = 'barn'");
        _files.Replace("meeting-places.csv", "barn,The Barn", "stable,The Stable");
        _files.Append("alternate-names.csv", "MeetingPlace,stable,The Barn,FORMER_NAME,barn,report,,2022,,");

        Assert.Equal(0, (await SeedAsync()).Unpublished);
        Assert.Equal(id, await _database.Reader.OneAsync<string>("select id from api.meeting_place where slug = 'stable'"));

        // Another barn is another record: the id of the first is never given out again.
        _files.Remove("alternate-names.csv", "MeetingPlace,stable");
        _files.Append("meeting-places.csv", "barn,A New Barn,,,,,,,,,,east,,,,,,report,,2022,,");
        await SeedAsync();
        Assert.Equal(id, await _database.Reader.OneAsync<string>("select id from api.meeting_place where slug = 'stable'"));
        Assert.NotEqual(id, await _database.Reader.OneAsync<string>("select id from api.meeting_place where slug = 'barn'"));
    }

    [Fact]
    public async Task An_area_is_known_by_its_code_whatever_its_slug()
    {
        await SeedAsync();
        var before = await _database.Owner.RowsAsync("select id from core.area where code = 'WK000101'");
        _files.Replace("wijken.csv", "WK000101,west", "WK000101,far-west");
        _files.Replace("alternate-names.csv", "Wijk,west", "Wijk,far-west");

        await SeedAsync();

        Assert.Equal(before, await _database.Reader.RowsAsync("select id from api.wijk where slug = 'far-west'"));
    }

    [Fact]
    public async Task What_an_editor_added_or_took_over_stays_as_the_editor_left_it()
    {
        await SeedAsync();
        await _database.Owner.RunAsync(
            """
            update core.partner set name = 'De Club', origin = 'EDITOR' where slug = 'club';
            insert into core.partner (id, slug, name, provenance_source_key, provenance_stated_on)
            select 'partner_0000000000000009', 'band', 'The Band', key, '2023' from core.source
            """);
        _files.Remove("partners.csv", "choir,");
        _files.Replace("activities/west.csv", "HOST:choir", "");
        _files.Replace("partners.csv", "The Club", "The Club Again");

        await SeedAsync();

        Assert.Equal(["De Club", "The Band"], await _database.Reader.RowsAsync("select name from api.partner order by name"));
        Assert.Equal(["De Club"], await _database.Reader.RowsAsync("select partner.name from api.activity join api.partner on partner.key = organiser_key"));
    }

    [Fact]
    public async Task A_broken_file_leaves_the_data_untouched()
    {
        await SeedAsync();
        var before = await AllRowsAsync();
        _files.Replace("partners.csv", "The Choir", "The Big Choir");
        _files.Replace("activities/west.csv", ",hall,", ",hell,");

        var broken = await Assert.ThrowsAsync<SeedException>(SeedAsync);

        Assert.Equal(["activities/west.csv(2): place: there is no meeting place \"hell\" (did you mean hall?); name one that the seed has, or add it"], broken.Problems);
        Assert.Equal(before, await AllRowsAsync());
    }

    [Fact]
    public async Task A_row_that_only_the_database_refuses_leaves_the_data_untouched()
    {
        await SeedAsync();
        var before = await AllRowsAsync();
        await _database.Owner.RunAsync("alter table core.activity add constraint no_walks check (name <> 'Walks')");
        _files.Replace("activities/west.csv", "walk,Walk", "walk,Walks");
        _files.Replace("partners.csv", "The Choir", "The Big Choir");

        await Assert.ThrowsAnyAsync<Exception>(SeedAsync);

        Assert.Equal(before, await AllRowsAsync());
    }

    [Fact]
    public async Task The_order_of_files_and_rows_does_not_matter()
    {
        _files.Replace("meeting-places.csv", "hall,The Hall,COMMUNITY_CENTRE,,Plein 1,3311 AB,,4.65,51.75,EXACT,,WK000101,club,,,", "hall,The Hall,,,,,,,,,,,club,,attic,");
        _files.Append("meeting-places.csv", "attic,The Attic,,,,,,,,,,,,,,,,report,,2022,,");
        await SeedAsync();
        Assert.Equal(["hall|attic"], await _database.Reader.RowsAsync(
            "select inside.slug, outside.slug from api.meeting_place inside join api.meeting_place outside on outside.key = inside.contained_in_key"));
    }

    Task<SeedResult> SeedAsync() => new Seeder(_database.Owner, NullLogger.Instance).SeedAsync(_files.Folder, default);

    // Every row of every table as it is, the moment it was last touched included.
    async Task<List<string>> AllRowsAsync()
    {
        var tables = await _database.Owner.RowsAsync("select tablename from pg_tables where schemaname = 'core' and tablename not in ('seeding', 'word', 'migration') order by 1");
        var rows = new List<string>();
        foreach (var table in tables)
            rows.AddRange(await _database.Owner.RowsAsync($"select '{table}', xmin, it::text from core.{table} it order by it::text"));
        return rows;
    }
}
