using System.Net;
using System.Text.Json;
using OpenSocialMap.GraphQL.Cost;
using OpenSocialMap.Server.Limits;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Repository;
using OpenSocialMap.Server.Tests.Statements;
using Xunit.Abstractions;

namespace OpenSocialMap.Server.Tests.Cost;

/// <summary>Cost as clients see it: reported beside the answer or instead of it, refused with both numbers, far away for ordinary use.</summary>
[Collection(ServerCollection.Name)]
public sealed class CostOverHttpTests(LoggingServer server, ITestOutputHelper output) : IClassFixture<LoggingServer>
{
    private const string Usual = "{ meetingPlaces(first: 5) { totalCount nodes { name address { streetAddress } } } }";
    private const string TooDear = "query ($n: Int) { meetingPlaces(first: $n) { nodes { activities(first: $n) { nodes { partners(first: $n) { nodes { name } } } } } } }";

    [Fact]
    public async Task A_report_stands_beside_the_answer()
    {
        var answer = await CostReport.Ask(server.Http, "report", Usual);
        Assert.Equal(5, answer.Data.GetProperty("meetingPlaces").GetProperty("nodes").GetArrayLength());
        // 10 for the list, 10 for its count, 1 for nodes; the root, the connection, and five places with their addresses.
        Assert.Equal("""{"cost":{"fieldCost":21,"typeCost":12,"maximumFieldCost":10000,"maximumTypeCost":10000},"operationCost":{"fieldCost":21,"typeCost":12}}""",
            answer.Json.GetProperty("extensions").GetRawText());
    }

    [Fact]
    public async Task A_validation_says_the_cost_and_runs_nothing()
    {
        var before = server.Statements;
        var answer = await CostReport.Ask(server.Http, "validate", Usual);
        Assert.Equal((HttpStatusCode.OK, JsonValueKind.Null, 0), (answer.Status, answer.Data.ValueKind, answer.Errors.Count));
        Assert.Equal(new OperationCost(21, 12), CostReport.CostOf(answer));
        Assert.Equal(before, server.Statements);
    }

    [Theory]
    [InlineData("")]
    [InlineData("please")]
    public async Task Another_wish_or_none_leaves_the_answer_as_it_is(string wish)
    {
        Assert.Equal((await server.Client.Ask(Usual)).Text, (await CostReport.Ask(server.Http, wish, Usual)).Text);
        Assert.DoesNotContain("extensions", (await server.Client.Ask(Usual)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_dear_is_refused_with_both_numbers_and_without_a_statement()
    {
        var before = server.Statements;
        var answer = await server.Client.Ask(TooDear, """{"n":60}""");
        Assert.Equal((HttpStatusCode.BadRequest, "LIMIT_EXCEEDED"), (answer.Status, answer.Code));
        var limits = answer.Errors.Select(e => e.GetProperty("extensions")).ToDictionary(e => e.GetProperty("limit").GetString()!, e => (e.GetProperty("value").GetDouble(), e.GetProperty("maximum").GetDouble()));
        var cost = CostReport.CostOf(await CostReport.Ask(server.Http, "validate", TooDear, """{"n":60}"""));
        Assert.Equal((cost.Field, 10_000), limits["fieldCost"]);
        Assert.Equal((cost.Type, 10_000), limits["typeCost"]);
        Assert.Contains($"{cost.Field}", answer.Message, StringComparison.Ordinal);
        Assert.False(answer.Json.TryGetProperty("data", out _));
        Assert.Equal(before, server.Statements);
        Assert.Empty((await server.Client.Ask(TooDear, """{"n":6}""")).Errors);
    }

    [Fact]
    public async Task Each_position_of_a_geometry_counts_in_the_document_and_in_a_variable()
    {
        const string Query = "query ($g: Geometry!) { meetingPlaces(where: { location: { within: { geometry: $g } } }) { totalCount } }";
        foreach (var (json, positions) in new[] { ("[[[4,51],[5,51],[5,52],[4,51]]]", 4), ("[[[4,51],[5,51],[5,52],[4.5,52],[4.4,52],[4,52],[4,51]]]", 7) })
        {
            var variable = await CostReport.Ask(server.Http, "validate", Query, $$"""{"g":{"type":"Polygon","coordinates":{{json}} } }""");
            var literal = await CostReport.Ask(server.Http, "validate", Query.Replace("query ($g: Geometry!)", "", StringComparison.Ordinal).Replace("$g", $$"""{ type: "Polygon", coordinates: {{json}} }""", StringComparison.Ordinal));
            // 10 for the list, 10 for its count, 1 each for the two inputs around what weighs 50 and a half for each position.
            Assert.Equal(new OperationCost(72 + 0.5 * positions, 2), CostReport.CostOf(variable));
            Assert.Equal(CostReport.CostOf(variable), CostReport.CostOf(literal));
        }
    }

    [Fact]
    public async Task A_page_of_another_site_may_ask_for_the_cost()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/graphql")
        {
            Headers = { { "Origin", "https://wijkkrant.example" }, { "Access-Control-Request-Method", "POST" }, { "Access-Control-Request-Headers", "content-type,graphql-cost" } },
        };
        using var response = await server.Http.SendAsync(request);
        Assert.Contains("graphql-cost", response.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.OrdinalIgnoreCase);
    }

    public static TheoryData<string> Operations => [.. Clone.Files("schema/operations", "*.graphql"), .. Clone.Files("tests/OpenSocialMap.Server.Tests/cases", "*.graphql")];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_documented_operation_costs_at_most_a_third_of_what_is_allowed(string path)
    {
        var query = await File.ReadAllTextAsync(Path.Combine(Clone.Root, path));
        var variables = query.Split('\n').FirstOrDefault(line => line.StartsWith("# variables:", StringComparison.Ordinal))?["# variables:".Length..] ?? "{}";
        var answer = await CostReport.Ask(server.Http, "validate", query, variables);
        if (answer.Errors.Count > 0)
        {
            Assert.NotEqual("LIMIT_EXCEEDED", answer.Code);
            return;
        }
        var (cost, allowed) = (CostReport.CostOf(answer), new LimitSettings().Cost);
        output.WriteLine($"{cost.Field} {cost.Type} {path}");
        Assert.InRange(cost.Field, 0, allowed.MaxFieldCost / 3);
        Assert.InRange(cost.Type, 1, allowed.MaxTypeCost / 3);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(13)]
    [InlineData(17)]
    public async Task The_introspection_of_editors_and_generators_stays_well_within(int levelsOfType)
    {
        var type = string.Concat(Enumerable.Repeat("ofType { kind name ", levelsOfType - 4)) + new string('}', levelsOfType - 4);
        var answer = await CostReport.Ask(server.Http, "report", $$"""
            query IntrospectionQuery {
              __schema {
                description queryType { name kind } mutationType { name kind } subscriptionType { name kind }
                types { ...FullType }
                directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
              }
            }
            fragment FullType on __Type {
              kind name description specifiedByURL isOneOf
              fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
              inputFields(includeDeprecated: true) { ...InputValue }
              interfaces { ...TypeRef }
              enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
              possibleTypes { ...TypeRef }
            }
            fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
            fragment TypeRef on __Type { kind name {{type}} }
            """);
        Assert.Empty(answer.Errors);
        Assert.Equal(new OperationCost(CostDirectives.SchemaWeight, 1), CostReport.CostOf(answer));
    }
}
