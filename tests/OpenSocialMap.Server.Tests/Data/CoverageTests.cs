using OpenSocialMap.Data;
using OpenSocialMap.Data.Model;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Data;

/// <summary>Which areas have a walk-in and what isn't listed follows from what is written, in the commit that writes it.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class CoverageTests(PostgresFixture postgres) : IAsyncLifetime
{
    const string Statuses =
        """
        select area.slug, status, as_of
        from api.walk_in_coverage coverage
        join api.area on area.key = coverage.area_key
        order by 1
        """;

    const string Shares =
        """
        select area.slug, metres, round(share::numeric, 2), share_of_buurten, measured, approximate, unmeasured
        from api.walk_in_reach reach
        join api.area on area.key = reach.area_key
        where area.slug in ('east', 'west') and metres in (400, 2000)
        order by 1, 2
        """;

    const string Lacunes = "select area_name, norm_name, listed_more_widely from api.lacune order by 1, 2";

    readonly World _world = new();
    SocialMapDatabase _database = null!;

    public async Task InitializeAsync() => _database = await postgres.OpenAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task An_activity_that_one_can_walk_into_is_a_yes_for_its_wijk_and_the_werkgebied_around_it_and_for_no_other()
    {
        var soup = _world.Activity("soup", area: _world.West);
        soup.Access = Access.WalkIn;
        await _world.SaveAsync(_database.Owner, soup);
        Assert.Equal(["both|YES|2022", "east|UNKNOWN|", "west|YES|2022"], await _database.Reader.RowsAsync(Statuses));

        await _database.Owner.RunAsync("update core.activity set status = 'DEFUNCT'");
        Assert.Equal(["both|UNKNOWN|2022", "east|UNKNOWN|", "west|UNKNOWN|2022"], await _database.Reader.RowsAsync(Statuses));

        await _database.Owner.RunAsync("update core.activity set status = null, area_key = (select key from core.area where slug = 'east')");
        Assert.Equal(["both|UNKNOWN|", "east|YES|2022", "west|UNKNOWN|"], await _database.Reader.RowsAsync(Statuses));
    }

    [Fact]
    public async Task What_no_source_says_is_unknown_and_a_no_needs_a_source_that_is_younger_than_the_yes()
    {
        var soup = _world.Activity("soup", area: _world.West);
        var none = new WalkIn { Area = _world.West, Reason = "Er is geen inloop meer.", Provenance = _world.Said() };
        await _world.SaveAsync(_database.Owner, soup, none);
        Assert.Equal(["both|UNKNOWN|2022", "east|UNKNOWN|", "west|NO|2022"], await _database.Reader.RowsAsync(Statuses));

        await _database.Owner.RunAsync("update core.activity set access = 'WALK_IN', provenance_stated_on = '2023'");
        Assert.Equal(["both|YES|2023", "east|UNKNOWN|", "west|YES|2023"], await _database.Reader.RowsAsync(Statuses));

        await _database.Owner.RunAsync("update core.walk_in set provenance_stated_on = '2023-05'");
        Assert.Equal(["both|YES|2023", "east|UNKNOWN|", "west|NO|2023-05"], await _database.Reader.RowsAsync(Statuses));
    }

    [Fact]
    public async Task An_hour_of_which_nobody_says_how_to_get_in_counts_by_somebodys_word_and_a_campaign_never()
    {
        var hour = _world.Activity("hour", area: _world.West);
        var winter = _world.Activity("winter", area: _world.East);
        winter.Access = Access.WalkIn;
        winter.Schedules.Add(new() { Position = 1, StartDate = new(2022, 11, 15), EndDate = new(2023, 3, 31) });
        await _world.SaveAsync(_database.Owner, hour, winter, new WalkIn { Activity = hour, Reason = "Een spreekuur.", Provenance = _world.Said() });
        Assert.Equal(["both|YES|2022", "east|UNKNOWN|2022", "west|YES|2022"], await _database.Reader.RowsAsync(Statuses));

        await _database.Owner.RunAsync("update core.activity set access = 'APPOINTMENT' where slug = 'hour'");
        Assert.Equal(["both|UNKNOWN|2022", "east|UNKNOWN|2022", "west|UNKNOWN|2022"], await _database.Reader.RowsAsync(Statuses));
    }

    [Fact]
    public async Task Reach_is_measured_over_borders_from_points_that_are_good_enough_and_follows_them()
    {
        // In West, 700 metres from East.
        var hall = _world.Place("hall", _world.West, World.Point(4.69, 51.75), LocationPrecision.Exact);
        var soup = _world.Activity("soup", hall);
        soup.Access = Access.WalkIn;
        await _world.SaveAsync(_database.Owner, hall, soup);
        Assert.Equal(
            ["east|400|0.00|0|0|0|0", "east|2000|0.05|0|1|0|0", "west|400|0.01|0|1|0|0", "west|2000|0.12|0|1|0|0"],
            await _database.Reader.RowsAsync(Shares));

        await _database.Owner.RunAsync("update core.meeting_place set location_precision = 'NEARBY'");
        Assert.Contains("east|2000|0.05|0|1|1|0", await _database.Reader.RowsAsync(Shares));

        await _database.Owner.RunAsync("update core.meeting_place set location = st_setsrid(st_makepoint(4.65, 51.75), 4326)");
        Assert.Equal(
            ["east|400|0.00|0|0|0|0", "east|2000|0.00|0|0|0|0", "west|400|0.01|1|1|1|0", "west|2000|0.16|1|1|1|0"],
            await _database.Reader.RowsAsync(Shares));

        await _database.Owner.RunAsync("update core.meeting_place set location_precision = 'AREA'");
        Assert.Equal(["east|400|||0|0|0", "east|2000|||0|0|0", "west|400|||0|0|1", "west|2000|||0|0|1"], await _database.Reader.RowsAsync(Shares));
    }

    [Fact]
    public async Task A_lacune_is_there_until_something_is_listed_and_says_when_it_is_listed_more_widely()
    {
        var norm = new Norm { Slug = "soup", Name = "Soup in the evening", Themes = [Theme.EatingTogether], DayPart = DayPart.Evening, Provenance = _world.Said() };
        var soup = _world.Activity("soup", area: _world.West);
        soup.Themes = [Theme.EatingTogether];
        await _world.SaveAsync(_database.Owner, soup, norm);
        Assert.Equal(["Both|Soup in the evening|False", "East|Soup in the evening|False", "West|Soup in the evening|False"], await _database.Reader.RowsAsync(Lacunes));

        await _database.Owner.RunAsync("insert into core.schedule (activity_key, position, start_time) select key, 1, '18:30' from core.activity");
        Assert.Equal(["East|Soup in the evening|False"], await _database.Reader.RowsAsync(Lacunes));

        await _database.Owner.RunAsync("update core.activity set area_key = (select key from core.area where slug = 'town')");
        Assert.Equal(["Both|Soup in the evening|True", "East|Soup in the evening|True", "West|Soup in the evening|True"], await _database.Reader.RowsAsync(Lacunes));

        await _database.Owner.RunAsync("update core.norm set published = false");
        Assert.Empty(await _database.Reader.RowsAsync(Lacunes));
    }

    [Fact]
    public async Task What_an_unpublished_activity_fulfilled_is_unknown_again()
    {
        var soup = _world.Activity("soup", area: _world.West);
        soup.Access = Access.WalkIn;
        await _world.SaveAsync(_database.Owner, soup);

        await _database.Owner.RunAsync("update core.activity set published = false");

        Assert.Equal(["both|UNKNOWN|", "east|UNKNOWN|", "west|UNKNOWN|"], await _database.Reader.RowsAsync(Statuses));
        Assert.Empty(await _database.Reader.RowsAsync("select * from api.walk_in_fulfilment"));
    }
}
