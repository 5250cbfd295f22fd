namespace OpenSocialMap.Disclosure;

/// <summary>The stages of protection, in their order.</summary>
public enum ProtectionStage
{
    /// <summary>Which cells are sensitive themselves.</summary>
    PrimaryRules,

    /// <summary>Which others have to be withheld with them.</summary>
    SecondarySuppression,

    /// <summary>What an attacker could still work out.</summary>
    Audit,
}
