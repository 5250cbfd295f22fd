namespace OpenSocialMap.Disclosure;

/// <summary>What an attacker with a computer can and can't work out.</summary>
/// <param name="Opened">The protected cells that are open.</param>
/// <param name="Protected">How many protected cells were attacked.</param>
/// <param name="ByIntervals">Of these, how many were settled exactly by interval arithmetic, because what is unknown around them has no cycles.</param>
/// <param name="ByPrograms">How many took linear programs, or were cleared by the solution of another one.</param>
/// <param name="ByIntegerPrograms">How many integer programs were needed beside them.</param>
public sealed record AttackReport(IReadOnlyList<OpenedCell> Opened, int Protected, int ByIntervals, int ByPrograms, int ByIntegerPrograms);
