namespace OpenSocialMap.Server.Traffic;

/// <summary>
/// How long somebody waits, as a token that is cancelled then. Those who begin at about the same time share one, so that waiting takes no timer
/// of its own; nobody waits shorter than said, and nobody more than a twentieth longer.
/// </summary>
internal sealed class Patience(TimeSpan time)
{
    private readonly long _shared = (long)time.TotalMilliseconds / 20;
    private Round _round = new(Ends: long.MinValue, default);

    public CancellationToken Begin()
    {
        var now = Environment.TickCount64;
        var round = _round;
        if (now >= round.Ends)
            _round = round = new(now + _shared, new CancellationTokenSource(time + TimeSpan.FromMilliseconds(_shared)).Token);
        return round.Token;
    }

    private sealed record Round(long Ends, CancellationToken Token);
}
