using System.Text.Json;
using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>The operations that one client has under way on its socket, by the ids that it gave them.</summary>
internal sealed class SocketOperations(
    Outbox outbox, string baseUrl, Client client, OperationReader reader, Topics topics, OperationRunner runner, ILogger log) : IDisposable
{
    private readonly Dictionary<string, Open> _open = [];
    private bool _ended;

    /// <summary>
    /// Begins what a <c>subscribe</c> asks for. When it returns, a subscription stands; so a client that pings after subscribing knows by
    /// the pong that it misses nothing from there on. A query goes on by itself.
    /// </summary>
    /// <exception cref="SocketClosedException">The message breaks the protocol.</exception>
    public async ValueTask StartAsync(SocketMessage message)
    {
        var (id, request) = (message.Id, Request(message));
        var open = new Open();
        lock (_open)
        {
            if (_open.Count >= StreamSettings.MaxOperations)
            {
                Fail(id, [new ExceededLimit(LimitNames.SocketOperations, _open.Count + 1, StreamSettings.MaxOperations).Error(
                    $"At most {StreamSettings.MaxOperations} operations can be under way on one socket.", "Complete one before the next, or open another socket.")]);
                return;
            }
            if (!_open.TryAdd(id, open))
                throw new SocketClosedException(CloseCode.DuplicateId, $"Subscriber for {id} already exists");
        }
        var running = RunAsync(id, open, request);
        if (open.Stays)
            await running;
    }

    /// <summary>Ends an operation because its client is no longer interested.</summary>
    public void End(string id)
    {
        lock (_open)
        {
            if (_open.Remove(id, out var open))
                open.Dispose();
        }
    }

    public void Dispose()
    {
        lock (_open)
        {
            _ended = true;
            foreach (var open in _open.Values)
                open.Dispose();
            _open.Clear();
        }
    }

    private static GraphQLRequest Request(SocketMessage message)
    {
        if (message.Id.Length == 0)
            throw SocketMessage.Invalid("\"subscribe\" needs an \"id\"");
        if (message.Id.Length > StreamSettings.MaxIdLength)
            throw SocketMessage.Invalid($"an \"id\" has at most {StreamSettings.MaxIdLength} characters");
        if (message.Payload.ValueKind != JsonValueKind.Object)
            throw SocketMessage.Invalid("\"subscribe\" needs a \"payload\"");
        try
        {
            return RequestReader.FromObject(message.Payload);
        }
        catch (RequestRefusedException refusal)
        {
            throw SocketMessage.Invalid(refusal.Message);
        }
    }

    private async Task RunAsync(string id, Open open, GraphQLRequest request)
    {
        try
        {
            var operation = reader.Read(request, baseUrl, client);
            open.Stays = operation.Stays;
            if (operation.Stays)
                await FollowAsync(id, open, operation);
            else
                await AnswerAsync(id, open, operation);
        }
        catch (OperationCanceledException) when (open.Cancel.IsCancellationRequested)
        {
            // Its client is no longer interested.
        }
        catch (Exception failure)
        {
            if (Forget(id, open))
                Fail(id, ServerFault.Explain(failure, log));
        }
    }

    private async Task FollowAsync(string id, Open open, OpenOperation operation)
    {
        var subscriber = new Subscriber(outbox, SocketMessage.Head("next", id), SocketMessage.Tail);
        var following = await topics.FollowAsync(operation, subscriber, open.Cancel);
        lock (_open)
        {
            if (!_ended && _open.GetValueOrDefault(id) == open)
                open.Following = following;
            else
                following.Dispose();
        }
    }

    private async Task AnswerAsync(string id, Open open, OpenOperation operation)
    {
        var answer = await runner.RunAsync(operation, client, open.Cancel);
        if (!Forget(id, open))
            return;
        outbox.Add(new Outgoing(SocketMessage.Head("next", id), answer, SocketMessage.Tail));
        outbox.Add(SocketMessage.Complete(id));
    }

    /// <summary>Says whether the operation was still under way. Its id may be used again then.</summary>
    private bool Forget(string id, Open open)
    {
        lock (_open)
        {
            if (_open.GetValueOrDefault(id) != open)
                return false;
            open.Dispose();
            return _open.Remove(id);
        }
    }

    private void Fail(string id, IReadOnlyList<GraphQLError> errors) =>
        outbox.Add(new Outgoing(SocketMessage.Head("error", id), ResponseWriter.ErrorMember(errors)[",\"errors\":".Length..], SocketMessage.Tail));

    /// <summary>One operation under way.</summary>
    private sealed class Open : IDisposable
    {
        private readonly CancellationTokenSource _cancel = new();

        public CancellationToken Cancel => _cancel.Token;

        public bool Stays { get; set; }

        public IDisposable? Following { get; set; }

        public void Dispose()
        {
            // Whoever waits for it is told elsewhere: a lock is held here.
            _ = _cancel.CancelAsync();
            Following?.Dispose();
        }
    }
}
