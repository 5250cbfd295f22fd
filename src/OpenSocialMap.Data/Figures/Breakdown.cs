namespace OpenSocialMap.Data.Figures;

/// <summary>A combination of categories in its one spelling: <c>age=65_PLUS|gender=F</c>, by dimension.</summary>
public static class Breakdown
{
    public const string Total = "";

    public static string Of(IEnumerable<(string Dimension, string Category)> parts) =>
        string.Join('|', parts.OrderBy(part => part.Dimension, StringComparer.Ordinal).Select(part => $"{part.Dimension}={part.Category}"));

    /// <summary>Its parts, or null when it isn't spelled that way.</summary>
    public static IReadOnlyList<(string Dimension, string Category)>? Read(string text)
    {
        if (text == Total)
            return [];
        var parts = new List<(string Dimension, string Category)>();
        foreach (var part in text.Split('|'))
        {
            if (part.Split('=') is not [{ Length: > 0 } dimension, { Length: > 0 } category])
                return null;
            if (parts.Count > 0 && string.CompareOrdinal(parts[^1].Dimension, dimension) >= 0)
                return null;
            parts.Add((dimension, category));
        }
        return parts;
    }
}
