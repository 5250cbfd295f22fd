namespace OpenSocialMap.Cli.Import;

/// <summary>What the steward accepts in a file by explicit choice.</summary>
/// <param name="Quarrels">Contradictions are recorded as such.</param>
/// <param name="Rest">A total may be more than its parts, because the file leaves some out.</param>
internal sealed record AcceptedOddities(bool Quarrels, bool Rest);
