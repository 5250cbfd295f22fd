namespace OpenSocialMap.Disclosure.Solver;

/// <summary>What came of an integer program.</summary>
/// <param name="IsOptimal">The columns are proven to be the best.</param>
/// <param name="IsInfeasible">There are no such columns.</param>
/// <param name="Columns">The best found, or null.</param>
/// <param name="Bound">The objective can't be lower than this.</param>
sealed record IntegerSolution(bool IsOptimal, bool IsInfeasible, double[]? Columns, double Bound);
