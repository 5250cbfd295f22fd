using System.Threading.RateLimiting;
using OpenSocialMap.GraphQL;

namespace OpenSocialMap.Server.Traffic;

/// <summary>
/// Lets as many statements run as there are connections, and a bounded number wait for a bounded time. Waiting here costs nothing;
/// waiting in PostgreSQL would slow down those that run. One client never takes the last place, so it can't keep the others out.
/// </summary>
public sealed class StatementGate : IDisposable
{
    private readonly PartitionedRateLimiter<Client> _ofClient;
    private readonly ConcurrencyLimiter _all;
    private readonly Patience _patience;

    public StatementGate(int places, TrafficSettings settings)
    {
        _patience = new Patience(settings.Patience);
        _all = new ConcurrencyLimiter(new() { PermitLimit = places, QueueLimit = settings.Queue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
        _ofClient = PartitionedRateLimiter.Create<Client, Client>(client => client.Kind == ClientKind.Local
            ? RateLimitPartition.GetNoLimiter(client)
            : RateLimitPartition.GetConcurrencyLimiter(client, _ => new() { PermitLimit = Math.Max(1, places - 1), QueueLimit = settings.ClientQueue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst }));
    }

    /// <summary>How many wait for a place, of all clients.</summary>
    public long Waiting => _all.GetStatistics()!.CurrentQueuedCount;

    /// <exception cref="GraphQLException">There is no place, and none came free in time.</exception>
    public async ValueTask<Place> Enter(Client client, CancellationToken cancel)
    {
        var own = _ofClient.AttemptAcquire(client);
        var place = own.IsAcquired ? _all.AttemptAcquire() : null;
        return place is { IsAcquired: true } ? new Place(own, place) : await Wait(client, own, cancel);
    }

    private async ValueTask<Place> Wait(Client client, RateLimitLease own, CancellationToken cancel)
    {
        var patience = _patience.Begin();
        RateLimitLease? place = null;
        try
        {
            if (!own.IsAcquired)
                own = await _ofClient.AcquireAsync(client, 1, patience);
            if (!own.IsAcquired)
                throw new GraphQLException(new GraphQLError("You have too many operations waiting. Ask again when some of them are answered.", ErrorCodes.RateLimited));
            place = await _all.AcquireAsync(1, patience);
            // Who went away meanwhile is only noticed here: its turn takes no time, and listening for it would take everybody's.
            cancel.ThrowIfCancellationRequested();
            return place.IsAcquired ? new Place(own, place) : throw Full();
        }
        catch (Exception failure)
        {
            place?.Dispose();
            own.Dispose();
            if (failure is OperationCanceledException && !cancel.IsCancellationRequested)
                throw Full();
            throw;
        }
    }

    private static GraphQLException Full() => new(new GraphQLError("The server is busy. Try again in a few seconds.", ErrorCodes.Overloaded));

    public void Dispose()
    {
        _ofClient.Dispose();
        _all.Dispose();
    }

    /// <summary>A place among those that run; free again when disposed.</summary>
    public readonly struct Place(RateLimitLease own, RateLimitLease place) : IDisposable
    {
        public void Dispose()
        {
            place.Dispose();
            own.Dispose();
        }
    }
}
