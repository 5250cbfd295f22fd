using System.Text;

namespace OpenSocialMap.Server.Feeds;

/// <summary>Writes the lines of an iCalendar file: escaped, and folded so that none is longer than 75 octets. https://www.rfc-editor.org/rfc/rfc5545#section-3.1</summary>
internal sealed class ICalendarText(Stream output)
{
    private const int MostOctets = 75;

    /// <summary>A property of which the value is text that anybody wrote.</summary>
    public void Text(string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            Line($"{name}:{Escaped(text)}");
    }

    /// <summary>A property with several such values.</summary>
    public void Texts(string name, IReadOnlyCollection<string> texts)
    {
        if (texts.Count > 0)
            Line($"{name}:{string.Join(',', texts.Select(Escaped))}");
    }

    /// <summary>A line that is right as it is but for its length.</summary>
    public void Line(string line)
    {
        Span<byte> character = stackalloc byte[4];
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(character);
            if (octets + length > MostOctets)
            {
                output.Write("\r\n "u8);
                octets = 1;
            }
            output.Write(character[..length]);
            octets += length;
        }
        output.Write("\r\n"u8);
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in text.ReplaceLineEndings("\n"))
        {
            if (character == '\n')
                escaped.Append("\\n");
            else if (character is '\\' or ';' or ',')
                escaped.Append('\\').Append(character);
            else if (!char.IsControl(character) || character == '\t')
                escaped.Append(character);
        }
        return escaped.ToString();
    }
}
