using System.Text.Json;
using System.Text.Json.Nodes;
using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Representations;

namespace OpenSocialMap.Server.Records;

/// <summary>The address of each record, <c>/id/{id}</c>, as its field <c>uri</c> gives it: answers with the record's own fields as JSON.</summary>
internal sealed class RecordRoutes(Inquiries inquiries, Validators validators, Schema schema)
{
    private const string ContentType = "application/json; charset=utf-8";

    private readonly Lazy<IReadOnlyDictionary<string, string>> _queries = new(() => RecordQuery.ByPrefix(schema));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var records = ActivatorUtilities.CreateInstance<RecordRoutes>(routes.ServiceProvider);
        routes.MapMethods("/id/{id}", Reading.Methods, records.Answer).AddEndpointFilter<Refusals>();
    }

    private async Task Answer(HttpContext http, string id)
    {
        if (!_queries.Value.TryGetValue(id.Split('_')[0], out var query))
            throw NotFound(id);
        if (validators.WriteNotModified(http, ContentType))
            return;
        var reply = await inquiries.Ask(http, query, new JsonObject { ["id"] = id });
        if (reply.Only.ValueKind == JsonValueKind.Null)
            throw NotFound(id);
        validators.Begin(http, ContentType, reply.Version);
        await http.Response.WriteAsync(reply.Only.GetRawText(), http.RequestAborted);
    }

    private static RequestRefusedException NotFound(string id) => new(404, new GraphQLError($"No record has the id \"{Excerpt.Of(id)}\".", ErrorCodes.NotFound));
}
