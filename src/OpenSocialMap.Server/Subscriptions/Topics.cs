using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.Sql;
using OpenSocialMap.Server.Sql.Catalog;
using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>Everything that is followed at this server, and the way to follow something.</summary>
internal sealed class Topics(StatementRunner statements, OperationRunner runner, LiveSignal signal)
{
    private readonly Dictionary<OperationKey, Topic> _topics = [];
    private readonly Dictionary<Client, long> _bytesOf = [];
    private long _bytes;
    private readonly Lock _turn = new();

    /// <summary>The topics of this kind, as they are now.</summary>
    public T[] All<T>() where T : Topic
    {
        lock (_turn)
            return [.. _topics.Values.OfType<T>()];
    }

    /// <summary>Has a subscriber follow an operation that stays open, until what is returned is disposed. A live query is answered at once.</summary>
    /// <exception cref="GraphQLException">The operation can't be run with these values, or there are too many.</exception>
    public async Task<IDisposable> FollowAsync(OpenOperation operation, Subscriber subscriber, CancellationToken cancel)
    {
        if (operation.Document.Text.Length + operation.Given.Length > StreamSettings.MaxMessageBytes)
            throw new GraphQLException(new GraphQLError(
                $"An operation that stays open has at most {StreamSettings.MaxMessageBytes} characters, its variables included.", ErrorCodes.Limit));
        return operation.IsSubscription
            ? await FollowChangesAsync(operation, subscriber, cancel)
            : await FollowAnswersAsync(operation, subscriber, cancel);
    }

    private async Task<IDisposable> FollowChangesAsync(OpenOperation operation, Subscriber subscriber, CancellationToken cancel)
    {
        if (Join(operation.Key, subscriber) is { } known)
            return known;
        var refresh = await runner.RunAsync(operation, operation.Client, cancel, ChangeFilter.Refresh);
        var (field, filter) = operation.Document.Subscription(operation.Definition, operation.Variables);
        var keys = filter is null
            ? new Dictionary<string, int>()
            : SubscriptionBindings.ReadKeys((await statements.Run(filter, operation.Source(), operation.Client, cancel)).Values[0]);
        return Join(new ChangeTopic(operation, ChangeFilter.Of(field, keys), refresh), subscriber);
    }

    private async Task<IDisposable> FollowAnswersAsync(OpenOperation operation, Subscriber subscriber, CancellationToken cancel)
    {
        var version = signal.Version;
        var answer = new LiveAnswer(await runner.RunAsync(operation, operation.Client, cancel));
        answer.Tell(subscriber);
        var following = Join(operation.Key, subscriber) ?? Join(new LiveTopic(operation), subscriber);
        if (signal.Version != version)
            // The data moved while the subscriber was not among the others yet.
            signal.Raise();
        return following;
    }

    private Following? Join(OperationKey key, Subscriber subscriber)
    {
        lock (_turn)
        {
            if (!_topics.TryGetValue(key, out var topic))
                return null;
            topic.Add(subscriber);
            return new Following(this, topic, subscriber);
        }
    }

    private Following Join(Topic made, Subscriber subscriber)
    {
        lock (_turn)
        {
            if (!_topics.TryGetValue(made.Operation.Key, out var topic))
            {
                Take(made.Operation);
                _topics.Add(made.Operation.Key, topic = made);
            }
            topic.Add(subscriber);
            return new Following(this, topic, subscriber);
        }
    }

    /// <summary>Counts an operation among those that are open, in all and of the client that asked for it first.</summary>
    private void Take(OpenOperation operation)
    {
        var (client, bytes) = (operation.Client, operation.Bytes);
        if (_bytes + bytes > StreamSettings.MaxOpenBytes)
            throw new GraphQLException(new GraphQLError("So many different subscriptions are open that there is no room for another. Try again later.", ErrorCodes.Overloaded));
        var ofClient = _bytesOf.GetValueOrDefault(client) + bytes;
        if (client.Kind != ClientKind.Local && ofClient > StreamSettings.MaxOpenBytesOfClient)
            throw new GraphQLException(new GraphQLError("You have as many different subscriptions open as there is room for. Complete one first, or ask for less in each.", ErrorCodes.RateLimited));
        _bytes += bytes;
        _bytesOf[client] = ofClient;
    }

    private void Leave(Topic topic, Subscriber subscriber)
    {
        lock (_turn)
        {
            if (!topic.Remove(subscriber) || !_topics.Remove(topic.Operation.Key))
                return;
            var (client, bytes) = (topic.Operation.Client, topic.Operation.Bytes);
            _bytes -= bytes;
            if ((_bytesOf[client] -= bytes) == 0)
                _bytesOf.Remove(client);
        }
    }

    private sealed class Following(Topics topics, Topic topic, Subscriber subscriber) : IDisposable
    {
        public void Dispose() => topics.Leave(topic, subscriber);
    }
}
