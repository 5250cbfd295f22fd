using OpenSocialMap.Disclosure.Attack;

namespace OpenSocialMap.Disclosure.Rules;

/// <summary>Which counts and amounts are sensitive for what they tell themselves, and how uncertain an attacker has to stay about them.</summary>
static class PrimaryRules
{
    /// <summary>Why the cell may not be told, or <see cref="WithheldReason.None"/>.</summary>
    public static WithheldReason Judge(Cell cell) => cell switch
    {
        { Role: CellRole.Public } or { Policy.Method: ProtectionMethod.None } or { IsStructuralZero: true } => WithheldReason.None,
        { Kind: CellKind.Count } => JudgeCount(cell.Value, cell.Policy),
        { Kind: CellKind.Amount, Policy.Dominance: { } rule } => Dominance.IsSensitive(rule, cell.Value, cell.Contributions) ? WithheldReason.Dominance : WithheldReason.None,
        _ => WithheldReason.None,
    };

    public static WithheldReason JudgeCount(double count, ProtectionPolicy policy) => count switch
    {
        0 => policy.Zeros == ZeroPolicy.Protect ? WithheldReason.Zero : WithheldReason.None,
        _ => count < policy.MinimumCount ? WithheldReason.SmallCount : WithheldReason.None,
    };

    /// <summary>How uncertain an attacker has to stay about the cell.</summary>
    public static ProtectionLevel LevelOf(Cell cell) => Judge(cell) switch
    {
        WithheldReason.None => default,
        WithheldReason.Dominance => Dominance.LevelOf(cell.Policy.Dominance!, cell.Value, cell.Contributions),
        _ => LevelOfCount(cell.Policy),
    };

    /// <summary>
    /// Withheld counts stay open over at least the minimum count, so nobody can tell whether there are fewer than that at all;
    /// rounded ones over the base less one, which is what a rounded zero tells by itself.
    /// </summary>
    public static ProtectionLevel LevelOfCount(ProtectionPolicy policy) =>
        new(0, 0, policy.Method == ProtectionMethod.Rounding ? policy.RoundingBase - 1 : policy.MinimumCount);

    /// <summary>A change between releases is a count of its own, of those who came or went.</summary>
    public static ProtectionLevel LevelOfChange(double change, ProtectionPolicy policy) =>
        policy is { Method: not ProtectionMethod.None, ProtectsDifferences: true } && change != 0 && Math.Abs(change) < policy.MinimumCount
            ? LevelOfCount(policy)
            : default;
}
