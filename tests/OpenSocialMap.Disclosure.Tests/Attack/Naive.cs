using OpenSocialMap.Disclosure.Rules;

namespace OpenSocialMap.Disclosure.Tests;

/// <summary>What one would do without thinking: withhold the small counts and publish the rest.</summary>
static class Naive
{
    public static PublishedRelease Release(CellTable table, string name = "naive") => new(name, table, [.. table.Cells.Select(OutcomeOf)]);

    private static Outcome OutcomeOf(Cell cell) => PrimaryRules.Judge(cell) is var reason && reason == WithheldReason.None
        ? Outcome.Published(cell.Value)
        : Outcome.Withheld(reason);
}
