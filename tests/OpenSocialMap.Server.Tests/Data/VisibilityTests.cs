using OpenSocialMap.Data;
using OpenSocialMap.Data.Model;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Data;

/// <summary>api shows what is published, and nothing that hangs on what isn't.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class VisibilityTests(PostgresFixture postgres) : IAsyncLifetime
{
    readonly World _world = new();
    SocialMapDatabase _database = null!;

    public async Task InitializeAsync() => _database = await postgres.OpenAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task An_unpublished_place_takes_its_point_and_areas_from_its_activities_and_gives_them_back()
    {
        var hall = _world.Place("hall", _world.Harbour, World.Point(4.65, 51.75), LocationPrecision.Exact);
        await _world.SaveAsync(_database.Owner, hall, _world.Activity("soup", hall, _world.East));
        const string Question =
            """
            select place.slug, activity.location_precision, wijk.slug, (select count(*) from api.area_activity), (select count(*) from api.area_place)
            from api.activity
            left join api.meeting_place place on place.key = activity.place_key
            left join api.wijk on wijk.key = activity.wijk_key
            """;
        Assert.Equal(["hall|EXACT|west|5|4"], await _database.Reader.RowsAsync(Question));

        await _database.Owner.RunAsync("update core.meeting_place set published = false");
        Assert.Equal(["||east|2|0"], await _database.Reader.RowsAsync(Question));
        Assert.Empty(await _database.Reader.RowsAsync("select * from api.search('hall')"));

        await _database.Owner.RunAsync("update core.meeting_place set published = true");
        Assert.Equal(["hall|EXACT|west|5|4"], await _database.Reader.RowsAsync(Question));
    }

    [Fact]
    public async Task An_unpublished_activity_leaves_no_trace()
    {
        var club = _world.Partner("club");
        var soup = _world.Activity("soup", area: _world.West);
        soup.PartnerLinks.Add(new() { Partner = club, Role = PartnerRole.Host });
        await _world.SaveAsync(_database.Owner, soup, _world.Name(soup, "Broth", "broth"));
        const string Question =
            """
            select (select count(*) from api.activity), (select count(*) from api.activity_partner), (select count(*) from api.area_activity),
              (select count(*) from api.alternate_name), (select count(*) from api.search('broth'))
            """;
        Assert.Equal(["1|1|3|1|1"], await _database.Reader.RowsAsync(Question));

        await _database.Owner.RunAsync("update core.activity set published = false");
        Assert.Equal(["0|0|0|0|0"], await _database.Reader.RowsAsync(Question));
    }

    [Fact]
    public async Task An_unpublished_wijk_hides_its_buurten_and_its_figures_but_not_its_places()
    {
        await _world.SaveAsync(_database.Owner, _world.Indicator("people", _world.Dataset("census")), _world.Place("hall", _world.Harbour));
        await Releases.AddAsync(_database.Owner, "census", 1, Releases.Row("PEOPLE", "WK000101", "2023", 10));
        const string Question =
            """
            select (select string_agg(slug, ' ' order by slug) from api.area), (select count(*) from api.observation),
              (select count(*) from api.werkgebied_wijk), (select string_agg(area.slug, ' ' order by area.slug) from api.area_place join api.area on area.key = area_key)
            """;
        Assert.Equal(["both east harbour meadow town west|1|2|both harbour town west"], await _database.Reader.RowsAsync(Question));

        await _database.Owner.RunAsync("update core.area set published = false where slug = 'west'");
        Assert.Equal(["both east meadow town|0|1|both town"], await _database.Reader.RowsAsync(Question));
        Assert.Equal(["hall"], await _database.Reader.RowsAsync("select slug from api.meeting_place"));

        await _database.Owner.RunAsync("update core.area set published = true where slug = 'west'");
        Assert.Equal(["both east harbour meadow town west|1|2|both harbour town west"], await _database.Reader.RowsAsync(Question));
    }

    [Fact]
    public async Task An_unpublished_indicator_hides_its_figures()
    {
        await _world.SaveAsync(_database.Owner, _world.Indicator("people", _world.Dataset("census")));
        await Releases.AddAsync(_database.Owner, "census", 1, Releases.Row("PEOPLE", "WK000101", "2023", 10));
        Assert.Equal(1L, await _database.Reader.OneAsync<long>("select count(*) from api.observation"));

        await _database.Owner.RunAsync("update core.indicator set published = false");
        Assert.Equal(0L, await _database.Reader.OneAsync<long>("select count(*) from api.observation"));
    }

    [Fact]
    public async Task An_unpublished_partner_is_gone_from_activities_and_from_what_finds_them()
    {
        var club = _world.Partner("zangvereniging");
        var soup = _world.Activity("soup", area: _world.West);
        soup.Organiser = club;
        soup.PartnerLinks.Add(new() { Partner = club, Role = PartnerRole.Organiser });
        await _world.SaveAsync(_database.Owner, soup);
        Assert.Equal(["Activity", "Partner"], await _database.Reader.RowsAsync("select kind from api.search('zangvereniging') order by 1"));

        await _database.Owner.RunAsync("update core.partner set published = false");
        Assert.Empty(await _database.Reader.RowsAsync("select kind from api.search('zangvereniging')"));
        Assert.Equal(0L, await _database.Reader.OneAsync<long>("select count(*) from api.activity_partner"));
        Assert.Equal(1L, await _database.Reader.OneAsync<long>("select count(*) from api.activity where not exists (select from api.partner where key = organiser_key)"));
    }

    [Fact]
    public async Task No_view_shows_who_keeps_a_record_or_whether_it_is_published() =>
        Assert.Empty(await _database.Owner.RowsAsync(
            "select table_name from information_schema.columns where table_schema = 'api' and column_name in ('origin', 'published', 'visible')"));
}
