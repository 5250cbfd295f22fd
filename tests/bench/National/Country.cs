namespace OpenSocialMap.Bench;

/// <summary>
/// Invented numbers of a country the size of the Netherlands: buurten of some 1,250 inhabitants, in wijken, in municipalities. They come from one row of
/// chances, so they are the same whenever they are asked for in the same order.
/// </summary>
internal sealed class Country
{
    public const int Municipalities = 342;
    public const int Buurten = 14_000;

    private readonly Random _random;
    private readonly double[] _inhabitants;

    public Country(int seed)
    {
        _random = new(seed);
        _inhabitants = [.. Enumerable.Range(0, Buurten).Select(_ => 600 * Math.Exp(1.1 * Normal()))];
        var wijkOf = new int[Buurten];
        var (wijk, left) = (-1, 0);
        for (var buurt = 0; buurt < Buurten; buurt++)
        {
            (wijk, left) = left == 0 ? (wijk + 1, _random.Next(0, 8)) : (wijk, left - 1);
            wijkOf[buurt] = wijk;
        }
        WijkOf = wijkOf;
        MunicipalityOf = [.. Enumerable.Range(0, wijk + 1).Select(number => number * Municipalities / (wijk + 1))];
    }

    /// <summary>Of each buurt the wijk.</summary>
    public IReadOnlyList<int> WijkOf { get; }

    /// <summary>Of each wijk the municipality.</summary>
    public IReadOnlyList<int> MunicipalityOf { get; }

    /// <summary>Which part of the people the next indicator is true of: 0.2 to 30 per cent.</summary>
    public double NextRate() => 0.002 * Math.Pow(150, _random.NextDouble());

    /// <summary>Of how many people in each buurt something is true that is true of this part of all.</summary>
    public int[] NextCounts(double rate) => [.. _inhabitants.Select(people => Poisson(rate * people))];

    /// <summary>What the counts of the groups come to, by the number of the group.</summary>
    public static int[] Sums(IReadOnlyList<int> counts, IReadOnlyList<int> groupOf)
    {
        var sums = new int[groupOf[^1] + 1];
        for (var part = 0; part < counts.Count; part++)
            sums[groupOf[part]] += counts[part];
        return sums;
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private int Poisson(double mean)
    {
        if (mean > 50)
            return (int)Math.Max(0, Math.Round(mean + Math.Sqrt(mean) * Normal()));
        var (count, left) = (0, Math.Exp(mean) * _random.NextDouble());
        for (var chance = 1.0; (left -= chance) > 0; chance *= mean / count)
            count++;
        return count;
    }
}
