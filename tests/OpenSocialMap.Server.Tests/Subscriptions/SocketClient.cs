using System.Net.WebSockets;
using System.Text;

namespace OpenSocialMap.Server.Tests.Subscriptions;

/// <summary>A WebSocket that speaks graphql-transport-ws, or whatever else a test has it say.</summary>
internal sealed class SocketClient(ClientWebSocket socket) : IDisposable
{
    public const string Ping = """{"type":"ping"}""";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public string? Protocol => socket.SubProtocol;

    public static async Task<SocketClient> OpenAsync(Uri server, string? protocol = "graphql-transport-ws", string? from = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        socket.Options.CollectHttpResponseDetails = true;
        if (protocol is not null)
            socket.Options.AddSubProtocol(protocol);
        if (from is not null)
            socket.Options.SetRequestHeader("X-Forwarded-For", from);
        try
        {
            await socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/graphql" }.Uri, default);
        }
        catch (WebSocketException refused)
        {
            throw new HttpRequestException(refused.Message, refused, socket.HttpStatusCode);
        }
        return new SocketClient(socket);
    }

    /// <summary>Opens one and says hello.</summary>
    public static async Task<SocketClient> GreetAsync(Uri server, string? from = null)
    {
        var client = await OpenAsync(server, from: from);
        await client.SendAsync("""{"type":"connection_init"}""");
        Assert.Equal("""{"type":"connection_ack"}""", await client.NextAsync());
        return client;
    }

    public Task SendAsync(string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, default);

    /// <summary>Sends only the beginning of a message.</summary>
    public Task BeginAsync(string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, false, default);

    public Task SendBytesAsync(byte[] message) => socket.SendAsync(message, WebSocketMessageType.Binary, true, default);

    /// <summary>Subscribes and waits until that stands: the answer to a ping comes after it.</summary>
    public async Task SubscribeAsync(string id, string query)
    {
        await SendAsync($$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":"{{{query}}}"}}""");
        await SendAsync(Ping);
        Assert.Equal("""{"type":"pong"}""", await NextAsync());
    }

    /// <summary>The next message, or the code and reason with which the server closes the socket. The server's pings are answered, as clients do.</summary>
    public async Task<string> NextAsync()
    {
        while (true)
        {
            var message = await HearAsync();
            if (message != Ping)
                return message;
            await SendAsync("""{"type":"pong"}""");
        }
    }

    /// <summary>The same with the server's pings, and without an answer to them.</summary>
    public async Task<string> HearAsync()
    {
        var message = new ArraySegment<byte>(new byte[1024 * 1024]);
        var length = 0;
        while (true)
        {
            var received = await socket.ReceiveAsync(message[length..], default).WaitAsync(Patience);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", default);
                return $"{(int)received.CloseStatus!} {received.CloseStatusDescription}";
            }
            length += received.Count;
            if (received.EndOfMessage)
                return Encoding.UTF8.GetString(message[..length]);
        }
    }

    public Task CloseAsync() => socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", default).WaitAsync(Patience);

    public void Dispose() => socket.Dispose();
}
