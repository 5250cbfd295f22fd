using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpenSocialMap.Bench;

/// <summary>One client on one connection that is kept open. It does as little as HTTP allows, to leave the processors to those who are measured.</summary>
internal sealed class Client(int port) : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[256 * 1024];

    public async Task ConnectAsync(CancellationToken cancellation) =>
        await _socket.ConnectAsync(IPAddress.Loopback, port, cancellation);

    /// <summary>The whole HTTP request for a body.</summary>
    public byte[] Request(byte[] body) =>
    [
        .. Encoding.ASCII.GetBytes(
            $"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: application/graphql-response+json\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"),
        .. body,
    ];

    /// <summary>Sends a request and reads the answer's body, which is good until the next request.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> AskAsync(byte[] request, CancellationToken cancellation)
    {
        await _socket.SendAsync(request, cancellation);
        var received = 0;
        while (true)
        {
            var count = await _socket.ReceiveAsync(_buffer.AsMemory(received), cancellation);
            if (count == 0)
                throw new BenchException("A server closed the connection.");
            received += count;
            if (Body(received) is { } body)
                return body;
            if (received == _buffer.Length)
                Array.Resize(ref _buffer, 2 * received);
        }
    }

    private ReadOnlyMemory<byte>? Body(int received)
    {
        var answer = _buffer.AsSpan(0, received);
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return null;
        if (!answer.StartsWith("HTTP/1.1 200"u8))
            throw new BenchException($"A server refused: {Encoding.UTF8.GetString(answer)}");
        var header = answer[..end].IndexOf("Content-Length: "u8);
        if (header < 0 || !Utf8Parser.TryParse(answer[(header + 16)..], out int length, out _))
            throw new BenchException("A server does not tell the length of its answers.");
        return received >= end + 4 + length ? _buffer.AsMemory(end + 4, length) : null;
    }

    public void Dispose() => _socket.Dispose();
}
