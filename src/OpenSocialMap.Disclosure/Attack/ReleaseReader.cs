using OpenSocialMap.Disclosure.Rules;

namespace OpenSocialMap.Disclosure.Attack;

/// <summary>Adds to a puzzle what a published release tells whoever reads it and knows the policy.</summary>
sealed class ReleaseReader(PuzzleBuilder builder, PublishedRelease release)
{
    private readonly CellTable _table = release.Table;

    public void Read()
    {
        for (var index = 0; index < _table.Cells.Count; index++)
        {
            var cell = _table.Cells[index];
            if (cell.IsRatio)
            {
                continue;
            }
            var draft = builder.Of(cell);
            draft.Level = Larger(draft.Level, PrimaryRules.LevelOf(cell));
            if (!release.Outcomes[index].IsPublished && cell.Role != CellRole.Public)
            {
                draft.Assume(ToldByWithholding(cell));
                continue;
            }
            var tells = Tells(cell, release.Outcomes[index]);
            Refuse.Unless(tells.Lower <= cell.Value && cell.Value <= tells.Upper,
                $"Release {release.Name} is said to have published {release.Outcomes[index].Value} for '{cell.Key}', which can't come from its raw value.");
            draft.Learn(tells);
        }
        for (var index = 0; index < _table.Cells.Count; index++)
        {
            if (_table.Cells[index].IsRatio)
            {
                ReadRatio(_table.Cells[index], release.Outcomes[index]);
            }
        }
        builder.Relate(_table);
    }

    private static Interval Tells(Cell cell, Outcome outcome) => cell switch
    {
        { Role: CellRole.Public } => Interval.At(cell.Value),
        { Role: CellRole.Internal } => Interval.Everything,
        { Policy.Method: ProtectionMethod.Rounding, Kind: CellKind.Count } => Interval.Around(outcome.Value, cell.Policy.RoundingBase - 1),
        _ => Interval.At(outcome.Value),
    };

    /// <summary>Where zeros are always published, what is withheld is at least one.</summary>
    public static Interval ToldByWithholding(Cell cell) => cell is
    {
        Role: CellRole.Publishable,
        Kind: CellKind.Count,
        Policy: { Method: ProtectionMethod.Suppression, Zeros: ZeroPolicy.Publish },
    }
        ? new(1, double.PositiveInfinity)
        : Interval.Everything;

    public static ProtectionLevel Larger(ProtectionLevel one, ProtectionLevel other) =>
        new(Math.Max(one.Down, other.Down), Math.Max(one.Up, other.Up), Math.Max(one.Sliding, other.Sliding));

    private void ReadRatio(Cell ratio, Outcome outcome)
    {
        var (numerator, denominator) = (_table.Cells[ratio.Numerator!.Value], _table.Cells[ratio.Denominator!.Value]);
        if (ratio.Kind == CellKind.Percentage)
        {
            builder.Complement(ratio, numerator, denominator);
        }
        if (!outcome.IsPublished)
        {
            return;
        }
        if (ratio.Policy.Method == ProtectionMethod.Rounding)
        {
            ReadRoundedRatio(ratio, outcome.Value, numerator);
            return;
        }
        var (slack, scale) = (RatioRules.Slack(ratio), CellTable.ScaleOf(ratio));
        var (low, high) = ((outcome.Value - slack) / scale, (outcome.Value + slack) / scale);
        builder.Relate([builder.Of(numerator), builder.Of(denominator)], [1, -high], new(double.NegativeInfinity, 0));
        builder.Relate([builder.Of(numerator), builder.Of(denominator)], [1, -low], new(0, double.PositiveInfinity));
    }

    /// <summary>It was made of rounded counts, so with the n beside it it tells what the numerator was rounded to.</summary>
    private void ReadRoundedRatio(Cell ratio, double value, Cell numerator)
    {
        var denominator = release.Outcomes[ratio.Denominator!.Value].Value;
        if (numerator.Role != CellRole.Internal || !double.IsFinite(denominator))
        {
            return;
        }
        var (slack, scale) = (RatioRules.Slack(ratio), CellTable.ScaleOf(ratio));
        var rounded = new Interval((value - slack) * denominator / scale, (value + slack) * denominator / scale);
        if (numerator.Kind == CellKind.Count)
        {
            var step = numerator.Policy.RoundingBase;
            // A part rounded above its whole is published as 100%.
            var highest = value >= 100 && ratio.Kind == CellKind.Percentage ? rounded.Upper + step : rounded.Upper;
            rounded = new(Math.Ceiling(rounded.Lower / step) * step - step + 1, Math.Floor(highest / step) * step + step - 1);
        }
        builder.Of(numerator).Learn(rounded);
    }
}
