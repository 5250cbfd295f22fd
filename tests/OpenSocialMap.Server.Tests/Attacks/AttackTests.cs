using System.Net;
using System.Text;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;
using OpenSocialMap.Server.Tests.Statements;
using Xunit.Abstractions;

namespace OpenSocialMap.Server.Tests.Attacks;

/// <summary>The known attacks on GraphQL servers, over HTTP: each is refused without a statement and without memory that stays, or costs little.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class AttackTests(LoggingServer server, ITestOutputHelper output) : IClassFixture<LoggingServer>
{
    private const int Repeats = 40;
    private const int Megabyte = 1024 * 1024;

    // Far more than any refusal takes on a slow machine, far less than an attack that succeeds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static TheoryData<string> Refused => [.. Attack.Refused.Keys];

    public static TheoryData<string> Answered => [.. Attack.Answered.Keys];

    private async Task<Answer> Send(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Accept.ParseAdd("application/graphql-response+json");
        return await server.Client.Send(request).WaitAsync(Patience);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Is_refused_with_its_limit_and_without_a_statement(string name)
    {
        var (attack, limit) = Attack.Refused[name];
        var before = server.Statements;
        var answer = await Send(attack.Body(0));
        Assert.Equal(before, server.Statements);
        Assert.True(answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge, $"{answer.Status}");
        Assert.False(answer.Json.TryGetProperty("data", out _));
        Wording.IsOurs(answer);
        Assert.InRange(answer.Text.Length, 1, 200_000);
        if (limit is null)
        {
            Assert.DoesNotContain(answer.Errors, error => error.GetRawText().Contains("INTERNAL", StringComparison.Ordinal));
            return;
        }
        var error = Assert.Single(answer.Errors, error => error.GetProperty("extensions").TryGetProperty("limit", out var found) && found.GetString() == limit);
        var extensions = error.GetProperty("extensions");
        Assert.Equal("LIMIT_EXCEEDED", extensions.GetProperty("code").GetString());
        Assert.True(extensions.GetProperty("value").GetDouble() > extensions.GetProperty("maximum").GetDouble());
        Assert.NotEmpty(extensions.GetProperty("hint").GetString()!);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Leaves_no_memory_behind_however_often_it_comes(string name)
    {
        var (attack, _) = Attack.Refused[name];
        // As often as what is measured, so that pools of buffers are full before.
        await Repeat(attack, Repeats, from: 1);
        var kept = Kept();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        await Repeat(attack, Repeats, from: 100);
        var each = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / Repeats;
        var growth = Kept() - kept;
        output.WriteLine($"{name}: {each / 1024} kB allocated for each, client and server together; {growth / 1024} kB kept after {Repeats}");
        // The test's own client holds the body several times.
        Assert.InRange(each, 0, 12 * Megabyte + 30L * attack.Body(0).Length);
        // What is kept is the memory of recent documents, which is bounded; a leak would keep each body.
        Assert.True(growth < 24 * Megabyte, $"{growth} bytes are kept");
    }

    // Connections that a refusal closed, and buffers of theirs, are gone a moment after the answer.
    private static long Kept()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private async Task Repeat(Attack attack, int times, int from)
    {
        for (var i = 0; i < times; i++)
            await Send(attack.Body(from + i));
    }

    [Theory]
    [MemberData(nameof(Answered))]
    public async Task Is_answered_as_it_finds_nothing_and_costs_one_statement(string name)
    {
        var before = server.Statements;
        var answer = await Send(Attack.Answered[name].Body(0));
        Assert.Empty(answer.Errors);
        Assert.Equal(0, answer.Data.EnumerateObject().Single().Value.GetProperty("totalCount").GetInt32());
        Assert.Equal(before + 1, server.Statements);
    }

    [Fact]
    public async Task A_batch_of_a_thousand_is_refused_as_a_whole()
    {
        var before = server.Statements;
        var answer = await Send($"[{string.Join(',', Enumerable.Repeat("""{"query":"{ wijken { totalCount } }"}""", 1000))}]");
        Assert.Equal((HttpStatusCode.BadRequest, "BAD_REQUEST"), (answer.Status, answer.Code));
        Assert.StartsWith("Batches are not taken.", answer.Message, StringComparison.Ordinal);
        Assert.Equal(before, server.Statements);
    }

    [Fact]
    public async Task After_all_of_it_the_server_answers_as_before()
    {
        foreach (var (attack, _) in Attack.Refused.Values)
            await Send(attack.Body(-1));
        Assert.Equal(13, (await server.Client.Ask("{ wijken { totalCount } }")).Data.GetProperty("wijken").GetProperty("totalCount").GetInt32());
    }
}
