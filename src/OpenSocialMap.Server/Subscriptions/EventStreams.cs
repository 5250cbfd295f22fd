using Microsoft.Net.Http.Headers;
using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Sql;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>Answers operations as event streams: once for a query, again and again for a subscription or a live query.</summary>
public sealed class EventStreams
{
    private readonly Topics _topics;
    private readonly OpenStreams _open;
    private readonly StatementRunner _runner;
    private readonly StreamSettings _settings;

    internal EventStreams(Topics topics, OpenStreams open, StatementRunner runner, ServerSettings settings) =>
        (_topics, _open, _runner, _settings) = (topics, open, runner, settings.Streams);

    /// <summary>Whether the client takes an event stream, whatever else it takes.</summary>
    public static bool AreAccepted(HttpRequest request) =>
        request.Headers.Accept is { Count: > 0 } accept
        && accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase)
        && MediaTypeHeaderValue.TryParseList(accept, out var types)
        && types.Any(type => type.MediaType.Equals("text/event-stream", StringComparison.OrdinalIgnoreCase) && type.Quality is not 0);

    /// <summary>An operation that can be answered only as a stream, asked in a way that has room for one answer.</summary>
    public static GraphQLException Needed() => new(new GraphQLError("A subscription is answered as a stream, and this request takes one answer.", ErrorCodes.Operation)
    {
        Hint = "Send the header \"Accept: text/event-stream\", or connect with a WebSocket that speaks graphql-transport-ws.",
    });

    /// <exception cref="GraphQLException">The operation can't be run; nothing is written yet.</exception>
    /// <exception cref="RequestRefusedException">There are too many streams.</exception>
    internal async Task Answer(HttpContext http, OpenOperation operation)
    {
        if (operation.Stays)
            await Follow(http, operation);
        else
            await EventStream.WriteOnce(http, await Run(operation, http.RequestAborted));
    }

    private async Task Follow(HttpContext http, OpenOperation operation)
    {
        var stream = new EventStream(http, _settings);
        _open.Add(stream, http.Response);
        try
        {
            using var following = await _topics.FollowAsync(operation, stream.Subscriber, http.RequestAborted);
            await stream.RunAsync();
        }
        finally
        {
            _open.Remove(stream);
        }
    }

    private async Task<byte[]> Run(OpenOperation operation, CancellationToken cancel)
    {
        var statement = operation.Statement;
        return ResponseWriter.Json(statement, await _runner.Run(statement, operation.Source(), cancel));
    }

    /// <summary>An error as the only event of a stream, as clients of streams expect it.</summary>
    internal static Task WriteErrors(HttpContext http, IReadOnlyList<GraphQLError> errors) => EventStream.WriteOnce(http, ResponseWriter.Json(errors));
}
