using OpenSocialMap.Data;
using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Server.Tests.Fixture;

/// <summary>One database for all tests of a class, with the small town and one of most things in it.</summary>
public sealed class TownDatabase(PostgresFixture postgres) : IAsyncLifetime
{
    internal SocialMapDatabase Database { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await postgres.OpenAsync();
        var world = new World();
        var hall = world.Place("hall", world.West);
        var soup = world.Activity("soup", hall);
        var once = new Schedule { Position = 1, StartDate = new(2023, 3, 1) };
        soup.Schedules.Add(once);
        soup.Occurrences.Add(new() { Id = "occ_0000000000000001", Schedule = once, OriginalDate = new(2023, 3, 1), Date = new(2023, 3, 1), EndDate = new(2023, 3, 1) });
        await world.SaveAsync(Database.Owner, hall, soup, world.Partner("club"), world.Name(world.West, "Wild West", "wild-west"));
    }

    public async Task DisposeAsync() => await Database.DisposeAsync();
}
