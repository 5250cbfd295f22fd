using OpenSocialMap.Data;
using OpenSocialMap.Data.Model;
using OpenSocialMap.Server.Subscriptions;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Subscriptions;

/// <summary>
/// A server over a small town of its own for each test: soup in the hall, which is in the harbour in the west and is run by the club; a walk in
/// the east, from no place and with nobody.
/// </summary>
public abstract class SubscriptionTests(PostgresFixture postgres) : IAsyncLifetime
{
    protected const string Changes =
        "subscription($id: ID, $area: String, $place: ID, $partner: ID) { activityChanged(id: $id, area: $area, place: $place, partner: $partner) { change id activity { slug name } } }";

    internal SocialMapDatabase Database { get; private set; } = null!;

    internal RunningServer Server { get; private set; } = null!;

    // On a busy machine a client may take long to say hello.
    internal virtual StreamSettings Streams => new() { Initialisation = TimeSpan.FromMinutes(1) };

    public async Task InitializeAsync()
    {
        Database = await postgres.OpenFilledAsync("followed", FillAsync);
        Server = await RunningServer.StartAsync(Database, settings => settings with { Streams = Streams });
        await ListeningAsync(Database);
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static async Task FillAsync(SocialMapDatabase database)
    {
        var world = new World();
        var club = world.Partner("club");
        var hall = world.Place("hall", world.Harbour);
        hall.Operator = club;
        var soup = world.Activity("soup", hall);
        soup.PartnerLinks.Add(new() { Partner = club, Role = PartnerRole.Host });
        await world.SaveAsync(database.Owner, soup, world.Activity("walk", area: world.East), world.Place("shed", world.East), world.Partner("choir"));
    }

    internal static async Task ListeningAsync(SocialMapDatabase database)
    {
        for (var tries = 0; database.Signals.Version.Current == 0; tries++)
        {
            Assert.True(tries < 6_000, "It didn't listen within a minute.");
            await Task.Delay(10);
        }
    }

    internal Task WriteAsync(string sql) => Database.Owner.RunAsync(sql);

    internal Task<EventReader> FollowAsync(string variables = "{}", string query = Changes) => EventReader.OpenAsync(Server.Http, query, variables);

    /// <summary>An event of <see cref="Changes"/>.</summary>
    protected static string Change(string change, string id, string? slug, string? name = null)
    {
        var activity = slug is null ? "null" : $$"""{"slug":"{{slug}}","name":"{{name ?? slug}}"}""";
        return $"next {{\"data\":{{\"activityChanged\":{{\"change\":\"{change}\",\"id\":\"{id}\",\"activity\":{activity}}}}}}}";
    }
}
