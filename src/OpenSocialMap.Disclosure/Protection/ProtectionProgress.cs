namespace OpenSocialMap.Disclosure;

/// <summary>How far protection is: the stage, and what is done of it.</summary>
public readonly record struct ProtectionProgress(ProtectionStage Stage, int Done, int Total);
