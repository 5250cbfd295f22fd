using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Hosting;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>Answers operations as event streams: once for a query, again and again for a subscription or a live query.</summary>
internal sealed class EventStreams(Topics topics, OpenStreams open, OperationRunner runner, ServerSettings settings)
{
    /// <summary>An operation that can be answered only as a stream, asked in a way that has room for one answer.</summary>
    public static GraphQLException Needed() => new(new GraphQLError("A subscription is answered as a stream, and this request takes one answer.", ErrorCodes.Operation)
    {
        Hint = "Send the header \"Accept: text/event-stream\", or connect with a WebSocket that speaks graphql-transport-ws.",
    });

    /// <exception cref="GraphQLException">The operation can't be run; nothing is written yet.</exception>
    /// <exception cref="RequestRefusedException">There are too many streams.</exception>
    public async Task Answer(HttpContext http, OpenOperation operation)
    {
        if (HttpMethods.IsHead(http.Request.Method))
            EventStream.Start(http.Response);
        else if (operation.Stays)
            await Follow(http, operation);
        else
            await EventStream.WriteOnce(http, await runner.RunAsync(operation, operation.Client, http.RequestAborted));
    }

    private async Task Follow(HttpContext http, OpenOperation operation)
    {
        var stream = new EventStream(http, operation.Client, settings.Streams);
        open.Add(stream, http.Response);
        try
        {
            using var following = await topics.FollowAsync(operation, stream.Subscriber, http.RequestAborted);
            await stream.RunAsync();
        }
        finally
        {
            open.Remove(stream);
        }
    }

    /// <summary>An error as the only event of a stream, as clients of streams expect it.</summary>
    public static Task WriteErrors(HttpContext http, IReadOnlyList<GraphQLError> errors) => EventStream.WriteOnce(http, ResponseWriter.Errors(errors));
}
