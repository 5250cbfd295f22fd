using System.Net;
using System.Text;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Ide;

/// <summary>One address is a page for people, an endpoint for programs and the schema's text, and a client gets the one that it asks for.</summary>
[Collection(ServerCollection.Name)]
public sealed class OneAddressTests(SeededServer server) : IClassFixture<SeededServer>
{
    private const string Firefox = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private const string Page = "text/html";
    private const string GraphQL = "application/graphql-response+json";
    private const string Json = "application/json";

    [Theory]
    [InlineData(Firefox, Page)]
    [InlineData("text/html", Page)]
    [InlineData("TEXT/HTML; charset=utf-8", Page)]
    [InlineData("text/html;q=0.5, */*", Page)]
    [InlineData("text/html, application/json", Page)]
    [InlineData("text/html;q=0.9, application/json", Json)]
    [InlineData("text/html;q=0.8, application/graphql-response+json;q=0.9", GraphQL)]
    [InlineData("text/html;q=0, application/json", Json)]
    [InlineData("text/html;q=0, */*", Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/x-text/html", Json)]
    [InlineData("application/json; profile=\"text/html\"", Json)]
    public async Task A_page_comes_to_who_would_rather_have_one_than_an_answer(string accept, string type)
    {
        using var answer = await Send("GET", "/graphql", accept);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("?query={__typename}")]
    [InlineData("?documentId=nothing")]
    [InlineData("?extensions={\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"0000000000000000000000000000000000000000000000000000000000000000\"}}")]
    public async Task An_address_that_asks_something_is_no_wish_for_the_page(string query)
    {
        using var answer = await Send("GET", $"/graphql{query}", "text/html, application/json;q=0.5");
        Assert.Equal(Json, answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("GET", HttpStatusCode.OK, "text/plain")]
    [InlineData("POST", HttpStatusCode.OK, Json)]
    [InlineData("DELETE", HttpStatusCode.MethodNotAllowed, Json)]
    public async Task The_schema_is_read_and_whatever_else_is_sent_there_is_a_question(string method, HttpStatusCode status, string type)
    {
        using var answer = await Send(method, "/graphql?sdl", "*/*");
        Assert.Equal((status, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task The_schema_comes_compressed_and_who_has_it_is_told_so(string? coding)
    {
        using var first = await Send("GET", "/graphql?sdl", "*/*", ("Accept-Encoding", coding ?? "identity"));
        using var again = await Send("GET", "/graphql?sdl", "*/*", ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(coding, first.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Contains("type Query", await first.ReadDecodedAsync(), StringComparison.Ordinal);
        Assert.Equal("public, no-cache", string.Join(", ", first.Headers.GetValues("Cache-Control")));
        Assert.Equal((HttpStatusCode.NotModified, first.Headers.ETag), (again.StatusCode, again.Headers.ETag));
    }

    private async Task<HttpResponseMessage> Send(string method, string path, string accept, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (method == "POST")
            request.Content = new StringContent("""{"query":"{ __typename }"}""", Encoding.UTF8, Json);
        return await server.Http.SendAsync(request);
    }
}
