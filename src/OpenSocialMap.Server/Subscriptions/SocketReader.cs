using System.Buffers;
using System.Net.WebSockets;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>Reads whole messages from a socket. While none comes it holds no buffer, because most sockets are silent most of the time.</summary>
internal sealed class SocketReader
{
    private const int FirstBytes = 4 * 1024;
    private Deadline _reading;

    /// <summary>Whether a message that began has been under way for longer than allowed.</summary>
    public bool IsLate(long now, TimeSpan allowed) => _reading.HasPassed(now, allowed);

    /// <summary>The next message; null when the client closes the socket.</summary>
    /// <exception cref="SocketClosedException">The message is too long, no text, or no message of the protocol.</exception>
    public async ValueTask<SocketMessage?> ReadAsync(WebSocket socket)
    {
        if ((await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None)).MessageType == WebSocketMessageType.Close)
            return null;
        _reading.Begin();
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBytes);
        try
        {
            for (var length = 0; ;)
            {
                if (length == buffer.Length)
                    buffer = Grow(buffer);
                var received = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                if (received.MessageType == WebSocketMessageType.Close)
                    return null;
                if (received.MessageType != WebSocketMessageType.Text)
                    throw SocketMessage.Invalid("messages are text");
                length += received.Count;
                if (length > StreamSettings.MaxMessageBytes)
                    throw new SocketClosedException(CloseCode.TooBig, $"A message has at most {StreamSettings.MaxMessageBytes} bytes");
                if (received.EndOfMessage)
                    return SocketMessage.Parse(buffer.AsSpan(0, length));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            _reading.End();
        }
    }

    /// <summary>Reads on until the client closes the socket too: what it has sent and nobody has read would have the connection reset.</summary>
    public static async Task DrainAsync(WebSocket socket)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBytes);
        try
        {
            while (socket.State is WebSocketState.Open or WebSocketState.CloseSent)
                await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 4);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
