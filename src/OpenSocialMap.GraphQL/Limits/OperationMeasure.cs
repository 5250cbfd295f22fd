namespace OpenSocialMap.GraphQL.Limits;

/// <summary>What a part of a document comes to with its fragments written out. Sums stop at a bound far above any limit, so that no bomb makes them overflow.</summary>
/// <param name="Depth">Levels of fields, itself included.</param>
/// <param name="Level">Fields of its first level.</param>
/// <param name="DirectivesPerPlace">The most directives that stand together.</param>
internal readonly record struct OperationMeasure(int Depth, long Fields, long Level, long Aliases, long Directives, int DirectivesPerPlace)
{
    private const long Bound = 1_000_000_000;

    /// <summary>Two selections beside each other.</summary>
    public static OperationMeasure operator +(OperationMeasure a, OperationMeasure b) => new(
        Math.Max(a.Depth, b.Depth), Sum(a.Fields, b.Fields), Sum(a.Level, b.Level), Sum(a.Aliases, b.Aliases),
        Sum(a.Directives, b.Directives), Math.Max(a.DirectivesPerPlace, b.DirectivesPerPlace));

    /// <summary>A field with these selections below it.</summary>
    public OperationMeasure Below(bool hasAlias) => new(Depth + 1, Sum(Fields, 1), 1, Sum(Aliases, hasAlias ? 1 : 0), Directives, DirectivesPerPlace);

    public static OperationMeasure OfDirectives(int count) => new(0, 0, 0, 0, count, count);

    private static long Sum(long a, long b) => Math.Min(Bound, a + b);
}
