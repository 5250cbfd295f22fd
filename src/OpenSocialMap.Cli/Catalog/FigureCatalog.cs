using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Cli.Catalog;

/// <summary>All that a row of figures may name: a dataset's indicators and dimensions, the areas and the sources.</summary>
internal sealed class FigureCatalog(
    CatalogDataset dataset,
    IReadOnlyDictionary<int, CatalogIndicator> indicators,
    IReadOnlyDictionary<int, CatalogArea> areas,
    IReadOnlyDictionary<int, IReadOnlyList<int>> wijkenOfWerkgebieden,
    IReadOnlyList<CatalogDimension> dimensions,
    IReadOnlyDictionary<string, int> sources)
{
    public CatalogDataset Dataset => dataset;

    /// <summary>Those of every dataset, by key: a percentage may be over an indicator of another one.</summary>
    public IReadOnlyDictionary<int, CatalogIndicator> Indicators => indicators;

    public IReadOnlyDictionary<int, CatalogArea> Areas => areas;

    /// <summary>The wijken of each werkgebied that consists of whole wijken.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<int>> WijkenOfWerkgebieden => wijkenOfWerkgebieden;

    /// <summary>The dataset's own, in the order of their codes.</summary>
    public IReadOnlyList<CatalogDimension> Dimensions => dimensions;

    public IReadOnlyDictionary<string, int> Sources => sources;

    /// <summary>The dataset's own indicators by code and by slug.</summary>
    public IReadOnlyDictionary<string, CatalogIndicator> OwnIndicators { get; } = indicators.Values
        .Where(indicator => indicator.DatasetKey == dataset.Key)
        .SelectMany(indicator => new[] { indicator.Code, indicator.Slug }.Distinct().Select(name => (name, indicator)))
        .ToDictionary(it => it.name, it => it.indicator, StringComparer.Ordinal);

    /// <summary>Whether an indicator's values are judged by what the largest contributors brought in.</summary>
    public bool NeedsContributions(CatalogIndicator indicator) =>
        !dataset.IsUnprotected && dataset.DominancePercentage is not null && indicator.Measure == Measure.Amount;

    /// <summary>The areas by code and by slug.</summary>
    public IReadOnlyDictionary<string, CatalogArea> AreasByName { get; } = areas.Values
        .SelectMany(area => new[] { area.Slug, area.Code }.OfType<string>().Distinct().Select(name => (name, area)))
        .ToDictionary(it => it.name, it => it.area, StringComparer.Ordinal);
}
