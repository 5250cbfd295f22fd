using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Fuzz;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Hosting;

/// <summary>Whatever can be read by GET says the same about itself by HEAD, and sends no body.</summary>
[Collection(ServerCollection.Name)]
public sealed class HeadTests(SeededServer server) : IClassFixture<SeededServer>
{
    private const string Question = "/graphql?query={wijken{nodes{name}}}";

    // What is about this one answer, and how it travels.
    private static readonly string[] OfItsOwn = ["Date", "Server-Timing", "Transfer-Encoding"];

    [Theory]
    [InlineData("/", "*/*")]
    [InlineData("/limits", "*/*")]
    [InlineData("/health/ready", "*/*")]
    [InlineData("/graphql", "text/html")]
    [InlineData("/graphql", "*/*")]
    [InlineData("/graphql?sdl", "*/*")]
    [InlineData(Question, "*/*")]
    [InlineData(Question, "application/graphql-response+json")]
    [InlineData("/graphql?query={nothing}", "application/graphql-response+json")]
    [InlineData("/graphql?query={__typename}", "text/event-stream")]
    [InlineData("/graphql/persisted-query-manifest.json", "*/*")]
    [InlineData("/graphql/examples.json", "*/*")]
    [InlineData("/ide.js", "*/*")]
    [InlineData("/ogc/collections/places/items?limit=1", "*/*")]
    [InlineData("/tiles/places/11/1050/678.mvt", "*/*")]
    [InlineData("/wijken/sterrenburg/agenda", "text/calendar")]
    [InlineData("/data", "*/*")]
    [InlineData("/schedules", "text/html")]
    [InlineData("/id/nothing", "*/*")]
    [InlineData("/nowhere", "*/*")]
    public async Task HEAD_says_what_GET_says(string path, string accept)
    {
        using var get = await Send("GET", path, ("Accept", accept));
        using var head = await Send("HEAD", path, ("Accept", accept));

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(Headers(get), Headers(head));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_record_has_a_head_too()
    {
        var path = $"/id/{(await server.Client.Ask("{ wijk(by: { slug: \"sterrenburg\" }) { id } }")).Data.GetProperty("wijk").GetProperty("id")}";
        using var get = await Send("GET", path);
        using var head = await Send("HEAD", path);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(Headers(get), Headers(head));
    }

    [Theory]
    [InlineData(Question)]
    [InlineData("/wijken/sterrenburg/agenda.ics")]
    [InlineData("/ide.js")]
    public async Task Who_has_it_already_is_told_so(string path)
    {
        using var first = await Send("HEAD", path);
        using var again = await Send("HEAD", path, ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
    }

    [Fact]
    public async Task The_next_answer_on_the_connection_follows_at_once()
    {
        var requests = $"HEAD {Question} HTTP/1.1\r\nHost: a\r\n\r\nHEAD /limits HTTP/1.1\r\nHost: a\r\n\r\nGET /nowhere HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        var parts = Encoding.UTF8.GetString(await RawAnswer.ForAsync(Encoding.ASCII.GetBytes(requests), server.Http.BaseAddress!.Port, RawAnswer.LongPause)).Split("\r\n\r\n");

        Assert.Equal(["HTTP/1.1 200 OK", "HTTP/1.1 200 OK", "HTTP/1.1 404 Not Found"], parts.Take(3).Select(part => part.Split("\r\n")[0]));
        Assert.Matches("Content-Length: [1-9][0-9]", parts[0]);
    }

    [Fact]
    public async Task Of_a_stream_there_is_a_head_and_no_stream()
    {
        const string subscription = "/graphql?query=subscription{activityChanged{id}}";
        using var head = await Send("HEAD", subscription, ("Accept", "text/event-stream")).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (head.StatusCode, head.Content.Headers.ContentType!.MediaType));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync().WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Theory]
    [InlineData("DELETE", "/", "GET, HEAD")]
    [InlineData("POST", "/limits", "GET, HEAD")]
    [InlineData("PUT", "/id/nothing", "GET, HEAD")]
    [InlineData("POST", "/graphql/examples.json", "GET, HEAD")]
    [InlineData("DELETE", "/schedules", "GET, HEAD, POST")]
    [InlineData("DELETE", "/graphql", "GET, HEAD, POST")]
    public async Task A_method_that_is_not_taken_names_HEAD_among_those_that_are(string method, string path, string allowed)
    {
        using var answer = await Send(method, path);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(allowed, string.Join(", ", answer.Content.Headers.Allow.Order()));
    }

    [Fact]
    public void No_route_is_read_by_GET_alone() => Assert.All(
        server.Services.GetRequiredService<EndpointDataSource>().Endpoints.Select(route => route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []),
        methods => Assert.Equal(methods.Contains("GET"), methods.Contains("HEAD")));

    [Fact]
    public async Task A_page_of_another_site_may_ask_by_HEAD()
    {
        using var answer = await Send("OPTIONS", "/graphql", ("Origin", "https://wijkkrant.example"), ("Access-Control-Request-Method", "HEAD"));
        Assert.Contains("HEAD", answer.Headers.GetValues("Access-Control-Allow-Methods").Single(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> Send(string method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        // Read to the end, the length of a body would be known whether the headers say it or not.
        return await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static List<string> Headers(HttpResponseMessage answer) =>
    [
        .. answer.Headers.Concat(answer.Content.Headers).Where(header => !OfItsOwn.Contains(header.Key))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal),
    ];
}
