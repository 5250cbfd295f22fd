namespace OpenSocialMap.Disclosure;

/// <summary>What a count of nobody tells, and so what is done with it.</summary>
public enum ZeroPolicy
{
    /// <summary>"Nobody" harms nobody: zeros are always published, so whoever reads the policy knows that a withheld count is at least one.</summary>
    Publish,

    /// <summary>Zeros are withheld as small counts are, save structural ones, which everybody knows to be impossible.</summary>
    Protect,
}
