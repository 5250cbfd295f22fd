namespace OpenSocialMap.Cli.Releases;

/// <summary>Which figures are to be released.</summary>
/// <param name="Loads">Numbers of loads; none means all.</param>
/// <param name="Periods">None means all that the loads have.</param>
internal sealed record ReleaseRequest(string Dataset, IReadOnlyList<int> Loads, IReadOnlyList<string> Periods);
