namespace OpenSocialMap.Server.Subscriptions;

/// <summary>One operation of one client that is open, as those see it who have something to tell it.</summary>
/// <param name="head">What stands before each payload on this client's transport.</param>
/// <param name="tail">What stands after it.</param>
internal sealed class Subscriber(Outbox outbox, ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> tail)
{
    /// <summary>The sum of the answer that it has, when it follows a live query.</summary>
    public byte[]? Seen { get; set; }

    public void Tell(ReadOnlyMemory<byte> payload) => outbox.Add(new Outgoing(head, payload, tail));
}
