using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Sql;
using OpenSocialMap.Server.Subscriptions;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>Answers a GraphQL request: read, validate, plan, run, write. Every stage takes a value and returns one; only run waits.</summary>
public sealed class GraphQLEndpoint(DocumentStore documents, StatementRunner runner, EventStreams streams, PublicAddress address, ILogger<GraphQLEndpoint> log)
{
    public async Task Answer(HttpContext http)
    {
        var timer = new StageTimer();
        var media = MediaType.Negotiate(http.Request);
        var canStream = EventStreams.AreAccepted(http.Request);
        try
        {
            if (media is null && !canStream)
                throw new RequestRefusedException(406, "GraphQL answers as application/graphql-response+json, application/json or text/event-stream, in UTF-8.");

            var request = await RequestReader.Read(http);
            timer.Mark(Stage.Read);

            var document = documents.Get(request.Query, ref timer);
            var operation = document.Choose(request.OperationName);
            var variables = document.Coerce(operation, request.Variables);
            var answered = new OpenOperation(document, operation, variables, OperationReader.Text(request.Variables), address.Of(http.Request));
            if (canStream && (media is null || answered.Stays))
            {
                await streams.Answer(http, answered);
                return;
            }
            if (answered.IsSubscription)
                throw EventStreams.Needed();
            var statement = document.Statement(operation, variables);
            timer.Mark(Stage.Plan);

            var result = await runner.Run(statement, answered.Source(), http.RequestAborted);
            timer.Mark(Stage.Run);

            await ResponseWriter.Write(http, media!, statement, result, timer.ServerTiming);
        }
        catch (RequestRefusedException refusal)
        {
            await ResponseWriter.Write(http, media ?? MediaType.Json, refusal.Status, [refusal.Error], timer.ServerTiming);
        }
        catch (GraphQLException failure) when (media is null)
        {
            await EventStreams.WriteErrors(http, failure.Errors);
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

    /// <summary>Our own fault.</summary>
    private async Task Fail(HttpContext http, MediaType media, Exception failure, string serverTiming)
    {
        var errors = ServerFault.Explain(failure, log, http.TraceIdentifier);
        await ResponseWriter.Write(http, media, media.StatusOf(errors[0]), errors, serverTiming);
    }
}
