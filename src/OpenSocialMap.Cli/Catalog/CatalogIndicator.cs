using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Cli.Catalog;

/// <summary>What a figure counts, and how.</summary>
internal sealed record CatalogIndicator(
    int Key,
    string Slug,
    string Code,
    int? DatasetKey,
    Measure Measure,
    CountingUnit? CountingUnit,
    int Decimals,
    int? NumeratorKey,
    int? DenominatorKey,
    int? MinimumCount,
    int? MinimumDenominator)
{
    /// <summary>A percentage or mean, which follows from two other numbers and can't be added up.</summary>
    public bool IsRatio => Measure is Measure.Percentage or Measure.Mean;

    /// <summary>Nobody is in it twice, so somebody may be in two of its parts.</summary>
    public bool CountsPersons => CountingUnit == Data.Model.CountingUnit.UniquePersons;

    /// <summary>Each time counts, so parts always add up to the whole, over time as well.</summary>
    public bool CountsContacts => CountingUnit == Data.Model.CountingUnit.Contacts;
}
