using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;
using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.Tests.Hosting;

/// <summary>What every answer says to browsers, also when it is an error, and what none of them says about the house.</summary>
[Collection(ServerCollection.Name)]
public sealed class HeaderTests(SeededServer server) : IClassFixture<SeededServer>
{
    private static readonly string[] Banners = ["Server", "X-Powered-By", "X-AspNet-Version", "X-AspNetCore-Version", "Via"];

    [Theory]
    [InlineData("GET", "/", 200)]
    [InlineData("GET", "/?lang=en", 200)]
    [InlineData("GET", "/limits", 200)]
    [InlineData("GET", "/health/live", 200)]
    [InlineData("GET", "/health/ready", 200)]
    [InlineData("GET", "/graphql", 200)]
    [InlineData("GET", "/graphql?sdl", 200)]
    [InlineData("GET", "/graphql?query={__typename}", 406)]
    [InlineData("GET", "/graphql/persisted-query-manifest.json", 200)]
    [InlineData("GET", "/logo.svg", 200)]
    [InlineData("GET", "/ogc/collections/places/items?limit=1", 200)]
    [InlineData("GET", "/tiles/places/11/1050/678.mvt", 200)]
    [InlineData("GET", "/agenda.html", 200)]
    [InlineData("GET", "/agenda.ics", 200)]
    [InlineData("GET", "/wijken/sterrenburg/agenda", 200)]
    [InlineData("GET", "/wijken/nowhere/agenda.atom", 404)]
    [InlineData("POST", "/agenda.ics", 405)]
    [InlineData("GET", "/ide.js", 200)]
    [InlineData("GET", "/ide.css?v=1", 200)]
    [InlineData("GET", "/id/wijk_0000000000000000", 404)]
    [InlineData("GET", "/id/nothing", 404)]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("GET", "/../../etc/passwd", 404)]
    [InlineData("GET", "/graphql/nowhere", 404)]
    [InlineData("DELETE", "/", 405)]
    [InlineData("POST", "/limits", 405)]
    [InlineData("PUT", "/id/wijk_0000000000000000", 405)]
    [InlineData("PUT", "/graphql", 406)]
    [InlineData("HEAD", "/nowhere", 404)]
    [InlineData("TRACE", "/nowhere", 404)]
    public async Task Every_answer_says_what_a_browser_may_do_with_it(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Headers = { { "Accept", "text/html" } } };
        using var answer = await server.Http.SendAsync(request);
        Assert.Equal(status, (int)answer.StatusCode);
        SaysWhatItMust(answer);
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("GET", "/id/nothing", 404)]
    [InlineData("POST", "/limits", 405)]
    [InlineData("GET", "/graphql/nowhere", 404)]
    public async Task What_goes_wrong_beside_GraphQL_is_a_problem_in_JSON_for_programs(string method, string path, int status)
    {
        using var answer = await server.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(status, JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("status").GetInt32());
        SaysWhatItMust(answer);
    }

    [Fact]
    public async Task A_record_that_is_not_there_is_named_in_part_when_its_name_is_long()
    {
        using var answer = await server.Http.GetAsync($"/id/{new string('x', 7000)}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains($"No record has the id \"{new string('x', 80)}…\".", JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_allows_no_script_or_style_that_stands_in_it()
    {
        foreach (var path in new[] { "/", "/limits", "/graphql", "/agenda.html" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html" } } };
            using var answer = await server.Http.SendAsync(request);
            Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            foreach (var part in new[] { "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'" })
                Assert.Contains(part, policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("NONSENSE\r\n\r\n", 400)]
    [InlineData("GET / HTTP/9.9\r\nHost: a\r\n\r\n", 505)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nbad header\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n", 400)]
    [InlineData("POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400)]
    [InlineData("POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{}", 400)]
    [InlineData("GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    public async Task What_is_no_HTTP_is_refused_without_a_word_about_the_house(string request, int status) => IsBare(await SayAsync(request), status);

    [Fact]
    public async Task Headers_without_end_are_refused_without_a_word_about_the_house()
    {
        IsBare(await SayAsync($"GET / HTTP/1.1\r\nHost: a\r\nX: {new string('x', 40_000)}\r\n\r\n"), 431);
        IsBare(await SayAsync($"GET /{new string('x', 10_000)} HTTP/1.1\r\nHost: a\r\n\r\n"), 414);
    }

    [Fact]
    public async Task The_first_line_may_be_as_long_as_the_page_on_limits_says()
    {
        var path = $"/{new string('x', TrafficSettings.LongestRequestLine - "GET / HTTP/1.1\r\n".Length)}";
        Assert.StartsWith("HTTP/1.1 404 ", await SayAsync($"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
        IsBare(await SayAsync($"GET {path}x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"), 414);
        Assert.Contains($"{TrafficSettings.LongestRequestLine:#,0}</td><td>bytes</td><td>Of a request&#x27;s first line", await server.Http.GetStringAsync("/limits"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\n{\"querynonsense")]
    public async Task A_body_that_is_framed_wrongly_is_the_clients_fault(string rest)
    {
        var answer = await SayAsync($"POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n{rest}");
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"BAD_REQUEST\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("hunk", answer, StringComparison.Ordinal);
    }

    internal static void SaysWhatItMust(HttpResponseMessage answer)
    {
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("strict-origin-when-cross-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain(Banners, answer.Headers.Contains);
    }

    private static void IsBare(string answer, int status)
    {
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Kestrel", answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Banners, banner => answer.Contains($"\n{banner}:", StringComparison.OrdinalIgnoreCase));
    }

    private async Task<string> SayAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Http.BaseAddress!.Port);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        return await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(1));
    }
}
