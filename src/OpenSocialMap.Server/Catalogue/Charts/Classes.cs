namespace OpenSocialMap.Server.Catalogue.Charts;

/// <summary>The classes that a map colours values by: about as many areas in each, with borders that are as round as can be and belong to no value's wrong side.</summary>
/// <param name="Borders">Between the classes, ascending: a value on a border is in the class above it.</param>
internal sealed record Classes(IReadOnlyList<decimal> Borders)
{
    private const int Most = 5;

    public int Count => Borders.Count + 1;

    public static Classes Of(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToArray();
        var distinct = sorted.Distinct().ToArray();
        var wanted = Math.Min(Most, distinct.Length);
        var borders = new SortedSet<decimal>();
        for (var number = 1; number < wanted; number++)
        {
            var at = sorted[(int)((long)sorted.Length * number / wanted)];
            var index = Array.BinarySearch(distinct, at);
            if (index > 0)
                borders.Add(Roundest(distinct[index - 1], distinct[index]));
        }
        return new Classes([.. borders]);
    }

    public int Of(decimal value) => Borders.Count(border => value >= border);

    /// <summary>The number above the lower and not above the upper one with the fewest digits that say something.</summary>
    internal static decimal Roundest(decimal lower, decimal upper)
    {
        for (var unit = Magnitude(Math.Max(Math.Abs(lower), Math.Abs(upper))); unit >= 0.000001m; unit /= 10)
        {
            foreach (var step in new[] { 10m, 5m, 2m, 1m })
            {
                var candidate = Math.Floor(upper / (unit * step)) * unit * step;
                if (candidate > lower)
                    return candidate / 1.0000000000000000000000000000m;
            }
        }
        return upper;
    }

    private static decimal Magnitude(decimal number)
    {
        var unit = 0.000001m;
        while (unit * 10 <= number)
            unit *= 10;
        return unit;
    }
}
