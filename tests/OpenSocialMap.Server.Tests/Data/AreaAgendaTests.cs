using OpenSocialMap.Data;
using OpenSocialMap.Data.Model;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Data;

/// <summary>What is on in an area is what is on at its places, whatever becomes of either.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class AreaAgendaTests(PostgresFixture postgres) : IAsyncLifetime
{
    const int Times = 3;

    SocialMapDatabase _database = null!;

    public async Task InitializeAsync() => _database = await postgres.OpenFilledAsync("area_agenda", FillAsync);

    public async Task DisposeAsync() => await _database.DisposeAsync();

    static async Task FillAsync(SocialMapDatabase database)
    {
        var world = new World();
        var hall = world.Place("hall", world.West);
        await world.SaveAsync(
            database.Owner, Thrice(world.Activity("soup", hall)), Thrice(world.Activity("chess", hall)), Thrice(world.Activity("walk", area: world.East)),
            world.Place("barn", world.East));
        await database.Agenda.KeepAsync(default);

        static Activity Thrice(Activity activity)
        {
            activity.Schedules.Add(new() { Position = 1, RepeatFrequency = "P1W", ByDay = ["WE"], StartDate = new(2023, 1, 4), RepeatCount = Times });
            return activity;
        }
    }

    [Theory]
    [InlineData("select", 6, 3)]
    [InlineData("update core.occurrence set status = 'CANCELLED' where date = '2023-01-11'", 6, 3)]
    [InlineData("update core.occurrence set place_key = (select key from core.meeting_place where slug = 'barn') where date = '2023-01-11'", 4, 5)]
    [InlineData("update core.occurrence set date = '2023-01-12' where date = '2023-01-11'", 6, 3)]
    [InlineData("delete from core.occurrence where date = '2023-01-11'", 4, 2)]
    [InlineData("insert into core.occurrence (activity_key, date) select key, '2023-02-02' from core.activity", 8, 4)]
    [InlineData("update core.activity set place_key = (select key from core.meeting_place where slug = 'barn') where slug = 'soup'", 3, 6)]
    [InlineData("update core.activity set published = false where slug = 'soup'", 3, 3)]
    [InlineData("update core.meeting_place set area_key = (select key from core.area where slug = 'east') where slug = 'hall'", 0, 9)]
    [InlineData("update core.area set published = false where slug = 'west'", 0, 3)]
    [InlineData("delete from core.activity where slug = 'soup'", 3, 3)]
    public async Task An_area_has_the_times_of_what_is_in_it(string change, int west, int east)
    {
        await _database.Owner.RunAsync(change);

        Assert.Equal((west, east), (await CountAsync("west"), await CountAsync("east")));
        Assert.Empty(await DifferencesAsync());
    }

    [Fact]
    public async Task A_time_that_was_moved_elsewhere_moves_with_that_place()
    {
        await _database.Owner.RunAsync("update core.occurrence set place_key = (select key from core.meeting_place where slug = 'barn') where date = '2023-01-11'");
        await _database.Owner.RunAsync("update core.meeting_place set area_key = (select key from core.area where slug = 'west') where slug = 'barn'");
        Assert.Equal((7, 2), (await CountAsync("west"), await CountAsync("east")));
        Assert.Empty(await DifferencesAsync());

        await _database.Owner.RunAsync("update core.meeting_place set published = false where slug = 'barn'");
        Assert.Equal((4, 2), (await CountAsync("west"), await CountAsync("east")));
        Assert.Empty(await DifferencesAsync());

        await _database.Owner.RunAsync("update core.occurrence set place_key = null");
        Assert.Equal((6, 3), (await CountAsync("west"), await CountAsync("east")));
        Assert.Empty(await DifferencesAsync());
    }

    Task<List<string>> DifferencesAsync() => _database.Owner.RowsAsync(
        """
        (select area_key, agenda_at, occurrence_key from core.area_agenda except select area_key, agenda_at, occurrence_key from core.area_agenda_wanted)
        union all
        (select area_key, agenda_at, occurrence_key from core.area_agenda_wanted except select area_key, agenda_at, occurrence_key from core.area_agenda)
        """);

    async Task<int> CountAsync(string area) => (int)await _database.Owner.OneAsync<long>(
        $"select count(*) from api.area_agenda join core.area on area.key = area_key where area.slug = '{area}'");
}
