namespace OpenSocialMap.Disclosure.Tests;

/// <summary>Tries every table of small whole numbers that agrees with what was published. Slow, and beyond doubt.</summary>
static class BruteForce
{
    /// <summary>For each cell: the least and the most it is in any table that could be the true one, each cell at most <paramref name="largest"/>.</summary>
    public static (double Lower, double Upper)[] Intervals(PublishedRelease release, int largest)
    {
        var table = release.Table;
        var ranges = Enumerable.Range(0, table.Cells.Count).Select(index => Range(table.Cells[index], release.Outcomes[index], largest)).ToArray();
        var found = Enumerable.Repeat((Lower: double.PositiveInfinity, Upper: double.NegativeInfinity), ranges.Length).ToArray();
        var values = new int[ranges.Length];
        Try(0);
        return found;

        void Try(int cell)
        {
            if (cell == values.Length)
            {
                for (var index = 0; index < values.Length; index++)
                {
                    found[index] = (Math.Min(found[index].Lower, values[index]), Math.Max(found[index].Upper, values[index]));
                }
                return;
            }
            for (values[cell] = ranges[cell].Lower; values[cell] <= ranges[cell].Upper; values[cell]++)
            {
                if (table.Relations.All(relation => Math.Max(relation.Total, relation.Parts.Max()) != cell || Holds(relation)))
                {
                    Try(cell + 1);
                }
            }
        }

        bool Holds(Relation relation)
        {
            var (total, sum, most) = (values[relation.Total], relation.Parts.Sum(part => values[part]), relation.Parts.Max(part => values[part]));
            return relation.Kind switch
            {
                RelationKind.Sum => sum == total,
                RelationKind.Cover => most <= total && total <= sum,
                RelationKind.Partial => sum <= total,
                _ => most <= total,
            };
        }
    }

    private static (int Lower, int Upper) Range(Cell cell, Outcome outcome, int largest) => cell.Policy.Method switch
    {
        _ when !outcome.IsPublished => (0, largest),
        ProtectionMethod.Rounding => (Math.Max(0, (int)outcome.Value - cell.Policy.RoundingBase + 1), (int)outcome.Value + cell.Policy.RoundingBase - 1),
        _ => ((int)outcome.Value, (int)outcome.Value),
    };
}
