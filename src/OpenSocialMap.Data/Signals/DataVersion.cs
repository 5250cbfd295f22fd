namespace OpenSocialMap.Data.Signals;

/// <summary>
/// The number that every write moves. Whoever keeps an answer with the version that it was made of may give it again as long as
/// <see cref="Current"/> is that version.
/// </summary>
public sealed class DataVersion
{
    /// <summary>
    /// How long after a write's commit an answer of before it may still be given, at worst: when the connection has died in silence.
    /// As long as it lives, the write is known as soon as the database has said so.
    /// </summary>
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(2);

    const long Never = long.MinValue / 2;

    long _version;
    long _heardAt = Never;

    /// <summary>The version; 0 when it isn't known for certain.</summary>
    public long Current => Environment.TickCount64 - Volatile.Read(ref _heardAt) <= Bound.TotalMilliseconds ? Volatile.Read(ref _version) : 0;

    /// <summary>The version of late, also when nothing is heard just now.</summary>
    public long Latest => Volatile.Read(ref _version);

    /// <summary>A version was heard that is another than before. Raised where it is heard: do no work there.</summary>
    public event Action? Changed;

    /// <param name="asked">When the version was asked for: what came back is at least as new.</param>
    internal void Heard(long version, long asked)
    {
        Moved(version);
        Volatile.Write(ref _heardAt, asked);
    }

    internal void Moved(long version)
    {
        if (Interlocked.Exchange(ref _version, version) != version)
            Changed?.Invoke();
    }

    /// <summary>Nothing is heard now. Says whether that is news.</summary>
    internal bool Lost() => Interlocked.Exchange(ref _heardAt, Never) != Never;
}
