using Npgsql;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;
using OpenSocialMap.Server.Tests.Subscriptions;

namespace OpenSocialMap.Server.Tests.Faults;

/// <summary>The private PostgreSQL of a running server dies: the server brings it up again by itself, and whoever listens hears on.</summary>
public sealed class EmbeddedClusterTests : IDisposable
{
    private readonly string _folder = PostgresFixture.MakeFolder();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_cluster_that_was_killed_is_started_again_and_everything_goes_on()
    {
        await PostgresFixture.CopyModelAsync(_folder);
        await using var server = await ServerProcess.StartAsync(("OPENSOCIALMAP_DATA", _folder));
        var cluster = Path.Combine(_folder, "postgres");
        using var follower = await SocketClient.GreetAsync(server.Address);
        await follower.SubscribeAsync("1", "subscription { placeChanged { change place { slug } } }");

        for (var round = 1; round <= 2; round++)
        {
            var load = Load.Start(server.Http, clients: 3);
            OwnCluster.Kill(OwnCluster.Postmaster(cluster));
            // Sessions outlive their postmaster for a moment, so an answer alone shows nothing yet.
            await Recovery.UntilAsync(() => Task.FromResult(server.Log.Split(" runs in ").Length == round + 2), "The cluster is not started again.");
            await Recovery.UntilAnsweredAsync(server.Http);
            await Recovery.UntilKeptAsync(server.Http, "{ wijken { totalCount } }");
            await load.StopAsync();
            // Ask anew, says the server: something may have been missed. What comes after that is told as ever.
            Assert.Contains("REFRESH", await follower.NextAsync(), StringComparison.Ordinal);
            await RenameAsync(cluster, $"Nieuw {round}");
            Assert.Contains("UPDATED", await follower.NextAsync(), StringComparison.Ordinal);
        }
        Assert.True(server.Log.Split("ended without being told to").Length == 3, server.Log);

        server.Terminate();
        await server.Process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(0, server.Process.ExitCode);
        Assert.False(File.Exists(Path.Combine(cluster, "data/postmaster.pid")));
    }

    private static async Task RenameAsync(string cluster, string name)
    {
        await using var owner = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder
        {
            Host = cluster, Username = "socialmap_owner", Database = "socialmap", Pooling = false,
            Password = (await File.ReadAllTextAsync(Path.Combine(cluster, "password"))).Trim(),
        }.ConnectionString);
        await owner.RunAsync($"update core.meeting_place set name = '{name}' where slug = (select min(slug) from api.meeting_place)");
    }
}
