using OpenSocialMap.Disclosure.Attack;
using OpenSocialMap.Disclosure.Protection;
using OpenSocialMap.Disclosure.Suppression;

namespace OpenSocialMap.Disclosure;

/// <summary>Decides for each cell of a table whether and how it is published, and gives nothing away that the attacker can open.</summary>
public static class Protector
{
    /// <summary>
    /// Protects <paramref name="table"/> so that it, together with all that <paramref name="earlier"/> releases told, opens no protected cell.
    /// Throws <see cref="OpenTableException"/> when that can't be.
    /// </summary>
    public static ProtectedTable Protect(
        CellTable table,
        ProtectorOptions options,
        IReadOnlyList<PublishedRelease>? earlier = null,
        IProgress<ProtectionProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var decision = TableReader.Read(table, options, earlier ?? [], progress);
        var puzzle = decision.Puzzle;
        var achieved = IsRounded(table) ? default : Suppressor.Suppress(puzzle, options, progress, cancellation);
        var findings = Repairer.Repair(puzzle, options.OptimalTime, progress, cancellation);
        var report = findings.Report(puzzle);
        if (report.Opened.Count > 0)
        {
            throw new OpenTableException(report.Opened);
        }
        var outcomes = decision.Outcomes();
        return new(table, outcomes, decision.Loss(outcomes), report, achieved.Bound, achieved.Optimal, achieved.Heuristic);
    }

    private static bool IsRounded(CellTable table) =>
        table.Cells.Any(cell => cell.Role != CellRole.Public && cell.Policy.Method == ProtectionMethod.Rounding);
}
