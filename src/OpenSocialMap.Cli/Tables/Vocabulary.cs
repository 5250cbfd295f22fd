using OpenSocialMap.Cli.Catalog;

namespace OpenSocialMap.Cli.Tables;

/// <summary>The words of one table of figures, and how to name a cell in them.</summary>
internal sealed class Vocabulary(FigureCatalog catalog)
{
    public FigureCatalog Catalog => catalog;

    public Words Periods { get; } = new();

    public Words Breakdowns { get; } = new();

    /// <summary>The cell's identity, the same text in every table and release.</summary>
    public string Name(CellKey key) =>
        $"{catalog.Indicators[key.Indicator].Code} {catalog.Areas[key.Area].Name} {Periods[key.Period]}{(Breakdowns[key.Breakdown] is { Length: > 0 } breakdown ? $" {breakdown}" : "")}";
}
