using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;
using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.Tests.Traffic;

/// <summary>What a client may ask in a minute, by its address or its key.</summary>
[Collection(ServerCollection.Name)]
public sealed class RateLimitTests(SeededServer seeded) : IClassFixture<SeededServer>
{
    // Points that come back while a busy machine takes its time: some three a second.
    private const int MeanwhileBack = 10;
    private const string Key = "a-key-of-enough-characters";

    [Fact]
    public async Task Who_has_spent_its_share_waits_as_long_as_it_is_told()
    {
        await using var server = await StartAsync(settings => settings with { AnonymousRate = 5 });
        for (var i = 0; i < 5; i++)
        {
            using var answer = await Ask(server, "203.0.113.7");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("\"anonymous\";q=5;w=60", answer.Headers.GetValues("RateLimit-Policy").Single());
            Assert.InRange(Left(answer, "anonymous"), 4 - i, 5 - i);
        }

        // The first point comes back after twelve seconds.
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        using var refused = await Ask(server, "203.0.113.7");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        var text = await refused.Content.ReadAsStringAsync();
        Assert.Contains("RATE_LIMITED", text, StringComparison.Ordinal);
        Assert.Contains("/limits", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_operation_costs_is_taken_too()
    {
        await using var server = await StartAsync(settings => settings with { AnonymousRate = 200 });
        const string query = """{"query": "{ wijken(first: 10) { nodes { name } } }"}""";
        using var reported = await Ask(server, null, query, ("GraphQL-Cost", "report"));
        var cost = System.Text.Json.JsonElement.Parse(await reported.Content.ReadAsStringAsync()).GetProperty("extensions").GetProperty("cost").GetProperty("fieldCost").GetDouble();
        Assert.True(cost > 1);

        using var answer = await Ask(server, "203.0.113.7", query);

        Assert.InRange(Left(answer, "anonymous"), 199 - cost, 199 - cost + MeanwhileBack);
    }

    [Fact]
    public async Task What_costs_more_than_a_minute_brings_is_answered_to_whoever_has_waited()
    {
        await using var server = await StartAsync(settings => settings with { AnonymousRate = 20 });
        static string Query(int wijken) => $$"""{"query": "{ wijken(first: {{wijken}}) { nodes { activities(first: 10) { nodes { name } } } } }"}""";

        using var answer = await Ask(server, "203.0.113.7", Query(40));
        using var again = await Ask(server, "203.0.113.7", Query(41));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, again.StatusCode);
        Assert.InRange(again.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    [Fact]
    public async Task A_long_request_costs_what_it_takes_to_read_even_when_it_is_refused()
    {
        await using var server = await StartAsync(settings => settings with { AnonymousRate = 200 });

        using var answer = await Ask(server, "203.0.113.7", $$"""{"query": "{ nothing } # {{new string('x', 100 * 1024)}}"}""");

        Assert.InRange(Left(answer, "anonymous"), 99, 99 + MeanwhileBack);
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("203.0.113.9", "::ffff:203.0.113.9", true)]
    public async Task Addresses_of_one_subscriber_are_one_client(string one, string other, bool same)
    {
        await using var server = await StartAsync(settings => settings with { AnonymousRate = 1 });
        using var first = await Ask(server, one);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using var second = await Ask(server, other);
        Assert.Equal(same ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public async Task A_registered_client_has_a_share_of_its_own()
    {
        await using var server = await StartAsync(settings => settings with { AnonymousRate = 1, RegisteredRate = 100, ClientNamesByKey = new Dictionary<string, string> { [Key] = "portal" } });
        for (var i = 0; i < 3; i++)
        {
            using var answer = await Ask(server, "203.0.113.7", ("X-Api-Key", Key));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.InRange(Left(answer, "registered"), 99 - i, 99);
        }
        using var withoutKey = await Ask(server, "203.0.113.7", ("X-Api-Key", "a-wrong-key-of-enough-characters"));
        Assert.StartsWith("\"anonymous\"", withoutKey.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_a_proxy_says_who_asks()
    {
        // The request comes from this machine, whose proxies are trusted; through it comes what another machine claims of itself.
        await using var server = await StartAsync(settings => settings with { AnonymousRate = 1 });
        using var first = await Ask(server, "203.0.113.7");
        using var claims = await Ask(server, "198.51.100.1, 203.0.113.7");
        Assert.Equal(HttpStatusCode.TooManyRequests, claims.StatusCode);
    }

    [Fact]
    public async Task However_many_proxies_there_are_each_visitor_has_its_own_share()
    {
        await using var server = await StartAsync(settings => settings with { AnonymousRate = 1, TrustedProxies = [IPNetwork.Parse("10.0.0.0/8")] });
        using var one = await Ask(server, "203.0.113.7, 10.0.0.1");
        using var other = await Ask(server, "203.0.113.8, 10.0.0.1");
        using var claims = await Ask(server, "198.51.100.1, 203.0.113.7, 10.0.0.1");
        using var claimsProxies = await Ask(server, "198.51.100.1, 10.0.0.2, 203.0.113.8, 10.0.0.1");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (one.StatusCode, other.StatusCode));
        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests), (claims.StatusCode, claimsProxies.StatusCode));
    }

    [Fact]
    public async Task The_keepers_own_machine_has_no_limit()
    {
        await using var server = await StartAsync(settings => settings with { AnonymousRate = 1 });
        for (var i = 0; i < 5; i++)
        {
            using var answer = await Ask(server, null);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.False(answer.Headers.Contains("RateLimit"));
        }
    }

    [Theory]
    [InlineData("OPENSOCIALMAP_RATE_ANONYMOUS", "many", "OPENSOCIALMAP_RATE_ANONYMOUS is 'many'; it has to be a whole number, 0 or more.")]
    [InlineData("OPENSOCIALMAP_CLIENT_KEYS", "portal=short", "'portal'")]
    [InlineData("OPENSOCIALMAP_TRUSTED_PROXIES", "here", "'here'")]
    public void A_setting_that_makes_no_sense_is_named(string name, string value, string sentence)
    {
        var configuration = new ConfigurationManager { [name] = value };
        var problem = Assert.Throws<StartupException>(() => { TrafficSettings.Read(configuration); });
        Assert.Contains(sentence, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("short", problem.Message, StringComparison.Ordinal);
    }

    /// <summary>How many points the answer says are left.</summary>
    private static int Left(HttpResponseMessage answer, string policy)
    {
        var left = Regex.Match(answer.Headers.GetValues("RateLimit").Single(), $"^\"{policy}\";r=([0-9]+);t=[0-9]+$");
        Assert.True(left.Success);
        return int.Parse(left.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
    }

    /// <summary>A server that has the answer in memory, so that each request of a test is one point.</summary>
    private async Task<RunningServer> StartAsync(Func<TrafficSettings, TrafficSettings> change)
    {
        var server = await RunningServer.StartAsync(seeded.Database, settings => settings with { Traffic = change(settings.Traffic) });
        (await Ask(server, null)).Dispose();
        return server;
    }

    private static Task<HttpResponseMessage> Ask(RunningServer server, string? forwardedFor, params (string Name, string Value)[] headers) =>
        Ask(server, forwardedFor, """{"query": "{ __typename }"}""", headers);

    private static async Task<HttpResponseMessage> Ask(RunningServer server, string? forwardedFor, string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (forwardedFor is not null)
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await server.Http.SendAsync(request);
    }
}
