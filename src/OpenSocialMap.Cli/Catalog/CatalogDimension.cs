namespace OpenSocialMap.Cli.Catalog;

/// <summary>One way to split the figures of a dataset, such as by age, and the categories it has; each with the one above it, if any.</summary>
internal sealed record CatalogDimension(string Code, bool IsAdditive, IReadOnlyDictionary<string, string?> Parents)
{
    /// <summary>The categories right below one, or those at the top.</summary>
    public IReadOnlyList<string> Below(string? category) => [.. Parents.Where(it => it.Value == category).Select(it => it.Key).Order(StringComparer.Ordinal)];
}
