namespace OpenSocialMap.Server.Tests.Repository;

/// <summary>The clone that the tests were built from, for tests that guard the repository itself.</summary>
internal static class Clone
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "OpenSocialMap.sln")) ? folder : Find(Path.GetDirectoryName(folder)
            ?? throw new InvalidOperationException("The tests run outside a clone."));

    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"))
            .Select(path => Path.GetRelativePath(Root, path))
            .Order(StringComparer.Ordinal);

    /// <summary>The documented operations that one answer is enough for: all but the subscriptions.</summary>
    public static IEnumerable<string> Queries =>
        Files("schema/operations", "*.graphql").Where(path => !File.ReadAllText(Path.Combine(Root, path)).Contains("\nsubscription ", StringComparison.Ordinal));
}
