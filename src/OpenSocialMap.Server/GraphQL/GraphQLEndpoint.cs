using System.Diagnostics;
using Npgsql;
using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Limits;
using OpenSocialMap.Server.Sql;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>Answers a GraphQL request: read, validate, plan, price, run, write. Every stage takes a value and returns one; only run waits.</summary>
public sealed class GraphQLEndpoint(DocumentStore documents, LimitSettings limits, CostControl costs, StatementRunner runner, PublicAddress address, ILogger<GraphQLEndpoint> log)
{
    public async Task Answer(HttpContext http)
    {
        var timer = new StageTimer();
        var media = MediaType.Negotiate(http.Request);
        try
        {
            if (media is null)
                throw new RequestRefusedException(406, "GraphQL answers as application/graphql-response+json or application/json, in UTF-8.");

            var request = await RequestReader.Read(http, limits);
            timer.Mark(Stage.Read);

            var document = documents.Get(request.Query, ref timer);
            var operation = document.Choose(request.OperationName);
            var variables = document.Coerce(operation, request.Variables);
            var statement = document.Statement(operation, variables);
            var price = costs.Charge(http.Request, statement, variables);
            timer.Mark(Stage.Plan);
            if (price.IsWholeAnswer)
            {
                await ResponseWriter.Write(http, media, price, timer.ServerTiming);
                return;
            }

            var result = await runner.Run(statement, new ParameterSource(variables, address.Of(http.Request)), http.RequestAborted);
            timer.Mark(Stage.Run);

            await ResponseWriter.Write(http, media, statement, result, price, timer.ServerTiming);
        }
        catch (RequestRefusedException refusal)
        {
            await ResponseWriter.Write(http, media ?? MediaType.Json, refusal.Status, [refusal.Error], timer.ServerTiming);
        }
        catch (GraphQLException failure)
        {
            await ResponseWriter.Write(http, media!, media!.StatusOf(failure.Errors[0]), failure.Errors, timer.ServerTiming);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client went away; there is nobody to answer.
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            await Fail(http, media ?? MediaType.Json, failure, timer.ServerTiming);
        }
    }

    /// <summary>Our own fault: the client gets a trace id, the log gets the rest.</summary>
    private async Task Fail(HttpContext http, MediaType media, Exception failure, string serverTiming)
    {
        var trace = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        log.RequestFailed(failure, trace);
        var error = failure is NpgsqlException { IsTransient: true }
            ? new GraphQLError("The database can't be reached just now. Try again in a few seconds.", ErrorCodes.Overloaded)
            : new GraphQLError($"The server failed. Its operators find out why by this trace id: {trace}.", ErrorCodes.Internal);
        await ResponseWriter.Write(http, media, media.StatusOf(error), [error], serverTiming);
    }
}
