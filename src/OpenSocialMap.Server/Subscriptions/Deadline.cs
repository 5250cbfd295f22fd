namespace OpenSocialMap.Server.Subscriptions;

/// <summary>A moment by which something that began has to end; one timer looks at the deadlines of all clients.</summary>
internal struct Deadline
{
    private long _since;

    public readonly bool IsRunning => Volatile.Read(in _since) > 0;

    public void Begin() => Volatile.Write(ref _since, Environment.TickCount64);

    /// <summary>As <see cref="Begin"/>, unless it has begun already.</summary>
    public void BeginOnce() => Interlocked.CompareExchange(ref _since, Environment.TickCount64, 0);

    public void End() => Volatile.Write(ref _since, 0);

    public readonly bool HasPassed(long now, TimeSpan allowed) => Volatile.Read(in _since) is > 0 and var since && now - since > allowed.TotalMilliseconds;
}
