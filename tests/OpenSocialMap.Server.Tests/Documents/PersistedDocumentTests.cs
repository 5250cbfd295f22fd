using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;
using OpenSocialMap.Server.Tests.Repository;

namespace OpenSocialMap.Server.Tests.Documents;

/// <summary>Documents that are named instead of sent: trusted ones by id, others by the hash that a client sent with them before.</summary>
[Collection(ServerCollection.Name)]
public sealed class PersistedDocumentTests(SeededServer server) : IClassFixture<SeededServer>
{
    public static TheoryData<string> Queries => [.. Clone.Queries];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Every_documented_query_is_asked_by_the_hash_of_its_file(string path)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(Clone.Root, path));
        var text = Encoding.UTF8.GetString(bytes);
        var variables = text.Split('\n').FirstOrDefault(line => line.StartsWith("# variables:", StringComparison.Ordinal))?["# variables:".Length..] ?? "{}";
        var id = Convert.ToHexStringLower(SHA256.HashData(bytes));

        var sent = await server.Client.Ask(text, variables);
        Assert.Empty(sent.Errors);
        foreach (var named in new[] { id, $"sha256:{id}" })
            Assert.Equal(sent.Text, await server.Http.GetStringAsync($"/graphql?documentId={Uri.EscapeDataString(named)}&variables={Uri.EscapeDataString(variables)}"));
        var posted = await Post(new { documentId = id, variables = JsonElement.Parse(variables) });
        Assert.Equal(sent.Text, posted.Text);
    }

    [Fact]
    public async Task A_documented_subscription_is_followed_by_the_hash_of_its_file()
    {
        var path = Assert.Single(Clone.Files("schema/operations", "*.graphql").Except(Clone.Queries));
        var id = Hash(await File.ReadAllTextAsync(Path.Combine(Clone.Root, path)));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?documentId={id}&variables={Uri.EscapeDataString("""{"wijk": "crabbehof"}""")}");
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var stream = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync());
        // An operation that is refused is an event; one that stands begins with a comment.
        Assert.Equal(":", await lines.ReadLineAsync());
    }

    [Fact]
    public async Task The_manifest_lists_every_trusted_document_under_ids_that_work()
    {
        var manifest = JsonElement.Parse(await server.Http.GetStringAsync("/graphql/persisted-query-manifest.json"));
        Assert.Equal("apollo-persisted-query-manifest", manifest.GetProperty("format").GetString());
        Assert.Equal(1, manifest.GetProperty("version").GetInt32());
        var operations = manifest.GetProperty("operations").EnumerateArray().ToList();
        Assert.Equal(Clone.Files("schema/operations", "*.graphql").Count(), operations.Count);
        // Names are ids too, so no two may be the same.
        Assert.Equal(operations.Count, operations.Select(operation => operation.GetProperty("name").GetString()).Distinct().Count());
        foreach (var operation in operations)
        {
            var body = operation.GetProperty("body").GetString()!;
            Assert.Equal(operation.GetProperty("id").GetString(), Hash(body));
            // Without its variables it may be refused, but it is found.
            Assert.DoesNotContain("DOCUMENT_NOT_FOUND", (await Post(new { documentId = operation.GetProperty("name").GetString() })).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_unknown_id_says_where_the_known_ones_are()
    {
        var answer = await Post(new { documentId = "sha256:0000" });
        Assert.Equal("DOCUMENT_NOT_FOUND", answer.Code);
        Assert.Contains("/graphql/persisted-query-manifest.json", answer.Text, StringComparison.Ordinal);
        Assert.Equal(400, (int)answer.Status);
    }

    [Fact]
    public async Task Automatic_persisted_queries_follow_the_protocol()
    {
        const string query = "{ wijken(first: 2) { nodes { automatic: name } } }";
        var hash = Hash(query);
        var persisted = new { persistedQuery = new { version = 1, sha256Hash = hash } };

        var unknown = await Post(new { extensions = persisted });
        Assert.Equal("PersistedQueryNotFound", unknown.Message);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", unknown.Code);

        var registered = await Post(new { query, extensions = persisted });
        Assert.Empty(registered.Errors);
        var byHash = await Post(new { extensions = persisted });
        Assert.Equal(registered.Text, byHash.Text);

        var get = await server.Http.GetStringAsync($"/graphql?extensions={Uri.EscapeDataString(JsonSerializer.Serialize(persisted))}");
        Assert.Equal(registered.Text, get);
    }

    [Fact]
    public async Task A_text_that_is_not_what_its_hash_says_is_refused_and_not_kept()
    {
        var persisted = new { persistedQuery = new { version = 1, sha256Hash = Hash("{ __typename }") } };
        var refused = await Post(new { query = "{ wijken { totalCount } }", extensions = persisted });
        Assert.Equal("provided sha does not match query", refused.Message);
        Assert.Equal("PersistedQueryNotFound", (await Post(new { extensions = persisted })).Message);
    }

    [Theory]
    [InlineData("""{"persistedQuery": {"version": 2, "sha256Hash": "aa"}}""", "version")]
    [InlineData("""{"persistedQuery": {"version": 1}}""", "sha256Hash")]
    [InlineData("""{"persistedQuery": {"version": 1, "sha256Hash": 7}}""", "sha256Hash")]
    public async Task A_broken_extension_is_named(string extensions, string named)
    {
        var answer = await Post(new { extensions = JsonElement.Parse(extensions) });
        Assert.Equal("BAD_REQUEST", answer.Code);
        Assert.Contains(named, answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_for_trusted_documents_runs_those_and_no_others()
    {
        await using var only = await RunningServer.StartAsync(server.Database, settings => settings with { TrustedDocumentsOnly = true });
        var trusted = await File.ReadAllTextAsync(Path.Combine(Clone.Root, "schema/operations/05-where-am-i.graphql"));

        var refused = await only.Client.Ask("{ wijken { totalCount } }");
        Assert.Equal("DOCUMENT_NOT_TRUSTED", refused.Code);
        Assert.DoesNotContain("DOCUMENT_NOT_TRUSTED", (await only.Client.Ask(trusted)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("errors", await only.Http.GetStringAsync($"/graphql?documentId={Hash(trusted)}&variables={Uri.EscapeDataString("""{"latitude": 51.8, "longitude": 4.67}""")}"), StringComparison.Ordinal);

        var unsupported = await Post(new { extensions = new { persistedQuery = new { version = 1, sha256Hash = Hash("{ wijken { totalCount } }") } } }, only);
        Assert.Equal("PersistedQueryNotSupported", unsupported.Message);
    }

    [Fact]
    public async Task A_keepers_own_documents_are_trusted_too()
    {
        var folder = Directory.CreateTempSubdirectory("opensocialmap-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "portal.graphql"), "query PortalFront { wijken { totalCount } }");
        var manifest = Path.Combine(folder, "manifest.json");
        await File.WriteAllTextAsync(manifest, """{"abc123": "query PortalPage { wijken(first: 1) { totalCount } }"}""");

        foreach (var (source, id) in new[] { (folder, "PortalFront"), (manifest, "abc123") })
        {
            await using var only = await RunningServer.StartAsync(server.Database, settings => settings with { TrustedDocumentsOnly = true, TrustedDocuments = source });
            var answer = await Post(new { documentId = id }, only);
            Assert.Equal(13, answer.Data.GetProperty("wijken").GetProperty("totalCount").GetInt32());
        }
        Directory.Delete(folder, recursive: true);
    }

    private async Task<Answer> Post(object body, RunningServer? other = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };
        request.Headers.Accept.ParseAdd("application/graphql-response+json");
        return await (other?.Client ?? server.Client).Send(request);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
