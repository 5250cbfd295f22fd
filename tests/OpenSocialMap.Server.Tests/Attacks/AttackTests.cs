using System.Net;
using System.Text;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;
using OpenSocialMap.Server.Tests.Statements;

namespace OpenSocialMap.Server.Tests.Attacks;

/// <summary>The known attacks on GraphQL servers, over HTTP: each is refused without a statement and without memory that stays, or costs little.</summary>
[Collection(ServerCollection.Name)]
public sealed class AttackTests(LoggingServer server) : IClassFixture<LoggingServer>
{
    // Far more than any refusal takes on a slow machine, far less than an attack that succeeds.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

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
