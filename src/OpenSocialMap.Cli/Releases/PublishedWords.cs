using OpenSocialMap.Cli.Tables;
using OpenSocialMap.Disclosure;

namespace OpenSocialMap.Cli.Releases;

/// <summary>What a release says of each stated cell: whether it is withheld, and the value if not.</summary>
/// <param name="Values">By the numbers of <see cref="StatedCells.All"/>; null where there is none to publish or it is withheld.</param>
internal sealed record PublishedWords(decimal?[] Values, bool[] IsWithheld)
{
    /// <summary>As outcomes of the table's cells. Of a total that its source gives wrongly the right one counts as told when the wrong one is.</summary>
    public Outcome[] Outcomes(FigureTable figures)
    {
        var table = figures.Table;
        var outcomes = new Outcome[table.Cells.Count];
        for (var cell = 0; cell < outcomes.Length; cell++)
            outcomes[cell] = table.Cells[cell].Role == CellRole.Public ? Outcome.Published(table.Cells[cell].Value) : Outcome.Withheld(WithheldReason.Secondary);
        for (var number = 0; number < Values.Length; number++)
            if (figures.CellOf[number] is var cell and >= 0 && !IsWithheld[number] && Values[number] is { } value)
            {
                outcomes[cell] = Outcome.Published(OfTable(table, cell, value));
                foreach (var shadow in figures.Shadows[cell])
                    outcomes[shadow] = Outcome.Published(table.Cells[shadow].Value);
            }
        return outcomes;
    }

    // A source may cut where we round; the attacker reckons with what the numbers come to.
    static double OfTable(CellTable table, int cell, decimal value) =>
        table.Cells[cell].Policy.Method == ProtectionMethod.Suppression && table.Cells[cell].Kind is CellKind.Percentage or CellKind.Mean
            ? Math.Round(table.ValueOf(cell), table.Cells[cell].Decimals, MidpointRounding.AwayFromZero)
            : (double)value;
}
