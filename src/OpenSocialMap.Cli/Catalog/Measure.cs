namespace OpenSocialMap.Cli.Catalog;

/// <summary>What the number of an indicator is.</summary>
internal enum Measure
{
    Count,
    Percentage,
    Mean,
    Amount,
}
