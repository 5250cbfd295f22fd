using System.Net;
using System.Text.Json;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Faults;

/// <summary>A server that is told to stop while it is busy answers what it has taken, takes nothing more, and ends well.</summary>
[Collection(WaitingCollection.Name)]
public sealed class DrainTests(PostgresFixture postgres)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);
    private int _answered;
    private int _count;

    [Fact]
    public async Task No_request_fails_when_the_server_is_told_to_stop()
    {
        var connection = await postgres.CreateSeededDatabaseAsync();
        await using var server = await ServerProcess.StartOverAsync(connection);
        await Slowness.SlowDownWijkenAsync(connection, seconds: 2);

        var clients = Enumerable.Range(0, 8).Select(_ => AskUntilClosed(server.Http)).ToArray();
        while (Volatile.Read(ref _answered) < 200)
            await Task.Delay(10);
        var slow = Enumerable.Range(0, 2).Select(i => server.Client.Ask($"{{ wijken {{ totalCount }} }} # {i}")).ToArray();
        await Recovery.UntilAsync(() => AreRunning(connection, slow.Length), "The slow ones never ran.");
        server.Terminate();

        foreach (var answer in await Task.WhenAll(slow))
            Assert.Equal(HttpStatusCode.OK, answer.Status);
        await Task.WhenAll(clients).WaitAsync(Limit);
        await server.Process.WaitForExitAsync().WaitAsync(Limit);
        Assert.Equal(0, server.Process.ExitCode);
        Assert.DoesNotContain("Error (", server.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("Warning (", server.Log, StringComparison.Ordinal);
    }

    /// <summary>Asks on and on, until there is no server to connect to: the one way in which this may end.</summary>
    private async Task AskUntilClosed(HttpClient http)
    {
        while (true)
        {
            try
            {
                var number = Interlocked.Increment(ref _count);
                using var answer = await http.GetAsync($"/graphql?query={Uri.EscapeDataString($"{{ buurten {{ nodes {{ name }} }} }} # {number}")}");
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.True(JsonElement.Parse(await answer.Content.ReadAsStringAsync()).TryGetProperty("data", out _));
                Interlocked.Increment(ref _answered);
            }
            catch (HttpRequestException closed) when (closed.HttpRequestError == HttpRequestError.ConnectionError)
            {
                return;
            }
        }
    }

    private static async Task<bool> AreRunning(string connection, int count)
    {
        await using var owner = Npgsql.NpgsqlDataSource.Create(connection);
        return await owner.OneAsync<long>("select count(*) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'") == count;
    }
}
