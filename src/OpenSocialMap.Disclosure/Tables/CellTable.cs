namespace OpenSocialMap.Disclosure;

/// <summary>Cells and all that is known to hold between them; checked when made, so that what follows can rely on it.</summary>
public sealed class CellTable
{
    public CellTable(IReadOnlyList<Cell> cells, IReadOnlyList<Relation> relations)
    {
        Cells = cells;
        Relations = relations;
        CellTableCheck.Check(this);
    }

    public IReadOnlyList<Cell> Cells { get; }

    public IReadOnlyList<Relation> Relations { get; }

    /// <summary>The raw value of a cell; of a percentage or mean, what follows from its numerator and denominator (NaN over nothing).</summary>
    public double ValueOf(int index)
    {
        var cell = Cells[index];
        if (!cell.IsRatio)
        {
            return cell.Value;
        }
        var denominator = Cells[cell.Denominator!.Value].Value;
        return denominator == 0 ? double.NaN : ScaleOf(cell) * Cells[cell.Numerator!.Value].Value / denominator;
    }

    internal static double ScaleOf(Cell ratio) => ratio.Kind == CellKind.Percentage ? 100 : 1;
}
