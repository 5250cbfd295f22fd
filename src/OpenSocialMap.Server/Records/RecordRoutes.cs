using Microsoft.AspNetCore.Http.HttpResults;
using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Sql;
using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.Records;

/// <summary>
/// The address of each record, <c>/id/{id}</c>, as its field <c>uri</c> gives it: answers with the record's own fields as JSON,
/// through the same endpoint machinery as a query.
/// </summary>
public static class RecordRoutes
{
    public static void MapRecords(this IEndpointRouteBuilder routes)
    {
        var schema = routes.ServiceProvider.GetRequiredService<Schema>();
        var queries = RecordQuery.ByPrefix(schema);
        routes.MapGet("/id/{id}", (string id, HttpContext http, DocumentStore documents, StatementRunner runner, TrafficSettings traffic, PublicAddress address) =>
            queries.TryGetValue(id.Split('_')[0], out var query)
                ? Answer(query, id, http, documents, runner, Client.Of(http, traffic), address)
                : Task.FromResult<IResult>(NotFound(id)));
    }

    private static async Task<IResult> Answer(string query, string id, HttpContext http, DocumentStore documents, StatementRunner runner, Client client, PublicAddress address)
    {
        var timer = new StageTimer();
        try
        {
            var document = documents.Get(query, ref timer);
            var operation = document.Choose(null);
            var variables = document.Coerce(operation, System.Text.Json.JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["id"] = id }));
            var result = await runner.Run(document.Statement(operation, variables), new ParameterSource(variables, address.Of(http.Request)), client, http.RequestAborted);
            var record = result.Values[0];
            return record.AsSpan().SequenceEqual("null"u8)
                ? NotFound(id)
                : TypedResults.Bytes(record, "application/json; charset=utf-8");
        }
        catch (GraphQLException failure) when (failure.Errors[0].Code is ErrorCodes.Overloaded or ErrorCodes.Timeout or ErrorCodes.RateLimited)
        {
            return TypedResults.Problem(failure.Errors[0].Message, statusCode: MediaType.Json.StatusOf(failure.Errors[0]));
        }
        catch (DatabaseAwayException failure)
        {
            return TypedResults.Problem(failure.Error.Message, statusCode: 503);
        }
    }

    private static ProblemHttpResult NotFound(string id) => TypedResults.Problem($"No record has the id \"{id}\".", statusCode: 404);
}
