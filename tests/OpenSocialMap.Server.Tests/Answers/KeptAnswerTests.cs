using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Answers;

/// <summary>An answer is made once for each version of the data, and a client that has it is told so.</summary>
[Collection(ServerCollection.Name)]
public sealed class KeptAnswerTests(SeededServer server) : IClassFixture<SeededServer>
{
    private const string Wijken = "{ wijken { nodes { name slug buurten { nodes { name code } } } } }";

    [Fact]
    public async Task The_second_time_it_comes_from_memory_byte_for_byte()
    {
        var query = Wijken + " # the second time";
        using var first = await Get(query);
        using var second = await Get(query);

        Assert.StartsWith("read;", Timing(first), StringComparison.Ordinal);
        Assert.Equal("cache;desc=hit", Timing(second));
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await second.Content.ReadAsByteArrayAsync());
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(first.Content.Headers.ContentType, second.Content.Headers.ContentType);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_client_that_has_it_gets_304_without_a_body(string method)
    {
        using var first = await Send(method, Wijken);
        var tag = first.Headers.ETag!;
        Assert.True(tag.IsWeak);

        using var second = await Send(method, Wijken, ("If-None-Match", tag.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(tag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());

        using var among = await Send(method, Wijken, ("If-None-Match", $"\"other\", {tag}"));
        Assert.Equal(HttpStatusCode.NotModified, among.StatusCode);

        using var another = await Send(method, Wijken, ("If-None-Match", "W/\"other\""));
        Assert.Equal(HttpStatusCode.OK, another.StatusCode);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Who_has_any_answer_is_told_that_there_is_one(string method)
    {
        var any = ("If-None-Match", "*");
        using var made = await Send(method, $"{Wijken} # any {method}", any);
        using var kept = await Send(method, $"{Wijken} # any {method}", any);
        using var none = await Send(method, "{ nothing }", any, ("Accept", "application/graphql-response+json"));

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.NotModified, HttpStatusCode.BadRequest), (made.StatusCode, kept.StatusCode, none.StatusCode));
    }

    [Fact]
    public async Task A_body_that_reads_like_an_address_does_not_get_the_answer_of_that_address()
    {
        const string address = "?query=%7B__typename%7D";
        using var asked = await server.Http.GetAsync($"/graphql{address}");
        using var posted = await server.Http.PostAsync("/graphql", new StringContent(address, Encoding.UTF8, "application/json"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (asked.StatusCode, posted.StatusCode));
    }

    [Fact]
    public async Task A_write_makes_another_tag_and_another_answer()
    {
        const string query = "{ wijk(by: { code: \"WK050508\" }) { officialName } } # a write";
        using var before = await Get(query);
        await server.Database.Owner.RunAsync("update core.area set official_name = 'Beschreven.' where code = 'WK050508'");
        await UntilHeard();

        using var after = await Get(query, ("If-None-Match", before.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.Contains("Beschreven.", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_variables_other_operations_and_other_forms_are_other_answers()
    {
        const string both = "query A($slug: String!) { wijk(by: { slug: $slug }) { name } } query B($slug: String!) { wijk(by: { slug: $slug }) { slug } }";
        var tags = new List<string>();
        foreach (var (operation, slug) in new[] { ("A", "crabbehof"), ("A", "sterrenburg"), ("B", "crabbehof") })
        {
            var variables = Uri.EscapeDataString(JsonSerializer.Serialize(new { slug }));
            using var answer = await server.Http.GetAsync($"/graphql?query={Uri.EscapeDataString(both)}&operationName={operation}&variables={variables}");
            Assert.Contains(operation == "A" ? "name" : slug, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            tags.Add(answer.Headers.ETag!.ToString());
        }
        using var form = await Send("POST", Wijken, ("Accept", "application/json"));
        using var otherForm = await Send("POST", Wijken, ("Accept", "application/graphql-response+json"));
        Assert.NotEqual(form.Headers.ETag, otherForm.Headers.ETag);
        Assert.Equal(3, tags.Distinct().Count());
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("*", "br")]
    [InlineData("br;q=0.1, gzip;q=1", "gzip")]
    [InlineData("br;q=0.8, gzip;q=0.8, identity;q=0.1", "br")]
    [InlineData("identity;q=1, br;q=0.5", null)]
    [InlineData("identity, br", "br")]
    [InlineData("gzip;q=0.5, br;q=0, *", null)]
    [InlineData("identity;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    [InlineData("deflate", null)]
    [InlineData("gzip;q=0", null)]
    public async Task It_is_compressed_as_the_client_takes_it(string accepted, string? coding)
    {
        using var plain = await Get(Wijken);
        using var answer = await Get(Wijken, ("Accept-Encoding", accepted));

        Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await answer.ReadDecodedAsync());
        Assert.Equal(plain.Headers.ETag, answer.Headers.ETag);
        if (coding is not null)
            Assert.True(answer.Content.Headers.ContentLength < plain.Content.Headers.ContentLength / 2);
    }

    [Fact]
    public async Task Every_answer_to_a_query_says_how_long_it_may_be_kept()
    {
        using var get = await Get(Wijken);
        Assert.Equal("public, must-revalidate, max-age=0, s-maxage=5", get.Headers.CacheControl!.ToString());
        using var post = await Send("POST", Wijken);
        Assert.Equal("public, no-cache", Header(post, "Cache-Control"));
        using var introspection = await Get("{ __schema { queryType { name } } }");
        Assert.StartsWith("W/\"0-", introspection.Headers.ETag!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cache_is_told_which_headers_make_another_answer_of_the_same_address()
    {
        string[] named = ["Accept", "Accept-Encoding", "GraphQL-Cost"];
        using var plain = await Get(Wijken);
        using var confirmed = await Get(Wijken, ("If-None-Match", plain.Headers.ETag!.ToString()));
        using var withCost = await Get(Wijken, ("GraphQL-Cost", "report"));

        Assert.Equal(HttpStatusCode.NotModified, confirmed.StatusCode);
        foreach (var answer in new[] { plain, confirmed, withCost })
            Assert.Equal(named, answer.Headers.Vary);
        Assert.NotEqual(plain.Headers.ETag, withCost.Headers.ETag);
    }

    [Theory]
    [InlineData("{ nothing }")]
    [InlineData("{ wijken")]
    [InlineData("{ wijken(first: 1000) { nodes { name } } }")]
    public async Task A_refusal_is_never_kept(string query)
    {
        using var answer = await Get(query);
        Assert.Equal("no-store", Header(answer, "Cache-Control"));
        Assert.Null(answer.Headers.ETag);
    }

    private async Task UntilHeard()
    {
        var version = await server.Database.Owner.OneAsync<long>("select version from core.data_version");
        for (var tries = 0; server.Database.Signals.Version.Current < version; tries++)
        {
            Assert.True(tries < 1_000, "The server heard nothing of a write.");
            await Task.Delay(10);
        }
    }

    private Task<HttpResponseMessage> Get(string query, params (string Name, string Value)[] headers) => Send("GET", query, headers);

    private async Task<HttpResponseMessage> Send(string method, string query, params (string Name, string Value)[] headers)
    {
        using var request = method != "POST"
            ? new HttpRequestMessage(new HttpMethod(method), $"/graphql?query={Uri.EscapeDataString(query)}")
            : new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await server.Http.SendAsync(request);
    }

    private static string Timing(HttpResponseMessage answer) => Header(answer, "Server-Timing");

    private static string Header(HttpResponseMessage answer, string name) => string.Join(", ", answer.Headers.GetValues(name));
}
