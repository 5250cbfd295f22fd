using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>
/// One client's socket from its opening to its end: messages go in turn to <see cref="SocketOperations"/>, and what waits in the outbox goes out.
/// https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverWebSocket.md
/// </summary>
internal sealed class Socket(HttpContext http, Client client, StreamSettings settings, Func<Outbox, SocketOperations> operations) : OpenStream(http, client)
{
    private readonly Outbox _outbox = new();
    private readonly SocketReader _reader = new();
    private CloseReason? _close;
    private Deadline _initialising;
    private Deadline _silence;
    private Deadline _pinged;
    private Deadline _writing;
    private Deadline _closing;

    /// <summary>Serves the client until either side closes the socket, or the connection is lost.</summary>
    public async Task RunAsync(WebSocket socket)
    {
        // Until the first message its own deadline counts, and nobody is asked whether they are there.
        _initialising.Begin();
        var writing = WriteAllAsync(socket);
        try
        {
            await ReadAllAsync(socket);
            await SocketReader.DrainAsync(socket);
        }
        catch (Exception lost) when (IsLoss(lost))
        {
            _outbox.Complete();
        }
        await writing;
    }

    public override void Tick(long now)
    {
        if (_writing.HasPassed(now, settings.Message) || _closing.HasPassed(now, settings.Closing))
            Http.Abort();
        else if (_outbox.Overflowed)
            Close(CloseCode.Overflow, "Messages come faster than they are read");
        else if (_initialising.HasPassed(now, settings.Initialisation))
            Close(CloseCode.InitialisationTimeout, "Connection initialisation timeout");
        else if (_reader.IsLate(now, settings.Message))
            Close(CloseCode.TooSlow, "A message took too long");
        else if (_pinged.HasPassed(now, settings.PongWithin))
            Close(CloseCode.NoPong, "No pong");
        else if (_silence.HasPassed(now, settings.PingAfter) && !_pinged.IsRunning)
            Ping();
    }

    public override void Stop() => Close(CloseCode.GoingAway, "The server stops");

    /// <summary>Has the socket closed after what waits is sent. The first reason counts.</summary>
    public void Close(WebSocketCloseStatus code, string reason)
    {
        Interlocked.CompareExchange(ref _close, new CloseReason(code, reason), null);
        _closing.BeginOnce();
        _outbox.Complete();
    }

    private void Ping()
    {
        _pinged.Begin();
        _outbox.Add(SocketMessage.Ping);
    }

    private async Task ReadAllAsync(WebSocket socket)
    {
        using var open = operations(_outbox);
        try
        {
            while (_close is null && await _reader.ReadAsync(socket) is { } message)
            {
                _pinged.End();
                _silence.Begin();
                await TakeAsync(open, message);
            }
            Close(WebSocketCloseStatus.NormalClosure, "");
        }
        catch (SocketClosedException broken)
        {
            Close(broken.Code, broken.Message);
        }
    }

    private async ValueTask TakeAsync(SocketOperations open, SocketMessage message)
    {
        switch (message.Type)
        {
            case "connection_init" when !_initialising.IsRunning:
                throw new SocketClosedException(CloseCode.InitialisedTwice, "Too many initialisation requests");
            case "connection_init":
                _initialising.End();
                _outbox.Add(SocketMessage.Acknowledged);
                break;
            case "ping":
                _outbox.Add(SocketMessage.Pong(message.Payload));
                break;
            case "pong":
                break;
            case "subscribe" when _initialising.IsRunning:
                throw new SocketClosedException(CloseCode.NotInitialised, "Unauthorized");
            case "subscribe":
                await open.StartAsync(message);
                break;
            case "complete":
                open.End(message.Id);
                break;
            default:
                throw SocketMessage.Invalid("its \"type\" is unknown");
        }
    }

    private async Task WriteAllAsync(WebSocket socket)
    {
        try
        {
            while (await _outbox.WaitAsync())
            {
                while (_outbox.TryTake(out var message))
                    await WriteAsync(socket, message);
            }
            if (_outbox.Overflowed)
                Close(CloseCode.Overflow, "Messages come faster than they are read");
            if (_close is { } close)
                await socket.CloseOutputAsync(close.Code, close.Text, CancellationToken.None);
        }
        catch (Exception lost) when (IsLoss(lost))
        {
            _outbox.Complete();
        }
    }

    private async Task WriteAsync(WebSocket socket, Outgoing message)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(message.Length);
        try
        {
            message.Head.CopyTo(buffer);
            message.Payload.CopyTo(buffer.AsMemory(message.Head.Length));
            message.Tail.CopyTo(buffer.AsMemory(message.Head.Length + message.Payload.Length));
            _writing.Begin();
            await socket.SendAsync(buffer.AsMemory(0, message.Length), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            _writing.End();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The client is gone without saying so, or took too long and was cut: nobody is there to be told.</summary>
    private static bool IsLoss(Exception failure) =>
        failure is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException;

    private sealed record CloseReason(WebSocketCloseStatus Code, string Reason)
    {
        private const int MaxBytes = 123;

        /// <summary>As much of the reason as a close frame has room for.</summary>
        public string Text
        {
            get
            {
                var text = Reason;
                while (Encoding.UTF8.GetByteCount(text) > MaxBytes)
                    text = text[..^1];
                return text;
            }
        }
    }
}
