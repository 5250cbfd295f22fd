using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

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
        if (TryGet(key, out var value))
            return value;
        value = make(key, state);
        Add(key, value);
        return value;
    }

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (_young.TryGetValue(key, out value))
            return true;
        if (!_old.TryGetValue(key, out value))
            return false;
        Add(key, value);
        return true;
    }

    public void Add(TKey key, TValue value)
    {
        lock (_turn)
        {
            if (!_young.TryAdd(key, value))
                return;
            _weight += weigh(key, value);
            if (_weight <= capacity)
                return;
            _old = _young;
            _young = new ConcurrentDictionary<TKey, TValue>();
            _weight = 0;
        }
    }
}
