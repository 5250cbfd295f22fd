namespace OpenSocialMap.Disclosure;

/// <summary>A table that the attacker can't open, with an account of what that took.</summary>
/// <param name="Outcomes">What became of each cell, in the table's order.</param>
/// <param name="Loss">What was lost.</param>
/// <param name="Audit">What the attacker tried on this table together with every earlier release, in vain.</param>
/// <param name="LossBound">No protection of this table can lose less weight than this; equal to the loss where the optimum was proven. Not for rounding.</param>
/// <param name="OptimalGroups">Groups of cells of which the least possible loss was proven.</param>
/// <param name="HeuristicGroups">Groups of cells where the heuristic's solution stands.</param>
public sealed record ProtectedTable(
    CellTable Table,
    IReadOnlyList<Outcome> Outcomes,
    InformationLoss Loss,
    AttackReport Audit,
    double LossBound,
    int OptimalGroups,
    int HeuristicGroups)
{
    public PublishedRelease AsRelease(string name) => new(name, Table, Outcomes);
}
