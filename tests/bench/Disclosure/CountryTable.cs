using OpenSocialMap.Bench;

namespace OpenSocialMap.Disclosure.Bench;

/// <summary>A country's figures as a table to protect.</summary>
internal static class CountryTable
{
    /// <summary>So many indicators, each a tree of four levels; or, with categories, that many times a tree for each category and one for their total.</summary>
    public static CellTable Of(Country country, int indicators, int categories)
    {
        var policy = new ProtectionPolicy();
        var cells = new List<Cell>();
        var relations = new List<Relation>();
        for (var indicator = 0; indicator < indicators; indicator++)
        {
            var rate = country.NextRate() / Math.Max(1, categories);
            var trees = new List<int[]>();
            for (var category = 0; category < Math.Max(1, categories); category++)
                trees.Add(AddTree($"I{indicator}C{category}", country.NextCounts(rate)));
            if (categories > 0)
            {
                var total = AddTree($"I{indicator}", [.. Enumerable.Range(0, Country.Buurten).Select(buurt => trees.Sum(tree => (int)cells[tree[buurt]].Value))]);
                relations.AddRange(total.Select((cell, place) => Relation.Sum(cell, [.. trees.Select(tree => tree[place])])));
            }
        }
        return new(cells, relations);

        int[] AddTree(string name, int[] counts)
        {
            var first = cells.Count;
            cells.AddRange(counts.Select((count, buurt) => new Cell { Key = $"{name}/BU{buurt}", Value = count, Policy = policy }));
            var wijken = AddLevel($"{name}/WK", [.. Enumerable.Range(first, counts.Length)], country.WijkOf);
            var municipalities = AddLevel($"{name}/GM", wijken, country.MunicipalityOf);
            AddLevel($"{name}/NL", municipalities, new int[municipalities.Length]);
            return [.. Enumerable.Range(first, cells.Count - first)];
        }

        int[] AddLevel(string name, int[] below, IReadOnlyList<int> groupOf)
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
    }
}
