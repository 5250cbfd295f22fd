using Npgsql;
using OpenSocialMap.Data.Signals;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Faults;

/// <summary>PostgreSQL goes away under load and comes back: what can't be answered is said clearly, and the server is itself again without anybody's help.</summary>
public sealed class RestartTests : IAsyncLifetime
{
    private const string Named = "{ wijk(by: { code: \"WK050508\" }) { officialName } }";
    private OwnCluster _cluster = null!;
    private ServerProcess _server = null!;
    private int _writes;

    public async Task InitializeAsync()
    {
        _cluster = await OwnCluster.StartAsync();
        _server = await ServerProcess.StartOverAsync(_cluster.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _cluster.DisposeAsync();
    }

    [Fact]
    public async Task PostgreSQL_may_be_restarted_killed_and_lose_a_session_under_load()
    {
        await During(StopAndStartAsync);
        await During(KillAndStartAsync);
        await During(KillSessionAsync);
        Assert.DoesNotContain("trace id", _server.Log, StringComparison.Ordinal);
    }

    private async Task During(Func<Task> fault)
    {
        var load = Load.Start(_server.Http);
        await Recovery.UntilKeptAsync(_server.Http, Named);
        await fault();
        // The server may not have noticed that the database is there again: what is written now is nothing that it hears of.
        var name = $"Beschreven {++_writes}.";
        await WriteAsync(name);
        await Recovery.UntilAnsweredAsync(_server.Http);
        await Task.Delay(DataVersion.Bound);
        Assert.Contains(name, (await _server.Client.Ask(Named)).Text, StringComparison.Ordinal);
        await Recovery.UntilKeptAsync(_server.Http, Named);
        Assert.Contains(name, (await _server.Client.Ask(Named)).Text, StringComparison.Ordinal);
        Assert.True((await load.StopAsync()).Whole > 10);
    }

    private async Task StopAndStartAsync()
    {
        await _cluster.StopAsync();
        await WhileAwayAsync();
        await _cluster.StartAgainAsync();
    }

    private async Task KillAndStartAsync()
    {
        await _cluster.KillAsync();
        await WhileAwayAsync();
        await _cluster.StartAgainAsync();
    }

    // What was answered of late is answered, and marked as old.
    private async Task WhileAwayAsync() => await Recovery.UntilAsync(
        async () =>
        {
            using var answer = await _server.Http.GetAsync($"/graphql?query={Uri.EscapeDataString(Named)}");
            Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
            return answer.Headers.Warning.Any(warning => warning.Code == 110) && answer.Headers.Age is not null;
        },
        "Answers are not marked as old.");

    // PostgreSQL then ends all sessions and recovers as after a crash. A session may end by itself between the look and the shot.
    private Task KillSessionAsync() => Recovery.UntilAsync(
        async () =>
        {
            await using var owner = NpgsqlDataSource.Create(_cluster.ConnectionString);
            try
            {
                var session = await owner.OneAsync<int>("select pid from pg_stat_activity where usename = 'socialmap_reader' limit 1");
                if (session == 0)
                    return false;
                OwnCluster.Kill(session);
                return true;
            }
            catch (ArgumentException)
            {
                return false;
            }
        },
        "There is no session to kill.");

    private Task WriteAsync(string name) => Recovery.UntilAsync(
        async () =>
        {
            try
            {
                await using var owner = NpgsqlDataSource.Create(_cluster.ConnectionString);
                await owner.RunAsync($"update core.area set official_name = '{name}' where code = 'WK050508'");
                return true;
            }
            catch (NpgsqlException)
            {
                return false;
            }
        },
        "PostgreSQL does not recover.");
}
