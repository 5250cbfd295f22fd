namespace OpenSocialMap.Disclosure.Attack;

/// <summary>One raw value that somebody could be after, or that leads to one.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Truth">Its true value.</param>
/// <param name="Told">How far from the truth it may be for who reads it as published: nowhere when exact, a little when rounded.</param>
/// <param name="Withheld">How far from the truth it may be for who sees that it is withheld and knows the policy.</param>
/// <param name="IsWhole">It counts something.</param>
/// <param name="Weight">What is lost when it is withheld.</param>
readonly record struct Unknown(
    string Name,
    double Truth,
    Interval Told,
    Interval Withheld,
    bool IsWhole,
    Choice Choice,
    ProtectionLevel Level,
    double Weight);
