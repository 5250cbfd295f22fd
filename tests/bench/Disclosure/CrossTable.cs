namespace OpenSocialMap.Disclosure.Bench;

/// <summary>Random cross tables with all margins, the usual test of secondary suppression.</summary>
static class CrossTable
{
    public static CellTable Random(int seed, double smallShare, params int[] sizes)
    {
        var random = new Random(seed);
        var policy = new ProtectionPolicy();
        var cells = new List<Cell>();
        var relations = new List<Relation>();
        var strides = new int[sizes.Length + 1];
        strides[0] = 1;
        for (var dimension = 0; dimension < sizes.Length; dimension++)
        {
            strides[dimension + 1] = strides[dimension] * (sizes[dimension] + 1);
        }
        var values = new double[strides[^1]];
        for (var index = 0; index < values.Length; index++)
        {
            var margins = Enumerable.Range(0, sizes.Length).Where(dimension => Category(index, dimension) == sizes[dimension]).ToList();
            // Each margin is summed over its last dimension; the parts come before it.
            values[index] = margins.Count == 0
                ? random.NextDouble() < smallShare ? random.Next(1, 5) : random.Next(5, 500)
                : Enumerable.Range(1, sizes[margins[0]]).Sum(step => values[index - step * strides[margins[0]]]);
            relations.AddRange(margins.Select(dimension => Relation.Sum(index, [.. Enumerable.Range(1, sizes[dimension]).Select(step => index - step * strides[dimension])])));
        }
        cells.AddRange(values.Select((value, index) => new Cell { Key = $"cell {index}", Value = value, Policy = policy }));
        return new(cells, relations);

        int Category(int index, int dimension) => index / strides[dimension] % (sizes[dimension] + 1);
    }
}
