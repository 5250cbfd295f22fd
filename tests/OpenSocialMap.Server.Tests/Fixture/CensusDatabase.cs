using OpenSocialMap.Data;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Fixture;

/// <summary>
/// One database for all tests of a class, with a census of the small town: west's people are published, those of east and town withheld. Its
/// raw counts lie in restricted; that of town is a number that nothing else could be.
/// </summary>
public sealed class CensusDatabase(PostgresFixture postgres) : IAsyncLifetime
{
    public const string Secret = "987654";

    internal SocialMapDatabase Database { get; private set; } = null!;

    internal RunningServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await postgres.OpenAsync();
        var world = new World();
        await world.SaveAsync(Database.Owner, world.Indicator("people", world.Dataset("census")), world.Activity("soup", area: world.West));
        await Database.Owner.RunAsync(
            $"""
            insert into restricted.load (dataset_key, number, file_name, sha256) select key, 1, 'raw.csv', repeat('0', 64) from core.dataset;
            insert into restricted.cell (load_key, line, indicator_key, area_key, time_period, breakdown, value, obs_status, source_key, stated_on)
            select load.key, area.key, indicator.key, area.key, '2022', '', case area.slug when 'west' then 400 when 'east' then 1 else {Secret} end, 'A', source.key, '2022'
            from restricted.load, core.indicator, core.area, core.source
            where area.slug in ('west', 'east', 'town');
            """);
        await AddAsync(1, 400);
        Server = await RunningServer.StartAsync(Database);
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>Releases the census with this number for west.</summary>
    internal Task<int> AddAsync(int number, decimal west) => Releases.AddAsync(
        Database.Owner, "census", number, Releases.Row("PEOPLE", "WK000101", "2022", west), Releases.Row("PEOPLE", "WK000102", "2022", null), Releases.Row("PEOPLE", "GM0001", "2022", null));
}
