namespace OpenSocialMap.Data.Seeding;

/// <summary>Finds records that lead back to themselves, such as an activity that is its successor's successor.</summary>
internal static class Cycles
{
    public static void Report<T>(IEnumerable<(T Record, SeedRow Row)> rows, Func<T, T?> next, string column)
        where T : class
    {
        foreach (var (record, row) in rows)
        {
            var seen = new HashSet<T>();
            var at = next(record);
            while (at is not null && at != record && seen.Add(at))
                at = next(at);
            if (at == record)
                row.Problem(column, "the record leads back to itself; empty one of the cells on the way");
        }
    }
}
