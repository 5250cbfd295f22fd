using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Repository;

namespace OpenSocialMap.Server.Tests.Statements;

/// <summary>One request is one SQL statement, whatever the nesting: counted in PostgreSQL's own log.</summary>
[Collection(AnswersCollection.Name)]
public sealed class OneStatementTests(LoggingServer server) : IClassFixture<LoggingServer>
{
    public static TheoryData<string> Queries => [.. Clone.Queries];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_documented_query_is_one_statement(string path)
    {
        var query = await File.ReadAllTextAsync(Path.Combine(Clone.Root, path));
        Assert.Equal(1, await Count(query, Variables(query)));
    }

    [Fact]
    public async Task Several_root_fields_with_deep_nesting_are_one_statement() => Assert.Equal(1, await Count("""
        {
          wijken(first: 3) { nodes { name meetingPlaces(first: 5) { nodes { name activities(first: 5) { nodes { name partners(first: 5) { edges { role node { name activities(first: 2) { totalCount } } } } } } } } } }
          partners(first: 5) { nodes { name wijkkranten { nodes { name areas { nodes { name } } } } } }
          search(text: "soep") { nodes { __typename } }
          __schema { queryType { name } }
        }
        """));

    [Fact]
    public async Task Introspection_is_no_statement_at_all() => Assert.Equal(0, await Count("{ __typename __schema { types { name } } }"));

    private async Task<int> Count(string query, string variables = "{}")
    {
        var before = server.Statements;
        var answer = await server.Client.Ask(query, variables);
        Assert.Empty(answer.Errors);
        return server.Statements - before;
    }

    private static string Variables(string operation) =>
        operation.Split('\n').FirstOrDefault(line => line.StartsWith("# variables:", StringComparison.Ordinal))?["# variables:".Length..] ?? "{}";
}
