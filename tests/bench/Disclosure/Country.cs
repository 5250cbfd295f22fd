namespace OpenSocialMap.Disclosure.Bench;

/// <summary>Invented figures of a country the size of the Netherlands: buurten of some 1,250 inhabitants, in wijken, in municipalities.</summary>
sealed class Country(int seed)
{
    private const int Municipalities = 342;
    private const int Buurten = 14_000;

    private readonly Random _random = new(seed);

    /// <summary>So many indicators, each a tree of four levels; or, with categories, that many times a tree for each category and one for their total.</summary>
    public CellTable Table(int indicators, int categories)
    {
        var policy = new ProtectionPolicy();
        var cells = new List<Cell>();
        var relations = new List<Relation>();
        var inhabitants = Enumerable.Range(0, Buurten).Select(_ => 600 * Math.Exp(1.1 * Normal())).ToArray();
        var (wijkOf, municipalityOf) = Areas();
        for (var indicator = 0; indicator < indicators; indicator++)
        {
            var rate = 0.002 * Math.Pow(150, _random.NextDouble());
            var trees = new List<int[]>();
            for (var category = 0; category < Math.Max(1, categories); category++)
            {
                var counts = inhabitants.Select(people => (double)Poisson(rate / Math.Max(1, categories) * people)).ToArray();
                trees.Add(AddTree($"I{indicator}C{category}", counts, wijkOf, municipalityOf, policy, cells, relations));
            }
            if (categories > 0)
            {
                var total = AddTree($"I{indicator}", [.. Enumerable.Range(0, Buurten).Select(buurt => trees.Sum(tree => cells[tree[buurt]].Value))], wijkOf, municipalityOf, policy, cells, relations);
                relations.AddRange(total.Select((cell, place) => Relation.Sum(cell, [.. trees.Select(tree => tree[place])])));
            }
        }
        return new(cells, relations);
    }

    private static int[] AddTree(string name, double[] counts, int[] wijkOf, int[] municipalityOf, ProtectionPolicy policy, List<Cell> cells, List<Relation> relations)
    {
        var first = cells.Count;
        cells.AddRange(counts.Select((count, buurt) => new Cell { Key = $"{name}/BU{buurt}", Value = count, Policy = policy }));
        var wijken = AddLevel($"{name}/WK", [.. Enumerable.Range(first, counts.Length)], wijkOf, policy, cells, relations);
        var municipalities = AddLevel($"{name}/GM", wijken, municipalityOf, policy, cells, relations);
        AddLevel($"{name}/NL", municipalities, new int[municipalities.Length], policy, cells, relations);
        return [.. Enumerable.Range(first, cells.Count - first)];
    }

    private static int[] AddLevel(string name, int[] below, int[] groupOf, ProtectionPolicy policy, List<Cell> cells, List<Relation> relations)
    {
        var totals = new List<int>();
        foreach (var group in below.Select((cell, place) => (cell, Group: groupOf[place])).GroupBy(pair => pair.Group, pair => pair.cell))
        {
            totals.Add(cells.Count);
            relations.Add(Relation.Sum(cells.Count, [.. group]));
            cells.Add(new Cell { Key = $"{name}{group.Key}", Value = group.Sum(cell => cells[cell].Value), Policy = policy });
        }
        return [.. totals];
    }

    private (int[] WijkOf, int[] MunicipalityOf) Areas()
    {
        var wijkOf = new int[Buurten];
        var (wijk, left) = (-1, 0);
        for (var buurt = 0; buurt < Buurten; buurt++)
        {
            (wijk, left) = left == 0 ? (wijk + 1, _random.Next(0, 8)) : (wijk, left - 1);
            wijkOf[buurt] = wijk;
        }
        return (wijkOf, [.. Enumerable.Range(0, wijk + 1).Select(number => number * Municipalities / (wijk + 1))]);
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private int Poisson(double mean)
    {
        if (mean > 50)
        {
            return (int)Math.Max(0, Math.Round(mean + Math.Sqrt(mean) * Normal()));
        }
        var (count, left) = (0, Math.Exp(mean) * _random.NextDouble());
        for (var chance = 1.0; (left -= chance) > 0; chance *= mean / count)
        {
            count++;
        }
        return count;
    }
}
