using System.Diagnostics;
using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.GraphQL.Answers;
using OpenSocialMap.Server.GraphQL.Documents;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Sql;
using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>Answers a GraphQL request: read, validate, plan, run, write. Every stage takes a value and returns one; only run waits.</summary>
internal sealed class GraphQLEndpoint(
    AnswerStore answers, PersistedDocuments persisted, DocumentStore documents, StatementRunner runner, RateLimits rates, TrafficSettings traffic, PublicAddress address, ILogger<GraphQLEndpoint> log)
{
    public async Task Answer(HttpContext http)
    {
        var timer = new StageTimer();
        var media = MediaType.Negotiate(http.Request);
        var client = Client.Of(http, traffic);
        RequestDigest digest = default;
        try
        {
            if (media is null)
                throw new RequestRefusedException(406, "GraphQL answers as application/graphql-response+json or application/json, in UTF-8.");
            rates.Charge(http, client, points: 1);

            using var message = await RequestReader.Receive(http);
            digest = answers.Digest(http, media, message);
            timer.Mark(Stage.Read);
            if (await answers.WriteKept(http, media, digest))
                return;

            var request = RequestReader.Parse(http.Request, message);
            var document = documents.Get(persisted.Text(request), ref timer);
            var operation = document.Choose(request.OperationName);
            var variables = document.Coerce(operation, request.Variables);
            var statement = document.Statement(operation, variables);
            timer.Mark(Stage.Plan);

            var result = await runner.Run(statement, new ParameterSource(variables, address.Of(http.Request)), client, http.RequestAborted);
            timer.Mark(Stage.Run);

            await answers.Write(http, media, digest, statement, result, timer.ServerTiming);
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
        catch (DatabaseAwayException failure) when (!http.Response.HasStarted)
        {
            log.DatabaseAway(failure.Message);
            if (!await answers.WriteStale(http, media!, digest))
                await ResponseWriter.Write(http, media!, media!.StatusOf(failure.Error), [failure.Error], timer.ServerTiming);
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            await Fail(http, media ?? MediaType.Json, failure, timer.ServerTiming);
        }
    }

    /// <summary>Our own fault: the client gets a trace id, the log gets the rest.</summary>
    private Task Fail(HttpContext http, MediaType media, Exception failure, string serverTiming)
    {
        var trace = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        log.RequestFailed(failure, trace);
        var error = new GraphQLError($"The server failed. Its operators find out why by this trace id: {trace}.", ErrorCodes.Internal);
        return ResponseWriter.Write(http, media, media.StatusOf(error), [error], serverTiming);
    }
}
