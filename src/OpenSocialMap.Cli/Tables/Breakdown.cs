namespace OpenSocialMap.Cli.Tables;

/// <summary>The text of a breakdown: dimension=CATEGORY|dimension=CATEGORY, dimensions in the order of their codes; empty is the total.</summary>
internal static class Breakdown
{
    public static IReadOnlyDictionary<string, string> Read(string text) => text == ""
        ? new Dictionary<string, string>()
        : text.Split('|').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);

    public static string Write(IReadOnlyDictionary<string, string> categories) =>
        string.Join('|', categories.OrderBy(it => it.Key, StringComparer.Ordinal).Select(it => $"{it.Key}={it.Value}"));
}
