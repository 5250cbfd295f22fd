using OpenSocialMap.GraphQL;

namespace OpenSocialMap.Server.Sql;

/// <summary>
/// Lets as many statements run as there are connections, and a bounded number wait for a bounded time. Waiting here costs nothing;
/// waiting in PostgreSQL would slow down those that run.
/// </summary>
public sealed class StatementGate(int places, int queue, TimeSpan patience) : IDisposable
{
    private readonly SemaphoreSlim _free = new(places, places);
    private int _waiting;

    /// <exception cref="GraphQLException">There is no place, and none came free in time.</exception>
    public async ValueTask<Place> Enter(CancellationToken cancel)
    {
        if (_free.Wait(0, CancellationToken.None))
            return new Place(_free);
        if (Interlocked.Increment(ref _waiting) > queue)
        {
            Interlocked.Decrement(ref _waiting);
            throw Full();
        }
        try
        {
            return await _free.WaitAsync(patience, cancel) ? new Place(_free) : throw Full();
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private static GraphQLException Full() => new(new GraphQLError("The server is busy. Try again in a few seconds.", ErrorCodes.Overloaded));

    public void Dispose() => _free.Dispose();

    /// <summary>A place among those that run; free again when disposed.</summary>
    public readonly struct Place(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
