using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Subscriptions;

/// <summary>A server process that is asked to stop lets its followers go, in a way that has them come again elsewhere.</summary>
[Collection(WaitingCollection.Name)]
public sealed class StoppingTests(PostgresFixture postgres)
{
    [Fact]
    public async Task On_TERM_sockets_are_closed_with_1001_streams_end_and_the_process_ends_well()
    {
        await using var server = await ServerProcess.StartOverAsync(await postgres.CreateSeededDatabaseAsync());
        using var socket = await SocketClient.GreetAsync(server.Address);
        await socket.SubscribeAsync("1", "subscription { activityChanged { id } }");
        using var idle = await SocketClient.GreetAsync(server.Address);
        using var events = await EventReader.OpenAsync(server.Http, "subscription { activityChanged { id } }");
        using var live = await EventReader.OpenAsync(server.Http, "query @live { wijken { totalCount } }");
        Assert.Contains("totalCount", await live.NextAsync(), StringComparison.Ordinal);

        server.Terminate();

        Assert.Equal("1001 The server stops", await socket.NextAsync());
        Assert.Equal("1001 The server stops", await idle.NextAsync());
        Assert.Null(await events.NextAsync());
        Assert.Null(await live.NextAsync());
        await server.Process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(0, server.Process.ExitCode);
    }
}
