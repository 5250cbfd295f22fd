using System.Collections;
using System.Runtime.CompilerServices;

namespace OpenSocialMap.Agenda;

/// <summary>A list that equals another with the same items in the same order, so that records which hold it compare by what they say.</summary>
[CollectionBuilder(typeof(EquatableList), nameof(EquatableList.Create))]
public readonly struct EquatableList<T> : IReadOnlyList<T>, IEquatable<EquatableList<T>>
    where T : IEquatable<T>
{
    private readonly T[]? _items;

    internal EquatableList(T[] items) => _items = items;

    public int Count => Span.Length;

    public ReadOnlySpan<T> Span => _items;

    public T this[int index] => Span[index];

    public bool Equals(EquatableList<T> other) => Span.SequenceEqual(other.Span);

    public override bool Equals(object? obj) => obj is EquatableList<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Span)
            hash.Add(item);
        return hash.ToHashCode();
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Join(", ", this);

    public static bool operator ==(EquatableList<T> left, EquatableList<T> right) => left.Equals(right);

    public static bool operator !=(EquatableList<T> left, EquatableList<T> right) => !left.Equals(right);
}

public static class EquatableList
{
    public static EquatableList<T> Create<T>(ReadOnlySpan<T> items)
        where T : IEquatable<T> => new(items.ToArray());
}
