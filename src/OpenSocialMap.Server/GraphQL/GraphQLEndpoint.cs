using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.GraphQL.Answers;
using OpenSocialMap.Server.GraphQL.Documents;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Sql;
using OpenSocialMap.Server.Subscriptions;
using OpenSocialMap.Server.Telemetry;
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
    ReceivingRoom room,
    EventStreams streams,
    ServerSettings settings,
    PublicAddress address,
    RequestTelemetry telemetry,
    ILogger<GraphQLEndpoint> log)
{
    public async Task Answer(HttpContext http)
    {
        var timer = new StageTimer();
        var span = telemetry.Begin();
        var (media, canStream, _) = AcceptedForms.Of(http.Request);
        var client = Client.Of(http, settings.Traffic);
        RequestDigest digest = default;
        OperationLabel? label = null;
        Price price = default;
        var outcome = Outcome.Answered;
        try
        {
            if (media is null && !canStream)
                throw new RequestRefusedException(406, "GraphQL answers as application/graphql-response+json, application/json or text/event-stream, in UTF-8.");
            rates.Charge(http, client, points: 1);

            using var message = await RequestReader.Receive(http, settings.Limits, room);
            var wish = CostControl.WishOf(http.Request);
            var baseUrl = address.Of(http.Request);
            digest = answers.Digest(baseUrl, media ?? MediaType.GraphQL, wish, message);
            timer.Mark(Stage.Read);
            if (!canStream)
            {
                (var isWritten, label) = await answers.WriteKept(http, media!, digest);
                if (isWritten)
                {
                    outcome = Outcome.Kept;
                    return;
                }
            }

            // To read a long request is work too, whatever comes of it.
            if (message.Bytes.Length >= RateLimits.BytesPerPoint)
                rates.Charge(http, client, message.Bytes.Length / RateLimits.BytesPerPoint);
            var request = RequestReader.Parse(http.Request, message, settings.Limits);
            var document = documents.Get(persisted.Text(request), ref timer);
            var operation = document.Choose(request.OperationName);
            var variables = document.Coerce(operation, request.Variables);
            var statement = document.Statement(operation, variables);
            label = statement.Label;
            price = costs.Charge(wish, statement, variables);
            timer.Mark(Stage.Plan);
            if (price.IsWholeAnswer)
            {
                outcome = Outcome.Priced;
                if (media is null)
                    await EventStream.WriteOnce(http, ResponseWriter.PriceAlone(price));
                else
                    await ResponseWriter.Write(http, media, price, timer.ServerTiming);
                return;
            }
            rates.Charge(http, client, price.Points);

            if (canStream || label!.Type == "subscription")
            {
                var open = new OpenOperation(document, operation, variables, OperationReader.Text(request.Variables), baseUrl, client);
                if (canStream && (media is null || open.Stays))
                {
                    outcome = Outcome.Streamed;
                    await streams.Answer(http, open);
                    return;
                }
                if (open.IsSubscription)
                    throw EventStreams.Needed();
            }

            var result = await runner.Run(statement, new ParameterSource(variables, baseUrl), client, http.RequestAborted, lend: !answers.Keeps);
            timer.Mark(Stage.Run);

            await answers.Write(http, media!, digest, statement, result, price, timer.ServerTiming);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client went away; there is nobody to answer.
            outcome = Outcome.Abandoned;
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            outcome = await Fail(http, media, canStream, digest, failure, timer.ServerTiming);
        }
        finally
        {
            telemetry.End(span, timer, label, price.Cost.Field, outcome);
        }
    }

    /// <summary>Says what went wrong in the form that the client takes, or gives an old answer while the database is away. Returns the outcome.</summary>
    private async Task<string> Fail(HttpContext http, MediaType? media, bool canStream, RequestDigest digest, Exception failure, string serverTiming)
    {
        if (failure is DatabaseAwayException && !canStream && await answers.WriteStale(http, media!, digest))
            return Outcome.Stale;
        var refused = failure as RequestRefusedException;
        var errors = refused is not null ? [refused.Error] : ServerFault.Explain(failure, log, http.TraceIdentifier);
        if (media is null && failure is GraphQLException)
            await EventStreams.WriteErrors(http, errors);
        else
            await ResponseWriter.Write(http, media ?? MediaType.Json, refused?.Status ?? (media ?? MediaType.Json).StatusOf(errors[0]), errors, serverTiming);
        return errors[0].Code;
    }
}
