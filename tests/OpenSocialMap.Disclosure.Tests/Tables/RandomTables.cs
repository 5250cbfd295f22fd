namespace OpenSocialMap.Disclosure.Tests;

/// <summary>Tables of the shapes that figures of a city have, with random small numbers; the same seed gives the same table.</summary>
static class RandomTables
{
    /// <summary>City, wijken, buurten: a tree of three levels.</summary>
    public static CellTable Tree(Random random, ProtectionPolicy policy, int largest = 30)
    {
        var table = new TableDraft(policy);
        var wijken = Enumerable.Range(0, random.Next(2, 5))
            .Select(wijk => table.AddTotal($"W{wijk}", [.. Enumerable.Range(0, random.Next(2, 6)).Select(buurt => table.Add($"W{wijk}B{buurt}", Count(random, largest)))]))
            .ToArray();
        table.AddTotal("City", wijken);
        return table.Build();
    }

    /// <summary>A cross table with a margin in each dimension; sizes without the margins.</summary>
    public static CellTable Cross(Random random, ProtectionPolicy policy, int largest, params int[] sizes) => CrossDraft(random, policy, largest, sizes).Build();

    public static TableDraft CrossDraft(Random random, ProtectionPolicy policy, int largest, params int[] sizes)
    {
        var table = new TableDraft(policy);
        var inner = Places(sizes, 0).ToList();
        var values = inner.ToDictionary(Name, _ => Count(random, largest));
        foreach (var place in Places([.. sizes.Select(size => size + 1)], 0))
        {
            var value = inner.Where(cell => place.Zip(cell, sizes).All(pair => pair.First == pair.Third || pair.First == pair.Second)).Sum(cell => values[Name(cell)]);
            table.Add(Name(place), value);
        }
        foreach (var place in Places([.. sizes.Select(size => size + 1)], 0))
        {
            for (var dimension = 0; dimension < sizes.Length; dimension++)
            {
                if (place[dimension] == sizes[dimension])
                {
                    table.Relations.Add(Relation.Sum(table[Name(place)], [.. Enumerable.Range(0, sizes[dimension]).Select(category => table[Name(With(place, dimension, category))])]));
                }
            }
        }
        return table;
    }

    /// <summary>Wijken and their buurten, and working areas that are made of whole wijken and overlap each other, by two categories.</summary>
    public static CellTable Overlapping(Random random, ProtectionPolicy policy)
    {
        var table = new TableDraft(policy);
        var wijken = random.Next(3, 6);
        foreach (var category in (string[])["young", "old"])
        {
            for (var wijk = 0; wijk < wijken; wijk++)
            {
                table.AddTotal($"W{wijk} {category}", [.. Enumerable.Range(0, random.Next(2, 4)).Select(buurt => table.Add($"W{wijk}B{buurt} {category}", Count(random, 12)))]);
            }
            for (var area = 0; area < 3; area++)
            {
                var first = random.Next(wijken - 1);
                table.AddTotal($"Area{area} {category}", table[$"W{first} {category}"], table[$"W{first + 1 + random.Next(wijken - first - 1)} {category}"]);
            }
        }
        for (var wijk = 0; wijk < wijken; wijk++)
        {
            table.AddTotal($"W{wijk}", table[$"W{wijk} young"], table[$"W{wijk} old"]);
        }
        return table.Build();
    }

    /// <summary>The table with one inner cell changed and all that it counts in with it; the keys stay.</summary>
    public static CellTable Corrected(Random random, CellTable table)
    {
        var totals = table.Relations.Select(relation => relation.Total).ToHashSet();
        var inner = Enumerable.Range(0, table.Cells.Count).Where(index => !totals.Contains(index)).ToArray();
        var changed = inner[random.Next(inner.Length)];
        var by = random.Next(1, 9);
        var touched = new HashSet<int> { changed };
        while (table.Relations.Where(relation => relation.Parts.Any(touched.Contains)).Select(relation => relation.Total).Where(touched.Add).ToList().Count > 0)
        {
        }
        return new([.. table.Cells.Select((cell, index) => touched.Contains(index) ? cell with { Value = cell.Value + by } : cell)], table.Relations);
    }

    public static double Count(Random random, int largest) => random.Next(4) switch
    {
        0 => random.Next(0, Math.Min(6, largest + 1)),
        1 => 0,
        _ => random.Next(0, largest + 1),
    };

    private static IEnumerable<int[]> Places(int[] sizes, int dimension)
    {
        if (dimension == sizes.Length)
        {
            return [new int[sizes.Length]];
        }
        return Enumerable.Range(0, sizes[dimension]).SelectMany(category => Places(sizes, dimension + 1).Select(place => With(place, dimension, category)));
    }

    private static int[] With(int[] place, int dimension, int category)
    {
        var copy = place.ToArray();
        copy[dimension] = category;
        return copy;
    }

    private static string Name(int[] place) => string.Join(",", place);
}
