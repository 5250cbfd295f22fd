namespace OpenSocialMap.Disclosure.Suppression;

/// <summary>How good secondary suppression was.</summary>
/// <param name="Bound">No protection loses less weight.</param>
/// <param name="Optimal">Clusters that were solved to the optimum.</param>
/// <param name="Heuristic">Clusters that were not.</param>
readonly record struct Achievement(double Bound, int Optimal, int Heuristic);
