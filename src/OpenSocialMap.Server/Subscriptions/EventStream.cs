using System.Buffers;
using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>
/// One operation whose answers go to one client as server-sent events, which browsers and command lines read without a library.
/// https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md#distinct-connections-mode
/// <para>
/// The event <c>complete</c> says that the operation is over. A stream that is cut short, because the server stops or the client reads too
/// slowly, ends without it: so a client knows to come again.
/// </para>
/// </summary>
internal sealed class EventStream(HttpContext http, Client client, StreamSettings settings) : OpenStream(http, client)
{
    private static readonly byte[] Head = "event: next\ndata: "u8.ToArray();
    private static readonly byte[] Tail = "\n\n"u8.ToArray();
    private static readonly byte[] Complete = "event: complete\ndata:\n\n"u8.ToArray();
    private static readonly byte[] Comment = ":\n\n"u8.ToArray();
    private static readonly GraphQLError TooSlow =
        new("The stream ends here, because its events come faster than they are read. Ask anew, for less.", ErrorCodes.Overloaded);

    private readonly Outbox _outbox = new();
    private Deadline _writing;
    private Deadline _silence;

    /// <summary>Answers once: what can be answered, or what is wrong.</summary>
    public static async Task WriteOnce(HttpContext http, ReadOnlyMemory<byte> payload)
    {
        Start(http.Response);
        Append(http.Response.BodyWriter, new Outgoing(Head, payload, Tail));
        http.Response.BodyWriter.Write(Complete);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    /// <summary>Whom the topics tell.</summary>
    public Subscriber Subscriber => new(_outbox, Head, Tail);

    /// <summary>Writes what comes until the client goes away or the stream is ended.</summary>
    public async Task RunAsync()
    {
        Start(Http.Response);
        using var gone = Http.RequestAborted.UnsafeRegister(static outbox => ((Outbox)outbox!).Complete(), _outbox);
        // Says at once that the subscription stands.
        await WriteAsync(new Outgoing(default, Comment, default));
        while (await _outbox.WaitAsync())
        {
            while (_outbox.TryTake(out var message))
                await WriteAsync(message);
        }
        if (_outbox.Overflowed)
            await WriteAsync(new Outgoing(Head, ResponseWriter.Errors([TooSlow]), Tail));
    }

    public override void Tick(long now)
    {
        if (_writing.HasPassed(now, settings.Message))
            Http.Abort();
        else if (_silence.HasPassed(now, settings.CommentAfter))
            _outbox.Add(new Outgoing(default, Comment, default));
    }

    public override void Stop() => _outbox.Complete();

    private async Task WriteAsync(Outgoing message)
    {
        _silence.End();
        _writing.Begin();
        Append(Http.Response.BodyWriter, message);
        await Http.Response.BodyWriter.FlushAsync(Http.RequestAborted);
        _writing.End();
        _silence.Begin();
    }

    private static void Append(IBufferWriter<byte> body, Outgoing message)
    {
        body.Write(message.Head.Span);
        body.Write(message.Payload.Span);
        body.Write(message.Tail.Span);
    }

    /// <summary>What stands before the first event, and is all of the answer to who asks for no more.</summary>
    public static void Start(HttpResponse response)
    {
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        // Asks a proxy to pass on each event as it comes.
        response.Headers["X-Accel-Buffering"] = "no";
    }
}
