using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>Takes WebSockets at the endpoint's address. Any page may open one: the data is open and nobody is logged in.</summary>
internal sealed class Sockets(
    OperationReader reader, Topics topics, OpenStreams open, OperationRunner runner, RateLimits rates, TrafficSettings traffic, PublicAddress address, ServerSettings settings, ILogger<Sockets> log)
{
    private const string Protocol = "graphql-transport-ws";

    public async Task Answer(HttpContext http)
    {
        var client = Client.Of(http, traffic);
        var socket = new Socket(http, client, settings.Streams, outbox => new SocketOperations(outbox, address.Of(http.Request), client, reader, topics, runner, log));
        try
        {
            rates.Charge(http, client, points: 1);
            open.Add(socket, http.Response);
        }
        catch (RequestRefusedException refusal)
        {
            await ResponseWriter.Write(http, MediaType.Json, refusal.Status, [refusal.Error], "");
            return;
        }
        catch (GraphQLException refusal)
        {
            await ResponseWriter.Write(http, MediaType.GraphQL, MediaType.GraphQL.StatusOf(refusal.Errors[0]), refusal.Errors, "");
            return;
        }
        try
        {
            await Serve(socket, http);
        }
        finally
        {
            open.Remove(socket);
        }
    }

    private static async Task Serve(Socket socket, HttpContext http)
    {
        var isSpoken = http.WebSockets.WebSocketRequestedProtocols.Contains(Protocol, StringComparer.Ordinal);
        // Pings are ours, by one timer for all sockets; ASP.NET's would be a timer for each.
        using var connection = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = isSpoken ? Protocol : null,
            KeepAliveInterval = Timeout.InfiniteTimeSpan,
        });
        if (!isSpoken)
            // A browser learns the reason of a refusal only from an open socket.
            socket.Close(CloseCode.NoSubprotocol, "Subprotocol not acceptable: use graphql-transport-ws");
        await socket.RunAsync(connection);
    }
}
