using System.Text.Json;
using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.GraphQL;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>Makes of a request that came over a socket an operation that is ready to run: parsed, validated, its variables checked.</summary>
internal sealed class OperationReader(DocumentStore documents)
{
    /// <exception cref="GraphQLException">The document or its variables are at fault.</exception>
    public OpenOperation Read(GraphQLRequest request, string baseUrl)
    {
        var timer = new StageTimer();
        var document = documents.Get(request.Query, ref timer);
        var operation = document.Choose(request.OperationName);
        return new OpenOperation(document, operation, document.Coerce(operation, request.Variables), Text(request.Variables), baseUrl);
    }

    public static string Text(JsonElement variables) => variables.ValueKind == JsonValueKind.Object ? variables.GetRawText() : "";
}
