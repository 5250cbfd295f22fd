using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Cli.Import;

/// <summary>What a percentage or mean is of: the numbers above and below the line.</summary>
internal readonly record struct Ratio(Measure Measure, decimal Numerator, decimal Denominator)
{
    /// <summary>
    /// The numbers of a cell: of the rows that hold them where there are any, else what the value and its own denominator come to. Null when
    /// nothing says what it is over.
    /// </summary>
    public static Ratio? Of(RawTable table, int number)
    {
        var (key, cell) = (table.Keys[number], table.Cells[number]);
        var indicator = table.Words.Catalog.Indicators[key.Indicator];
        var denominator = cell.Denominator ?? Value(indicator.DenominatorKey);
        if (denominator is not { } below || cell.Value is not { } value)
            return null;
        return new(indicator.Measure, Value(indicator.NumeratorKey) ?? Above(indicator.Measure, value, below), below);

        decimal? Value(int? of) => of is { } found && table.Find(key with { Indicator = found }) is { } there ? table.Cells[there].Value : null;
    }

    /// <summary>The number above the line, as near as the value tells it: a whole one under a percentage.</summary>
    public static decimal Above(Measure measure, decimal value, decimal denominator) =>
        measure == Measure.Percentage ? decimal.Round(value * denominator / 100, MidpointRounding.AwayFromZero) : value * denominator;

    /// <summary>Whether these numbers give a value, to as many decimals as it is written with.</summary>
    public bool Gives(decimal value)
    {
        if (Denominator == 0)
            return false;
        var exact = (Measure == Measure.Percentage ? 100 : 1) * Numerator / Denominator;
        var unit = 1m;
        for (var decimals = value.Scale; decimals > 0; decimals--)
            unit /= 10;
        // Some cut where others round.
        return Math.Abs(exact - value) < unit && Numerator >= 0 && (Measure == Measure.Mean || Numerator <= Denominator);
    }
}
