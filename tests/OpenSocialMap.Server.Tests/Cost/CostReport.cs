using System.Text.Json;
using OpenSocialMap.GraphQL.Cost;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Cost;

/// <summary>What the server says that a request costs, asked by the header that clients have for it.</summary>
internal static class CostReport
{
    public static async Task<Answer> Ask(HttpClient http, string wish, string query, string variables = "{}")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent($$"""{"query":{{JsonSerializer.Serialize(query)}},"variables":{{variables}}}""", System.Text.Encoding.UTF8, "application/json"),
            Headers = { { "GraphQL-Cost", wish }, { "Accept", "application/graphql-response+json" } },
        };
        return await new GraphQLClient(http).Send(request);
    }

    public static OperationCost CostOf(Answer answer)
    {
        var cost = answer.Json.GetProperty("extensions").GetProperty("operationCost");
        return new OperationCost(cost.GetProperty("fieldCost").GetDouble(), cost.GetProperty("typeCost").GetDouble());
    }
}
