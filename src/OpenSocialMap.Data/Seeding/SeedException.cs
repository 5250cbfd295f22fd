namespace OpenSocialMap.Data.Seeding;

/// <summary>The seed files hold mistakes; nothing was written. The message lists each with its file and line.</summary>
public sealed class SeedException(IReadOnlyList<string> problems) : SocialMapDatabaseException(
    $"The seed has {(problems.Count == 1 ? "a mistake" : $"{problems.Count} mistakes")}, so the data stays as it was:\n{string.Join('\n', problems)}")
{
    /// <summary>Each as <c>file(line): column: what is wrong; how to mend it</c>.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
