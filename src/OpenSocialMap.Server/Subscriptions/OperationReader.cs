using System.Text.Json;
using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.GraphQL.Documents;
using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>Makes of a request that came over a socket an operation that is ready to run: charged, parsed, validated, its variables checked.</summary>
internal sealed class OperationReader(PersistedDocuments persisted, DocumentStore documents, CostControl costs, RateLimits rates)
{
    /// <exception cref="GraphQLException">The document or its variables are at fault, or the client asks too much.</exception>
    public OpenOperation Read(GraphQLRequest request, string baseUrl, Client client)
    {
        rates.Charge(client, points: 1);
        var timer = new StageTimer();
        var document = documents.Get(persisted.Text(request), ref timer);
        var operation = document.Choose(request.OperationName);
        var variables = document.Coerce(operation, request.Variables);
        rates.Charge(client, costs.Charge(CostWish.None, document.Statement(operation, variables), variables).Points);
        return new OpenOperation(document, operation, variables, Text(request.Variables), baseUrl, client);
    }

    public static string Text(JsonElement variables) => variables.ValueKind == JsonValueKind.Object ? variables.GetRawText() : "";
}
