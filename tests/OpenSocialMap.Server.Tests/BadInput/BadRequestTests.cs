using System.Net;
using System.Net.Http.Headers;
using System.Text;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Fuzz;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.BadInput;

/// <summary>What is wrong with HTTP itself, before there is any GraphQL: the status says so, and the body is a GraphQL error all the same.</summary>
[Collection(ServerCollection.Name)]
public sealed class BadRequestTests(SeededServer server) : IClassFixture<SeededServer>
{
    private const string Ok = """{"query":"{__typename}"}""";

    private async Task<(Answer Answer, HttpResponseMessage Response)> Post(HttpContent content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var response = await server.Http.SendAsync(request);
        return (new Answer(response.StatusCode, await response.Content.ReadAsStringAsync()), response);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static void Refused(Answer answer, int status, string code)
    {
        Assert.Equal((status, code), ((int)answer.Status, answer.Code));
        Assert.False(answer.Json.TryGetProperty("data", out _));
        Wording.IsOurs(answer);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""[{"query":"{__typename}"}]""")]
    [InlineData("\"{__typename}\"")]
    [InlineData("{}")]
    [InlineData("""{"query":""}""")]
    [InlineData("""{"query":null}""")]
    [InlineData("""{"query":7}""")]
    [InlineData("""{"query":"{__typename}","variables":[]}""")]
    [InlineData("""{"query":"{__typename}","variables":"{}"}""")]
    [InlineData("""{"query":"{__typename}","operationName":7}""")]
    [InlineData("""{"query":"{__typename}","extensions":7}""")]
    [InlineData("""{"query":"{__typename}","extensions":[]}""")]
    [InlineData("""{"query":"{__typename}","extensions":"{}"}""")]
    [InlineData("""{"query":"{__typename}"} {}""")]
    [InlineData("""{"query":"\ud800"}""")]
    [InlineData("""{"query":"{__typename}","operationName":"\udc00"}""")]
    [InlineData("query={__typename}")]
    public async Task A_body_that_is_no_request_is_400(string body) => Refused((await Post(Json(body))).Answer, 400, "BAD_REQUEST");

    [Theory]
    [InlineData("", "The body is empty. It must be a JSON object with \"query\".")]
    [InlineData(" \n", "The body is empty. It must be a JSON object with \"query\".")]
    [InlineData("{\"query\":\"{__typename}\"", "The body is not JSON: in line 1, at position 24, it ends before it is complete.")]
    [InlineData("{\n  \"query\": \"{__typename}\",\n  \"variables\": {\"é\": 1, }\n}", "The body is not JSON: in line 3, at position 25, a comma stands before the closing bracket.")]
    [InlineData("{'query':'{__typename}'}", "The body is not JSON: in line 1, at position 2, there is a single quote, and JSON knows only double ones.")]
    [InlineData("{\"query\":\"{\n__typename}\"}", "The body is not JSON: in line 1, at position 12, there is a line break or other control character, which a string holds as an escape such as \\n.")]
    [InlineData("query={__typename}", "The body is not JSON: in line 1, at position 1, there is \"q\", which can't stand there.")]
    [InlineData("{\"query\":\"{__typename}\"} {}", "The body holds more than one JSON value.")]
    public async Task What_is_no_JSON_is_told_in_words_for_who_wrote_it(string body, string message) => Assert.Equal(message, (await Post(Json(body))).Answer.Message);

    [Fact]
    public async Task Variables_in_an_address_are_told_likewise() => Assert.Equal(
        "\"variables\" is not JSON: in line 1, at position 8, a comma stands before the closing bracket.",
        (await server.Client.Send(new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}&variables={\"a\":1,}"))).Message);

    [Fact]
    public async Task A_key_that_is_no_text_is_none_that_we_know() =>
        Assert.Equal(HttpStatusCode.OK, (await Post(Json("""{"\ud800":1,"query":"{__typename}"}"""))).Answer.Status);

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_400() =>
        Refused((await Post(new ByteArrayContent([.. "{\"query\":\"{__typename} # "u8, 0xC3, 0x28, .. "\"}"u8]) { Headers = { ContentType = new("application/json") } })).Answer, 400, "BAD_REQUEST");

    [Fact]
    public async Task A_byte_order_mark_is_passed_over() =>
        Assert.Equal("""{"data":{"__typename":"Query"}}""", (await Post(new ByteArrayContent([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Ok)]) { Headers = { ContentType = new("application/json") } })).Answer.Text);

    [Theory]
    [InlineData("Transfer-Encoding: chunked", "FFFFFFFFFFFFFFFF\r\n{}", 400)]
    [InlineData("Transfer-Encoding: chunked", "7FFFFFFF\r\n{}", 400)]
    [InlineData("Transfer-Encoding: chunked", "zz\r\n{}", 400)]
    [InlineData("Content-Length: 100", "{}", 400)]
    // Refused by what it says: nobody waits for it.
    [InlineData("Content-Length: 2000000000", "{}", 413)]
    [InlineData("Content-Length: 99999999999999999999", "{}", 400)]
    [InlineData("Content-Length: 2\r\nContent-Length: 3", "{}", 400)]
    public async Task A_body_that_is_framed_wrongly_is_the_clients_fault(string framing, string body, int status)
    {
        var request = $"POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n{framing}\r\n\r\n{body}";
        var bytes = await RawAnswer.ForAsync(Encoding.ASCII.GetBytes(request), server.Http.BaseAddress!.Port);
        if (bytes.Length > 0 || status == 413)
            Assert.StartsWith($"HTTP/1.1 {status} ", Encoding.ASCII.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compressed_body_is_415_for_we_read_none()
    {
        var content = new ByteArrayContent([0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 1, 2, 3]) { Headers = { ContentType = new("application/json"), ContentEncoding = { "gzip" } } };
        var (answer, response) = await Post(content);
        Refused(answer, 415, "BAD_REQUEST");
        Assert.Equal("identity", response.Headers.GetValues("Accept-Encoding").Single());
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("Identity")]
    public async Task A_body_that_is_said_to_be_as_it_is_is_read(string coding)
    {
        var content = Json(Ok);
        content.Headers.ContentEncoding.Add(coding);
        Assert.Equal(HttpStatusCode.OK, (await Post(content)).Answer.Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/graphql")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("nonsense")]
    public async Task A_POST_of_another_media_type_is_415(string? type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Ok));
        if (type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        Refused((await Post(content)).Answer, 415, "BAD_REQUEST");
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    [InlineData("application/json;charset=utf8")]
    [InlineData("APPLICATION/JSON")]
    public async Task JSON_is_taken_however_it_is_spelled(string type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Ok));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        Assert.Equal(HttpStatusCode.OK, (await Post(content)).Answer.Status);
    }

    [Theory]
    [InlineData("application/graphql-response+json", "application/graphql-response+json; charset=utf-8")]
    [InlineData("application/graphql-response+json, application/json;q=0.9", "application/graphql-response+json; charset=utf-8")]
    [InlineData("application/json;q=0.9, application/graphql-response+json", "application/graphql-response+json; charset=utf-8")]
    [InlineData("application/json;q=0.5, application/graphql-response+json;q=0.4", "application/json; charset=utf-8")]
    [InlineData("application/graphql-response+json;q=0, */*", "application/json; charset=utf-8")]
    [InlineData("Application/GraphQL-Response+JSON; charset=\"UTF-8\"", "application/graphql-response+json; charset=utf-8")]
    [InlineData("text/event-stream;q=0.1, application/graphql-response+json;q=0.2, text/html", "application/graphql-response+json; charset=utf-8")]
    [InlineData("application/json", "application/json; charset=utf-8")]
    [InlineData("*/*", "application/json; charset=utf-8")]
    [InlineData("application/*", "application/json; charset=utf-8")]
    [InlineData("text/html, */*;q=0.1", "application/json; charset=utf-8")]
    [InlineData("application/json; charset=utf-8", "application/json; charset=utf-8")]
    [InlineData("application/json;charset=utf8", "application/json; charset=utf-8")]
    [InlineData("application/json;q=0, */*", "application/graphql-response+json; charset=utf-8")]
    [InlineData("*/*, application/json;q=0", "application/graphql-response+json; charset=utf-8")]
    [InlineData("APPLICATION/*", "application/json; charset=utf-8")]
    public async Task The_media_type_that_the_client_likes_best_comes_back(string accept, string expected) =>
        Assert.Equal(expected, (await Post(Json(Ok), ("Accept", accept))).Response.Content.Headers.ContentType!.ToString());

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json;q=0, application/graphql-response+json;q=0, */*")]
    [InlineData("nonsense")]
    public async Task A_client_that_takes_neither_media_type_gets_406(string accept) =>
        Refused((await Post(Json(Ok), ("Accept", accept))).Answer, 406, "BAD_REQUEST");

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    public async Task Another_method_is_405_and_names_those_that_work(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/graphql") { Content = Json(Ok) };
        using var response = await server.Http.SendAsync(request);
        Refused(new Answer(response.StatusCode, await response.Content.ReadAsStringAsync()), 405, "BAD_REQUEST");
        Assert.Equal(["GET", "HEAD", "POST"], response.Content.Headers.Allow.Order());
    }

    [Theory]
    [InlineData("?query={__typename}", 200, null)]
    [InlineData("?query=query($c:String!){wijk(by:{code:$c}){name}}&variables={\"c\":\"WK050509\"}", 200, null)]
    [InlineData("?query=query+A{__typename}query+B{wijken{totalCount}}&operationName=A", 200, null)]
    [InlineData("", 400, "BAD_REQUEST")]
    [InlineData("?query=", 400, "BAD_REQUEST")]
    [InlineData("?query={__typename}&variables={", 400, "BAD_REQUEST")]
    [InlineData("?query={__typename}&variables=[]", 400, "BAD_REQUEST")]
    [InlineData("?query={__typename}&extensions=7", 400, "BAD_REQUEST")]
    [InlineData("?query={", 400, "GRAPHQL_PARSE_FAILED")]
    [InlineData("?query=mutation{delete}", 400, "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("?query=query($c:String!){wijk(by:{code:$c}){name}}&variables={\"c\":\"\\ud800\"}", 400, "BAD_VARIABLES")]
    public async Task A_GET_asks_in_the_query_string(string query, int status, string? code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql" + query) { Headers = { Accept = { new("application/graphql-response+json") } } };
        var answer = await server.Client.Send(request);
        Assert.Equal(status, (int)answer.Status);
        Assert.Equal(code, answer.Errors.Count == 0 ? null : answer.Code);
    }

    [Fact]
    public async Task Ten_megabytes_are_413_and_the_connection_stays_polite()
    {
        var positions = string.Join(',', Enumerable.Range(0, 500_000).Select(i => $"[4.{i:000000},51.{i:000000}]"));
        var body = $$$$"""{"query":"query($g:Geometry!){meetingPlaces(where:{location:{within:{geometry:$g}}}){totalCount}}","variables":{"g":{"type":"Polygon","coordinates":[[{{{{positions}}}}]]}}}""";
        Assert.True(body.Length > 10_000_000);
        var (answer, _) = await Post(Json(body));
        Refused(answer, 413, "LIMIT_EXCEEDED");
        Assert.Equal(HttpStatusCode.OK, (await Post(Json(Ok))).Answer.Status);
    }

    [Fact]
    public async Task Any_site_may_ask_and_read_the_timing()
    {
        var (_, response) = await Post(Json("{ municipality(code: \"GM0505\") { theTiming: name } }"), ("Origin", "https://wijkkrant.example"));
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("Server-Timing", response.Headers.GetValues("Access-Control-Expose-Headers").Single(), StringComparison.Ordinal);
        Assert.Matches(@"^read;dur=[\d.]+, validate;dur=[\d.]+, plan;dur=[\d.]+, db;dur=[\d.]+$", response.Headers.GetValues("Server-Timing").Single());
    }

    [Fact]
    public async Task A_browser_that_asks_first_may_send_JSON()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        request.Headers.Add("Origin", "https://wijkkrant.example");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type");
        using var response = await server.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("POST", response.Headers.GetValues("Access-Control-Allow-Methods").Single(), StringComparison.Ordinal);
        Assert.Contains("content-type", response.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.OrdinalIgnoreCase);
    }
}
