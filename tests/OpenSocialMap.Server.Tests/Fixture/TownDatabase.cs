using OpenSocialMap.Data;

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
        await world.SaveAsync(Database.Owner, hall, world.Activity("soup", hall), world.Partner("club"), world.Name(world.West, "Wild West", "wild-west"));
    }

    public async Task DisposeAsync() => await Database.DisposeAsync();
}
