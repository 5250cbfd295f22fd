namespace OpenSocialMap.Server.Tests.RandomDocuments;

/// <summary>Chance that can be repeated: the same seed throws the same.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A number from 0, below <paramref name="end"/>.</summary>
    public int Below(int end) => _random.Next(end);

    public bool OneIn(int times) => _random.Next(times) == 0;

    public double Between(double low, double high) => low + _random.NextDouble() * (high - low);

    public T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
