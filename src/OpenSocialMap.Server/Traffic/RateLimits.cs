using System.Globalization;
using System.Threading.RateLimiting;
using OpenSocialMap.GraphQL;

namespace OpenSocialMap.Server.Traffic;

/// <summary>
/// What each client may spend in a minute, in points of cost. A bucket that fills steadily: who has asked nothing for a minute has it full.
/// Answers say how it stands. https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
/// </summary>
public sealed class RateLimits : IDisposable
{
    /// <summary>A request that is so many bytes long costs one point more for each time that it is.</summary>
    public const int BytesPerPoint = 1024;

    private const int RefillsPerMinute = 60;
    private readonly PartitionedRateLimiter<Client> _limiter;
    private readonly TrafficSettings _settings;

    public RateLimits(TrafficSettings settings)
    {
        _settings = settings;
        _limiter = PartitionedRateLimiter.Create<Client, Client>(client => RateOf(client) is 0
            ? RateLimitPartition.GetNoLimiter(client)
            : RateLimitPartition.GetTokenBucketLimiter(client, Bucket));
    }

    /// <summary>Takes points from the client's bucket where no response has room for headers.</summary>
    /// <exception cref="GraphQLException">The bucket holds less.</exception>
    public void Charge(Client client, int points)
    {
        var rate = RateOf(client);
        if (rate > 0 && !Take(client, points, rate, out var left))
            throw Spent(points, rate, left);
    }

    /// <summary>Takes points from the client's bucket and says in the response's headers what is left.</summary>
    /// <exception cref="GraphQLException">The bucket holds less.</exception>
    public void Charge(HttpContext http, Client client, int points)
    {
        var rate = RateOf(client);
        if (rate == 0)
            return;
        var isTaken = Take(client, points, rate, out var left);
        var policy = client.Kind == ClientKind.Registered ? "registered" : "anonymous";
        http.Response.Headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";q={rate};w=60");
        http.Response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";r={left};t={Seconds(rate - left, rate)}");
        if (isTaken)
            return;
        http.Response.Headers.RetryAfter = Seconds(Payable(points, rate) - left, rate).ToString(CultureInfo.InvariantCulture);
        throw Spent(points, rate, left);
    }

    private bool Take(Client client, int points, int rate, out long left)
    {
        using var lease = _limiter.AttemptAcquire(client, Payable(points, rate));
        left = _limiter.GetStatistics(client)?.CurrentAvailablePermits ?? 0;
        return lease.IsAcquired;
    }

    /// <summary>What is dearer than a whole minute empties the bucket instead of waiting for ever: all but a tenth, since the request has paid for itself already.</summary>
    private static int Payable(int points, int rate) => Math.Min(points, rate - rate / 10);

    private static GraphQLException Spent(int points, int rate, long left) =>
        new(new GraphQLError($"You have spent the {rate} points that a client has for a minute; this asks for {points} and {left} are left.", ErrorCodes.RateLimited)
        {
            Hint = "Wait as long as Retry-After says, ask for less at once, or ask this server's keeper for a key. The limits are explained at /limits.",
        });

    private int RateOf(Client client) => client.Kind switch
    {
        ClientKind.Anonymous => _settings.AnonymousRate,
        ClientKind.Registered => _settings.RegisteredRate,
        _ => 0,
    };

    private TokenBucketRateLimiterOptions Bucket(Client client) => new()
    {
        TokenLimit = RateOf(client),
        TokensPerPeriod = Refill(RateOf(client)),
        // So that a minute brings what is said, whatever a second would come to.
        ReplenishmentPeriod = TimeSpan.FromMinutes(1) * Refill(RateOf(client)) / RateOf(client),
        QueueLimit = 0,
    };

    private static int Refill(int rate) => Math.Max(1, rate / RefillsPerMinute);

    /// <summary>How long the bucket needs to gain these points.</summary>
    private static long Seconds(long points, int rate) => Math.Max(1, (Math.Max(0, points) * 60L + rate - 1) / rate);

    public void Dispose() => _limiter.Dispose();
}
