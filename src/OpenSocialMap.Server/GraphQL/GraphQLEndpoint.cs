using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.GraphQL.Answers;
using OpenSocialMap.Server.GraphQL.Documents;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Sql;
using OpenSocialMap.Server.Subscriptions;
using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>Answers a GraphQL request: read, validate, plan, price, run, write. Every stage takes a value and returns one; only run waits.</summary>
internal sealed class GraphQLEndpoint(
    AnswerStore answers,
    PersistedDocuments persisted,
    DocumentStore documents,
    CostControl costs,
    RateLimits rates,
    StatementRunner runner,
    EventStreams streams,
    ServerSettings settings,
    PublicAddress address,
    ILogger<GraphQLEndpoint> log)
{
    public async Task Answer(HttpContext http)
    {
        var timer = new StageTimer();
        var media = MediaType.Negotiate(http.Request);
        var canStream = EventStreams.AreAccepted(http.Request);
        var client = Client.Of(http, settings.Traffic);
        RequestDigest digest = default;
        try
        {
            if (media is null && !canStream)
                throw new RequestRefusedException(406, "GraphQL answers as application/graphql-response+json, application/json or text/event-stream, in UTF-8.");
            rates.Charge(http, client, points: 1);

            using var message = await RequestReader.Receive(http, settings.Limits);
            var wish = CostControl.WishOf(http.Request);
            digest = answers.Digest(http, media ?? MediaType.GraphQL, wish, message);
            timer.Mark(Stage.Read);
            if (!canStream && await answers.WriteKept(http, media!, digest))
                return;

            var request = RequestReader.Parse(http.Request, message, settings.Limits);
            var document = documents.Get(persisted.Text(request), ref timer);
            var operation = document.Choose(request.OperationName);
            var variables = document.Coerce(operation, request.Variables);
            var statement = document.Statement(operation, variables);
            var price = costs.Charge(wish, statement, variables);
            timer.Mark(Stage.Plan);
            if (price.IsWholeAnswer)
            {
                await ResponseWriter.Write(http, media ?? MediaType.GraphQL, price, timer.ServerTiming);
                return;
            }
            rates.Charge(http, client, price.Points);

            var open = new OpenOperation(document, operation, variables, OperationReader.Text(request.Variables), address.Of(http.Request), client);
            if (canStream && (media is null || open.Stays))
            {
                await streams.Answer(http, open);
                return;
            }
            if (open.IsSubscription)
                throw EventStreams.Needed();

            var result = await runner.Run(statement, open.Source(), client, http.RequestAborted);
            timer.Mark(Stage.Run);

            await answers.Write(http, media!, digest, statement, result, price, timer.ServerTiming);
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
        catch (DatabaseAwayException failure) when (!http.Response.HasStarted)
        {
            log.DatabaseAway(failure.Message);
            media ??= MediaType.GraphQL;
            if (canStream || !await answers.WriteStale(http, media, digest))
                await ResponseWriter.Write(http, media, media.StatusOf(failure.Error), [failure.Error], timer.ServerTiming);
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            await Fail(http, media ?? MediaType.Json, failure, timer.ServerTiming);
        }
    }

    private Task Fail(HttpContext http, MediaType media, Exception failure, string serverTiming)
    {
        var errors = ServerFault.Explain(failure, log, http.TraceIdentifier);
        return ResponseWriter.Write(http, media, media.StatusOf(errors[0]), errors, serverTiming);
    }
}
