using System.Text;

namespace OpenSocialMap.GraphQL.Language;

/// <summary>Shows a place in a GraphQL text: its name, the line and a caret below the column.</summary>
internal static class SourceExcerpt
{
    private const int Width = 80;
    private const string Cut = "…";

    public static string Print(Source source, Location location)
    {
        var (line, column) = Window(LineAt(source, location.Line), location.Column - 1);
        var number = $"{location.Line} |";
        var caret = string.Concat(line.Take(column).Select(c => c == '\t' ? '\t' : ' ')) + '^';
        return $"{source.Name}:{location.Line}:{location.Column}\n{$"{number} {line}".TrimEnd(' ')}\n{"|".PadLeft(number.Length)} {caret}";
    }

    private static string LineAt(Source source, int number)
    {
        var rest = source.Body.Span;
        for (var line = 1; line < number; line++)
        {
            var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
            rest = rest[(end + (rest[end..].StartsWith("\r\n"u8) ? 2 : 1))..];
        }
        var length = rest.IndexOfAny((byte)'\n', (byte)'\r');
        return Encoding.UTF8.GetString(length < 0 ? rest : rest[..length]);
    }

    /// <summary>The part of a long line around a column, and where that column then is.</summary>
    private static (string Line, int Column) Window(string line, int column)
    {
        if (line.Length <= Width)
        {
            return (line, column);
        }
        var start = Math.Clamp(column - (Width / 2), 0, line.Length - Width);
        var end = start + Width;
        start -= SplitsCharacter(line, start) ? 1 : 0;
        end += SplitsCharacter(line, end) ? 1 : 0;
        var before = start > 0 ? Cut : "";
        return ($"{before}{line[start..end]}{(end < line.Length ? Cut : "")}", column - start + before.Length);
    }

    private static bool SplitsCharacter(string line, int position) =>
        position > 0 && position < line.Length && char.IsLowSurrogate(line[position]) && char.IsHighSurrogate(line[position - 1]);
}
