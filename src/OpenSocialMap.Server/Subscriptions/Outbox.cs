using System.Threading.Channels;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>A message to a client in three parts, of which the middle one is shared by all who get it.</summary>
internal readonly record struct Outgoing(ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Payload, ReadOnlyMemory<byte> Tail)
{
    public int Length => Head.Length + Payload.Length + Tail.Length;
}

/// <summary>
/// The messages that wait for one client, within bounds: when it reads more slowly than they come, the outbox is full and the client is cut,
/// because what it has not read would otherwise grow for ever.
/// </summary>
internal sealed class Outbox
{
    public const int MaxMessages = 256;
    public const int MaxBytes = 1024 * 1024;

    private readonly Channel<Outgoing> _queue = Channel.CreateBounded<Outgoing>(new BoundedChannelOptions(MaxMessages) { SingleReader = true });
    private int _bytes;

    /// <summary>A message did not fit.</summary>
    public bool Overflowed { get; private set; }

    /// <summary>Never waits. What doesn't fit ends the outbox.</summary>
    public void Add(Outgoing message)
    {
        var queued = Interlocked.Add(ref _bytes, message.Length);
        if ((queued <= MaxBytes || queued == message.Length) && _queue.Writer.TryWrite(message))
            return;
        Overflowed |= _queue.Writer.TryComplete();
    }

    /// <summary>No message is added any more; those that wait can still be taken.</summary>
    public void Complete() => _queue.Writer.TryComplete();

    /// <summary>Waits for a message; false when there will be none.</summary>
    public ValueTask<bool> WaitAsync() => _queue.Reader.WaitToReadAsync();

    public bool TryTake(out Outgoing message)
    {
        if (Overflowed || !_queue.Reader.TryRead(out message))
        {
            message = default;
            return false;
        }
        Interlocked.Add(ref _bytes, -message.Length);
        return true;
    }
}
