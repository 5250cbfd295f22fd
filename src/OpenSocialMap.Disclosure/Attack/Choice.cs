namespace OpenSocialMap.Disclosure.Attack;

/// <summary>Whether there is anything to decide about an unknown.</summary>
enum Choice : byte
{
    /// <summary>It may be told or withheld.</summary>
    Free,

    /// <summary>It is told, or known anyway.</summary>
    Told,

    /// <summary>It is withheld, or was never meant to be told.</summary>
    Withheld,
}
