using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using OpenSocialMap.Data;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Faults;

/// <summary>Statements that take longer than anybody thought are ended, and whoever sends them in heaps keeps nobody else out.</summary>
[Collection(WaitingCollection.Name)]
public sealed class SlowStatementTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int Places = 2;
    private string _connection = null!;
    private SocialMapDatabase _database = null!;
    private int _count;

    public async Task InitializeAsync()
    {
        _connection = await postgres.CreateSeededDatabaseAsync();
        _database = await SocialMapDatabase.OpenAsync(
            new() { ConnectionString = _connection, DataFolder = "/dev/null", ReaderPoolSize = Places }, NullLoggerFactory.Instance, default);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_statement_that_was_misjudged_is_ended_and_the_others_are_answered_meanwhile()
    {
        await using var server = await StartAsync(seconds: 60);
        // More of them than there are connections, one after the other: none is lost.
        var areAnsweredMeanwhile = false;
        for (var i = 0; i < Places + 1; i++)
        {
            var slow = Ask(server, Slow(), "203.0.113.7");
            var meanwhile = await Ask(server, Quick(), "203.0.113.8");
            Assert.Equal(HttpStatusCode.OK, meanwhile.Status);
            // A machine may be so busy that one of them takes longer than the slow one may.
            areAnsweredMeanwhile |= !slow.IsCompleted;
            var ended = await slow;
            Assert.Equal("TIMEOUT", ended.Answer.Code);
            Wording.IsOurs(ended.Answer);
        }
        Assert.True(areAnsweredMeanwhile);
        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, Places).Select(_ => Ask(server, Quick(), "203.0.113.7"))))
            Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(0, await _database.Owner.OneAsync<long>("select count(*) from pg_stat_activity where datname = current_database() and state = 'active' and query like '%pg_sleep%' and pid <> pg_backend_pid()"));
    }

    [Fact]
    public async Task A_statement_that_was_ended_while_it_was_planned_is_answered_the_next_time()
    {
        await using var server = await StartAsync(seconds: 0);
        await Slowness.SlowDownPlanningAsync(_connection, seconds: 60);
        // Each connection has seen it begin.
        foreach (var ended in await Task.WhenAll(Enumerable.Range(0, Places).Select(i => Ask(server, Slow(), $"203.0.113.{i}"))))
            Assert.Equal("TIMEOUT", ended.Answer.Code);

        await Slowness.SlowDownPlanningAsync(_connection, seconds: 0);
        for (var i = 0; i < 3 * Places; i++)
            Assert.Equal((HttpStatusCode.OK, 13), await TotalAsync(server));
    }

    private async Task<(HttpStatusCode, int)> TotalAsync(RunningServer server)
    {
        var reply = await Ask(server, Slow(), "203.0.113.7");
        return (reply.Status, reply.Answer.Errors.Count == 0 ? reply.Answer.Data.GetProperty("wijken").GetProperty("totalCount").GetInt32() : -1);
    }

    [Fact]
    public async Task One_client_with_a_heap_of_slow_statements_keeps_nobody_else_out()
    {
        await using var server = await StartAsync(seconds: 1, clientQueue: 3);
        var heap = Enumerable.Range(0, 20).Select(_ => Ask(server, Slow(), "203.0.113.7")).ToArray();
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.OK, (await Ask(server, Quick(), $"203.0.113.{8 + i}")).Status);

        var answers = await Task.WhenAll(heap);
        var refused = answers.Where(answer => answer.Status != HttpStatusCode.OK).ToList();
        // Those that came when a place was free again were taken too, which on a quiet machine are none.
        Assert.InRange(answers.Length - refused.Count, 4, answers.Length - 1);
        Assert.All(refused, answer => Assert.Equal((HttpStatusCode.TooManyRequests, "RATE_LIMITED", true), (answer.Status, answer.Answer.Code, answer.SaysWhen)));
    }

    [Fact]
    public async Task When_all_places_are_taken_and_the_queue_is_full_everybody_is_told_to_come_again()
    {
        await using var server = await StartAsync(seconds: 1, queue: 4);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Ask(server, Slow(), $"203.0.113.{i}")));
        Assert.InRange(answers.Count(answer => answer.Status == HttpStatusCode.OK), Places + 4, answers.Length - 1);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK),
            answer => Assert.Equal((HttpStatusCode.ServiceUnavailable, "OVERLOADED", true), (answer.Status, answer.Answer.Code, answer.SaysWhen)));
        Assert.Equal(HttpStatusCode.OK, (await Ask(server, Quick(), "203.0.113.7")).Status);
    }

    private sealed record Reply(HttpStatusCode Status, Answer Answer, bool SaysWhen);

    private string Slow() => $"{{ wijken {{ totalCount }} }} # {Interlocked.Increment(ref _count)}";

    private string Quick() => $"{{ buurten {{ totalCount }} }} # {Interlocked.Increment(ref _count)}";

    private async Task<RunningServer> StartAsync(double seconds, int clientQueue = 50, int queue = 200)
    {
        await Slowness.SlowDownWijkenAsync(_connection, seconds);
        return await RunningServer.StartAsync(_database, settings => settings with { Traffic = settings.Traffic with { ClientQueue = clientQueue, Queue = queue } });
    }

    private static async Task<Reply> Ask(RunningServer server, string query, string from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json"),
            Headers = { { "X-Forwarded-For", from }, { "Accept", "application/graphql-response+json" } },
        };
        using var response = await server.Http.SendAsync(request);
        return new(response.StatusCode, new Answer(response.StatusCode, await response.Content.ReadAsStringAsync()), response.Headers.RetryAfter is not null);
    }
}
