using System.Text;

namespace OpenSocialMap.GraphQL;

/// <summary>The beginning of a text that is too long for an error message to repeat.</summary>
public static class Excerpt
{
    private const int MaxLength = 80;

    /// <summary>Whether whatever is added to this text will be cut off.</summary>
    public static bool IsFull(StringBuilder text) => text.Length > MaxLength;

    /// <summary>The text as it is, or its first 80 letters and three dots.</summary>
    public static string Of(string text)
    {
        if (text.Length <= MaxLength) return text;
        var end = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return $"{text.AsSpan(0, end)}…";
    }
}
