using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL;

/// <summary>Finds names that the writer of a mistyped one may have meant, and the sentence that offers them.</summary>
internal static class Suggestions
{
    private const int MaxOffered = 5;

    /// <summary>The options that take few enough edits, nearest first.</summary>
    public static IReadOnlyList<string> For(string given, IEnumerable<string> options)
    {
        var limit = (int)(given.Length * 0.4) + 1;
        return [.. options
            .Distinct()
            .Select(option => (Option: option, Distance: EditDistance(given, option, limit)))
            .Where(pair => pair.Distance <= limit)
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Option, NaturalOrder.Instance)
            .Select(pair => pair.Option)];
    }

    /// <summary>The sentence that ends a message, with a space before it; nothing when there is nothing to offer.</summary>
    public static string DidYouMean(IReadOnlyList<string> options, string? what = null)
    {
        var start = what is null ? " Did you mean " : $" Did you mean {what} ";
        string[] quoted = [.. options.Take(MaxOffered).Select(o => $"\"{o}\"")];
        return quoted switch
        {
            [] => "",
            [var one] => $"{start}{one}?",
            [var one, var other] => $"{start}{one} or {other}?",
            [.. var most, var last] => $"{start}{string.Join(", ", most)}, or {last}?",
        };
    }

    public static string EnumValue(EnumType type, string given) =>
        DidYouMean(For(given, type.Values.Select(v => v.Name)), "the enum value");

    /// <summary>
    /// The number of insertions, deletions, substitutions and swaps of neighbours between two names, or more than
    /// <paramref name="limit"/> when there are too many to matter. A difference in case alone counts as one.
    /// </summary>
    private static int EditDistance(string given, string option, int limit)
    {
        if (given == option) return 0;
        var (longer, shorter) = (given.ToLowerInvariant(), option.ToLowerInvariant());
        if (longer == shorter) return 1;
        if (longer.Length < shorter.Length) (longer, shorter) = (shorter, longer);
        if (longer.Length - shorter.Length > limit) return int.MaxValue;

        var width = shorter.Length + 1;
        var (before, above, row) = (new int[width], Enumerable.Range(0, width).ToArray(), new int[width]);
        for (var i = 1; i <= longer.Length; i++)
        {
            var smallest = row[0] = i;
            for (var j = 1; j <= shorter.Length; j++)
            {
                var cost = longer[i - 1] == shorter[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
                if (i > 1 && j > 1 && longer[i - 1] == shorter[j - 2] && longer[i - 2] == shorter[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
                smallest = Math.Min(smallest, row[j]);
            }
            if (smallest > limit) return int.MaxValue;
            (before, above, row) = (above, row, before);
        }
        return above[shorter.Length];
    }
}
