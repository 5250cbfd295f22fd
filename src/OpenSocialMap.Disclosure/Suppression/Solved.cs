namespace OpenSocialMap.Disclosure.Suppression;

/// <summary>What to withhold in a cluster.</summary>
/// <param name="IsWithheld">For each of its unknowns.</param>
/// <param name="Bound">It can't be done for less weight than this.</param>
/// <param name="IsOptimal">What is withheld weighs exactly that.</param>
sealed record Solved(bool[] IsWithheld, double Bound, bool IsOptimal);
