namespace OpenSocialMap.Disclosure.Attack;

/// <summary>Unknowns that hang together, and the rows that they are in.</summary>
sealed record Component(List<int> Variables, List<int> Rows);
