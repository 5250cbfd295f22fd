namespace OpenSocialMap.Generator;

/// <summary>Chance that is the same each time: SplitMix64, because .NET promises the same numbers of its own only within one version.</summary>
internal sealed class Dice
{
    private ulong _state;

    private Dice(ulong state) => _state = state;

    /// <param name="purpose">What it decides: another purpose has other numbers, so that one more throw here changes nothing there.</param>
    public static Dice For(ulong seed, string purpose)
    {
        var hash = 14695981039346656037UL ^ seed;
        foreach (var letter in purpose)
            hash = (hash ^ letter) * 1099511628211UL;
        return new(hash);
    }

    /// <summary>From 0 to below 1.</summary>
    public double Share() => (Next() >> 11) / (double)(1UL << 53);

    public bool Chance(double probability) => Share() < probability;

    public int Below(int end) => (int)(Share() * end);

    public int Between(int first, int last) => first + Below(last - first + 1);

    public T One<T>(IReadOnlyList<T> of) => of[Below(of.Count)];

    /// <summary>One of these, each as likely as its weight says.</summary>
    public T Weighted<T>(IReadOnlyList<T> of, Func<T, double> weight)
    {
        var left = Share() * of.Sum(weight);
        foreach (var item in of)
        {
            left -= weight(item);
            if (left < 0)
                return item;
        }
        return of[^1];
    }

    /// <summary>Around 0, two out of three within 1.</summary>
    public double Normal() => Enumerable.Range(0, 12).Sum(_ => Share()) - 6;

    private ulong Next()
    {
        var mixed = _state += 0x9E3779B97F4A7C15UL;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
