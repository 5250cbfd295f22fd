namespace OpenSocialMap.Data.Figures;

/// <summary>A release file holds mistakes; nothing of it was written.</summary>
public sealed class ReleaseFileException(IReadOnlyList<(int Line, string Problem)> problems) : SocialMapDatabaseException(
    $"The release has {(problems.Count == 1 ? "a mistake" : $"{problems.Count} mistakes or more")}:\n"
    + string.Join('\n', problems.Select(problem => $"line {problem.Line}: {problem.Problem}")))
{
    /// <summary>Each with its line, as <c>column: what is wrong; how to mend it</c>.</summary>
    public IReadOnlyList<(int Line, string Problem)> Problems { get; } = problems;
}
