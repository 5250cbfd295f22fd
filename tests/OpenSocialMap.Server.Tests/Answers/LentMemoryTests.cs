using System.Text;
using System.Text.Json;
using OpenSocialMap.Data;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Answers;

/// <summary>A server that keeps no answers lends the memory of one to the next: many at a time still get their own, whole, compressed or not.</summary>
[Collection(ServerCollection.Name)]
public sealed class LentMemoryTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int Times = 25;

    private static readonly string[] Queries =
    [
        "{ wijken { nodes { name slug buurten { nodes { name code } } } } }",
        "{ meetingPlaces(first: 50) { nodes { name description } } missing: meetingPlace(by: { slug: \"nowhere\" }) { name } }",
        "{ a: activities(first: 3) { nodes { name } } __typename b: partners(first: 70) { nodes { name website } } }",
        "{ activities(first: 100) { totalCount nodes { name description organiser { name } } } }",
        "{ wijk(by: { slug: \"sterrenburg\" }) { name } }",
        "{ __typename }",
    ];

    private SocialMapDatabase _database = null!;
    private RunningServer _server = null!;

    public async Task InitializeAsync()
    {
        _database = await postgres.OpenSeededAsync();
        _server = await RunningServer.StartAsync(_database, settings => settings with { CacheMegabytes = 0 });
    }

    [Fact]
    public async Task Everybody_gets_their_own_answer()
    {
        var expected = new List<string>();
        foreach (var query in Queries)
            expected.Add(await AskAsync(query, coding: null));

        await Parallel.ForAsync(0, Times * Queries.Length, new ParallelOptions { MaxDegreeOfParallelism = 12 }, async (n, _) =>
        {
            var which = n % Queries.Length;
            Assert.Equal(expected[which], await AskAsync(Queries[which], n % 3 == 0 ? "gzip" : null));
        });

        Assert.All(expected, answer => Assert.StartsWith("{\"data\":{", answer, StringComparison.Ordinal));
        Assert.Contains("\"missing\":null", expected[1], StringComparison.Ordinal);
    }

    private async Task<string> AskAsync(string query, string? coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent($$"""{"query":{{JsonSerializer.Serialize(query)}}}""", Encoding.UTF8, "application/json"),
        };
        if (coding is not null)
            request.Headers.Add("Accept-Encoding", coding);
        using var answer = await _server.Http.SendAsync(request);
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.ReadDecodedAsync();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _database.DisposeAsync();
    }
}
