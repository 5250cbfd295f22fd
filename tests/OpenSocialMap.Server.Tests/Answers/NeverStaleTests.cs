using Npgsql;
using OpenSocialMap.Data.Signals;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Answers;

/// <summary>After a write is acknowledged and the stated bound has passed, no server gives an answer of before: two processes, one database.</summary>
[Collection(WaitingCollection.Name)]
public sealed class NeverStaleTests(PostgresFixture postgres)
{
    private const string Query = "{ wijk(by: { code: \"WK050508\" }) { officialName } }";

    [Fact]
    public async Task No_process_gives_an_old_answer_after_a_write()
    {
        var connection = await postgres.CreateSeededDatabaseAsync();
        await using var writer = NpgsqlDataSource.Create(connection);
        await using var one = await ServerProcess.StartOverAsync(connection);
        await using var two = await ServerProcess.StartOverAsync(connection);
        var fromMemory = 0;

        for (var round = 1; round <= 4; round++)
        {
            // Both have the answer of before in memory, and are asked without pause while the write happens.
            using var stop = new CancellationTokenSource();
            var asking = new[] { one, two }.Select(server => AskUntil(server, stop.Token)).ToArray();
            await writer.RunAsync($"update core.area set official_name = 'Ronde {round}.' where code = 'WK050508'");
            await Task.Delay(DataVersion.Bound);

            foreach (var server in new[] { one, two })
                Assert.Contains($"Ronde {round}.", (await server.Client.Ask(Query)).Text, StringComparison.Ordinal);
            await stop.CancelAsync();
            fromMemory += (await Task.WhenAll(asking)).Sum();
        }
        // Otherwise this would show nothing.
        Assert.True(fromMemory > 100);
    }

    [Fact]
    public async Task What_was_heard_too_long_ago_is_no_longer_known()
    {
        await using var database = await postgres.OpenSeededAsync();
        var version = database.Signals.Version;
        using (var stop = new CancellationTokenSource())
        {
            var listening = database.Signals.RunAsync(stop.Token);
            while (version.Current == 0)
                await Task.Delay(10);
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listening);
        }
        // Nobody said that the connection is gone; it is only silent.
        await Task.Delay(DataVersion.Bound + TimeSpan.FromMilliseconds(100));
        Assert.Equal(0, version.Current);
    }

    /// <summary>Asks on and on; says how many answers came from memory.</summary>
    private static async Task<int> AskUntil(ServerProcess server, CancellationToken stop)
    {
        var kept = 0;
        while (!stop.IsCancellationRequested)
        {
            using var answer = await server.Http.GetAsync($"/graphql?query={Uri.EscapeDataString(Query)}", CancellationToken.None);
            Assert.True(answer.IsSuccessStatusCode);
            kept += answer.Headers.GetValues("Server-Timing").Single() == "cache;desc=hit" ? 1 : 0;
        }
        return kept;
    }
}
