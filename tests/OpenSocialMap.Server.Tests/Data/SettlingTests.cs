using OpenSocialMap.Data;
using OpenSocialMap.Data.Model;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Data;

/// <summary>What is derived from other records follows each change of them: divisions, closures, points.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class SettlingTests(PostgresFixture postgres) : IAsyncLifetime
{
    readonly World _world = new();
    SocialMapDatabase _database = null!;

    public async Task InitializeAsync() => _database = await postgres.OpenAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_place_in_a_buurt_lies_in_its_wijk_town_and_whole_working_areas()
    {
        await _world.SaveAsync(_database.Owner, _world.Place("hall", _world.Harbour), _world.Place("barn", _world.Meadow));

        Assert.Equal(["both", "harbour", "town", "west"], await AreasOfPlaceAsync("hall"));
        // Both takes in only a part of East, so a place in East may lie outside it.
        Assert.Equal(["east", "meadow", "town"], await AreasOfPlaceAsync("barn"));
        Assert.Equal(["harbour|west|town"], await DivisionAsync("meeting_place", "hall"));
    }

    [Fact]
    public async Task A_place_in_a_working_area_lies_in_that_and_in_the_town_alone()
    {
        await _world.SaveAsync(_database.Owner, _world.Place("tent", _world.Both));

        Assert.Equal(["both", "town"], await AreasOfPlaceAsync("tent"));
        Assert.Equal(["||town"], await DivisionAsync("meeting_place", "tent"));
    }

    [Fact]
    public async Task A_place_that_moves_takes_its_activities_along()
    {
        var hall = _world.Place("hall", _world.Harbour);
        await _world.SaveAsync(_database.Owner, hall, _world.Activity("soup", hall));
        Assert.Equal(["both", "harbour", "town", "west"], await AreasOfActivityAsync("soup"));

        await _database.Owner.RunAsync("update core.meeting_place set area_key = (select key from core.area where slug = 'east') where slug = 'hall'");

        Assert.Equal(["east", "town"], await AreasOfActivityAsync("soup"));
        Assert.Equal(["|east|town"], await DivisionAsync("activity", "soup"));
    }

    [Fact]
    public async Task An_activity_without_a_place_lies_in_its_own_area()
    {
        await _world.SaveAsync(_database.Owner, _world.Activity("walk", area: _world.West));

        Assert.Equal(["both", "town", "west"], await AreasOfActivityAsync("walk"));
        Assert.Equal(["|west|town"], await DivisionAsync("activity", "walk"));
    }

    [Fact]
    public async Task An_activity_has_the_point_of_its_place_while_it_has_that_place()
    {
        var hall = _world.Place("hall", location: World.Point(4.65, 51.75), precision: LocationPrecision.Nearby);
        await _world.SaveAsync(_database.Owner, hall, _world.Activity("soup", hall));
        const string Question = "select st_astext(location), location_precision, round(st_x(location_rd)) from api.activity";
        Assert.Equal(["POINT(4.65 51.75)|NEARBY|104093"], await _database.Owner.RowsAsync(Question));

        await _database.Owner.RunAsync("update core.meeting_place set location = st_setsrid(st_makepoint(4.66, 51.75), 4326), location_precision = 'EXACT'");
        Assert.StartsWith("POINT(4.66 51.75)|EXACT|", (await _database.Owner.RowsAsync(Question)).Single(), StringComparison.Ordinal);

        await _database.Owner.RunAsync("update core.activity set place_key = null");
        Assert.Equal(["||"], await _database.Owner.RowsAsync(Question));
    }

    [Fact]
    public async Task An_activity_shows_the_schedule_that_comes_first()
    {
        await _world.SaveAsync(_database.Owner, _world.Activity("soup", area: _world.West), _world.Activity("tea", area: _world.West));
        const string Question = "select schedule_text, array_to_string(schedule_by_day, ',') from api.activity order by slug";
        Assert.Equal(["|", "|"], await _database.Owner.RowsAsync(Question));

        await _database.Owner.RunAsync(
            """
            insert into core.schedule (activity_key, position, text, by_day)
            select key, position, text, by_day
            from core.activity
            cross join (values (2, 'second', '{TU}'::text[]), (1, 'first', '{MO,WE}')) as schedule (position, text, by_day)
            where slug = 'soup'
            """);
        Assert.Equal(["first|MO,WE", "|"], await _database.Owner.RowsAsync(Question));

        await _database.Owner.RunAsync("update core.schedule set by_day = '{FR}' where position = 1");
        Assert.Equal(["first|FR", "|"], await _database.Owner.RowsAsync(Question));

        await _database.Owner.RunAsync("update core.schedule set activity_key = (select key from core.activity where slug = 'tea') where position = 1");
        Assert.Equal(["|", "first|FR"], await _database.Owner.RowsAsync(Question));

        await _database.Owner.RunAsync("update core.schedule set position = 1 where position = 2");
        Assert.Equal(["second|TU", "first|FR"], await _database.Owner.RowsAsync(Question));

        await _database.Owner.RunAsync("delete from core.schedule where text = 'first'");
        Assert.Equal(["second|TU", "|"], await _database.Owner.RowsAsync(Question));
    }

    [Theory]
    [InlineData(4.65, LocationPrecision.Exact, "harbour|west|town")]
    [InlineData(4.65, LocationPrecision.Nearby, "||")]
    [InlineData(4.65, LocationPrecision.Area, "||")]
    [InlineData(4.69998, LocationPrecision.Exact, "||")]
    [InlineData(5.00, LocationPrecision.Exact, "||")]
    public async Task Without_a_word_of_a_source_only_an_exact_point_well_inside_decides(double longitude, LocationPrecision precision, string division)
    {
        await _world.SaveAsync(_database.Owner, _world.Place("hall", location: World.Point(longitude, 51.75), precision: precision));

        Assert.Equal([division], await DivisionAsync("meeting_place", "hall"));
    }

    [Fact]
    public async Task A_new_outline_moves_the_places_that_only_have_a_point()
    {
        await _world.SaveAsync(_database.Owner, _world.Place("hall", location: World.Point(4.65, 51.75), precision: LocationPrecision.Exact));

        await _database.Owner.RunAsync(
            """
            update core.area
            set geometry = case
              when slug in ('west', 'harbour') then st_translate(geometry, -1, 0)
              else st_translate(geometry, -0.1, 0)
            end
            where geometry is not null
            """);

        Assert.Equal(["meadow|east|town"], await DivisionAsync("meeting_place", "hall"));
    }

    [Fact]
    public async Task A_wijk_that_leaves_a_working_area_takes_its_places_out()
    {
        await _world.SaveAsync(_database.Owner, _world.Place("hall", _world.West), _world.Activity("walk", area: _world.West));

        await _database.Owner.RunAsync("delete from core.werkgebied_wijk where wijk_key = (select key from core.area where slug = 'west')");
        Assert.Equal(["town", "west"], await AreasOfPlaceAsync("hall"));
        Assert.Equal(["town", "west"], await AreasOfActivityAsync("walk"));

        await _database.Owner.RunAsync("update core.werkgebied_wijk set wijk_key = (select key from core.area where slug = 'west'), coverage = 'WHOLE'");
        Assert.Equal(["both", "town", "west"], await AreasOfPlaceAsync("hall"));
    }

    [Fact]
    public async Task What_is_derived_moves_no_modified_at()
    {
        var hall = _world.Place("hall", _world.Harbour);
        await _world.SaveAsync(_database.Owner, hall, _world.Activity("soup", hall));
        await _database.Owner.RunAsync("alter table core.activity disable trigger modified; update core.activity set modified_at = '2020-01-01'; alter table core.activity enable trigger modified");

        await _database.Owner.RunAsync("update core.meeting_place set area_key = (select key from core.area where slug = 'east')");
        Assert.Equal(["|east|town"], await DivisionAsync("activity", "soup"));
        Assert.Equal(2020m, await _database.Owner.OneAsync<decimal>("select extract(year from modified_at) from core.activity"));

        await _database.Owner.RunAsync("update core.activity set name = name");
        Assert.Equal(2020m, await _database.Owner.OneAsync<decimal>("select extract(year from modified_at) from core.activity"));

        await _database.Owner.RunAsync("update core.activity set name = 'Soup!', created_at = '2019-01-01'");
        Assert.NotEqual(2020m, await _database.Owner.OneAsync<decimal>("select extract(year from modified_at) from core.activity"));
        Assert.NotEqual(2019m, await _database.Owner.OneAsync<decimal>("select extract(year from created_at) from core.activity"));
    }

    [Fact]
    public async Task A_transaction_that_is_rolled_back_leaves_nothing_to_settle()
    {
        await _world.SaveAsync(_database.Owner);
        await using var connection = await _database.Owner.OpenConnectionAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using var command = new Npgsql.NpgsqlCommand("update core.area set name = 'Elsewhere'", connection);
            await command.ExecuteNonQueryAsync();
        }

        Assert.Equal(0L, await _database.Owner.OneAsync<long>("select (select count(*) from core.stale) + (select count(*) from core.unsettled)"));
        Assert.Equal(1L, await _database.Owner.OneAsync<long>("select count(*) from api.search('west') where kind = 'Wijk'"));
    }

    [Fact]
    public async Task Changes_made_side_by_side_both_count()
    {
        var hall = _world.Place("hall", _world.West);
        await _world.SaveAsync(_database.Owner, hall);

        await using var first = await _database.Owner.OpenConnectionAsync();
        await using var second = await _database.Owner.OpenConnectionAsync();
        await using var moving = await first.BeginTransactionAsync();
        await using var adding = await second.BeginTransactionAsync();
        await using var move = new Npgsql.NpgsqlCommand("update core.meeting_place set area_key = (select key from core.area where slug = 'east')", first);
        await move.ExecuteNonQueryAsync();
        await using var add = new Npgsql.NpgsqlCommand(
            """
            insert into core.activity (id, slug, name, place_key, provenance_source_key, provenance_stated_on)
            select 'act_0000000000000009', 'soup', 'Soup', (select key from core.meeting_place), key, '2022'
            from core.source
            """,
            second);
        await add.ExecuteNonQueryAsync();
        await Task.WhenAll(moving.CommitAsync(), adding.CommitAsync());

        Assert.Equal(["east", "town"], await AreasOfActivityAsync("soup"));
    }

    Task<List<string>> AreasOfPlaceAsync(string slug) => _database.Owner.RowsAsync(
        $"""
        select area.slug
        from api.area_place member
        join api.area on area.key = member.area_key
        join api.meeting_place place on place.key = member.place_key
        where place.slug = '{slug}'
        order by area.slug collate "C"
        """);

    [Fact]
    public async Task What_lies_in_an_area_is_listed_there_under_the_name_that_it_has()
    {
        var hall = _world.Place("hall", _world.Harbour);
        await _world.SaveAsync(_database.Owner, hall, _world.Activity("soup", hall));

        await _database.Owner.RunAsync("update core.meeting_place set name = 'Renamed'; update core.activity set name = 'Renamed too'");

        Assert.Equal(["f|f"], await _database.Owner.RowsAsync(
            """
            select
              left((exists (select area_key, place_key, name from core.area_place except select area_key, place_key, name from core.area_place_wanted))::text, 1),
              left((exists (select area_key, activity_key, name from core.area_activity except select area_key, activity_key, name from core.area_activity_wanted))::text, 1)
            """));
        Assert.Equal(["Renamed"], await _database.Owner.RowsAsync("select distinct name from api.area_place"));
        Assert.Equal(["Renamed too"], await _database.Owner.RowsAsync("select distinct name from api.area_activity"));
    }

    Task<List<string>> AreasOfActivityAsync(string slug) => _database.Owner.RowsAsync(
        $"""
        select area.slug
        from api.area_activity member
        join api.area on area.key = member.area_key
        join api.activity on activity.key = member.activity_key
        where activity.slug = '{slug}'
        order by area.slug collate "C"
        """);

    Task<List<string>> DivisionAsync(string table, string slug) => _database.Owner.RowsAsync(
        $"""
        select buurt.slug, wijk.slug, municipality.slug
        from api.{table} it
        left join api.buurt on buurt.key = it.buurt_key
        left join api.wijk on wijk.key = it.wijk_key
        left join api.municipality on municipality.key = it.municipality_key
        where it.slug = '{slug}'
        """);
}
