using System.Collections.Concurrent;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>
/// Remembers what was used of late, within a bound. Two generations: when the young one is full it becomes the old one, and what is found
/// there moves back. Reading takes no lock, and whatever is in use stays.
/// </summary>
/// <param name="capacity">The weight that one generation may hold.</param>
internal sealed class RecentCache<TKey, TValue>(long capacity, Func<TKey, TValue, long> weigh) where TKey : notnull where TValue : class
{
    private readonly Lock _turn = new();
    private volatile ConcurrentDictionary<TKey, TValue> _young = new();
    private volatile ConcurrentDictionary<TKey, TValue> _old = new();
    private long _weight;

    public TValue GetOrAdd<TState>(TKey key, TState state, Func<TKey, TState, TValue> make)
    {
        if (Find(key) is { } known)
            return known;
        var value = make(key, state);
        Set(key, value);
        return value;
    }

    public TValue? Find(TKey key)
    {
        if (_young.TryGetValue(key, out var value))
            return value;
        if (!_old.TryGetValue(key, out value))
            return null;
        Set(key, value);
        return value;
    }

    /// <summary>Puts a value in, in the place of what was there. One that is too heavy by itself is not kept.</summary>
    public void Set(TKey key, TValue value)
    {
        var weight = weigh(key, value);
        if (weight > capacity)
            return;
        lock (_turn)
        {
            if (_young.TryGetValue(key, out var replaced))
                _weight -= weigh(key, replaced);
            _young[key] = value;
            _weight += weight;
            if (_weight <= capacity)
                return;
            _old = _young;
            _young = new ConcurrentDictionary<TKey, TValue>();
            _weight = 0;
        }
    }
}
