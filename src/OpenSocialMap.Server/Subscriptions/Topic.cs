using OpenSocialMap.GraphQL;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>All subscribers of one operation with the same variables: whatever is to be told is asked of the database once for all of them.</summary>
internal abstract class Topic(OpenOperation operation)
{
    private readonly HashSet<Subscriber> _subscribers = [];

    public OpenOperation Operation => operation;

    protected Lock Turn { get; } = new();

    protected IReadOnlyCollection<Subscriber> Subscribers => _subscribers;

    public void Add(Subscriber subscriber)
    {
        lock (Turn)
            _subscribers.Add(subscriber);
    }

    /// <summary>Says whether it was the last.</summary>
    public bool Remove(Subscriber subscriber)
    {
        lock (Turn)
            return _subscribers.Remove(subscriber) && _subscribers.Count == 0;
    }
}

/// <summary>A subscription to changes.</summary>
/// <param name="refresh">Its answer to the one event that is the same for all time, made when the first subscriber came.</param>
internal sealed class ChangeTopic(OpenOperation operation, ChangeFilter filter, byte[] refresh) : Topic(operation)
{
    public ChangeFilter Filter => filter;

    public void Refresh() => Tell(refresh);

    public void Tell(byte[] payload)
    {
        lock (Turn)
        {
            foreach (var subscriber in Subscribers)
                subscriber.Tell(payload);
        }
    }
}

/// <summary>A query that is kept fresh. Who has the answer already isn't told again.</summary>
internal sealed class LiveTopic(OpenOperation operation) : Topic(operation)
{
    public void Tell(LiveAnswer answer)
    {
        lock (Turn)
        {
            foreach (var subscriber in Subscribers)
                answer.Tell(subscriber);
        }
    }
}

/// <summary>An answer to a live query, with the sum by which two are compared without keeping either.</summary>
internal sealed class LiveAnswer(byte[] payload)
{
    private readonly byte[] _sum = System.Security.Cryptography.SHA256.HashData(payload);

    public LiveAnswer(IReadOnlyList<GraphQLError> errors) : this(GraphQL.ResponseWriter.Errors(errors)) { }

    public void Tell(Subscriber subscriber)
    {
        if (subscriber.Seen is { } seen && seen.AsSpan().SequenceEqual(_sum))
            return;
        subscriber.Seen = _sum;
        subscriber.Tell(payload);
    }
}
