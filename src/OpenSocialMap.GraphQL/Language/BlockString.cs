using System.Text;

namespace OpenSocialMap.GraphQL.Language;

/// <summary>How text between triple quotes loses and gains its indentation and empty edges.</summary>
internal static class BlockString
{
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r"];

    // https://spec.graphql.org/September2025/#BlockStringValue()
    public static string Dedent(string raw)
    {
        var lines = raw.Split(LineEnds, StringSplitOptions.None);
        var commonIndent = int.MaxValue;
        var firstWithText = -1;
        var lastWithText = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = Indent(lines[i]);
            if (indent == lines[i].Length)
            {
                continue;
            }
            firstWithText = firstWithText < 0 ? i : firstWithText;
            lastWithText = i;
            commonIndent = i > 0 ? Math.Min(commonIndent, indent) : commonIndent;
        }
        if (firstWithText < 0)
        {
            return "";
        }
        var text = new StringBuilder(raw.Length);
        for (var i = firstWithText; i <= lastWithText; i++)
        {
            text.Append(i > firstWithText ? "\n" : "").Append(lines[i].AsSpan(i == 0 ? 0 : Math.Min(commonIndent, lines[i].Length)));
        }
        return text.ToString();
    }

    /// <summary>Writes text between triple quotes so that reading it gives the same text; one line where that reads well.</summary>
    public static string Print(string value)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"");
        var oneLine = !escaped.AsSpan().ContainsAny('\n', '\r');
        var endsInTripleQuotes = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var needsLastLineEnd = (value.EndsWith('"') && !endsInTripleQuotes) || value.EndsWith('\\');
        var severalLines = !oneLine || value.Length > 70 || needsLastLineEnd || endsInTripleQuotes;
        var startsWithSpace = oneLine && value.Length > 0 && IsWhiteSpace(value[0]);
        // On a line of its own the text would lose the space that it starts with.
        var before = severalLines && !startsWithSpace ? "\n" : "";
        var after = severalLines ? "\n" : "";
        return $"\"\"\"{before}{escaped}{after}\"\"\"";
    }

    private static int Indent(string line)
    {
        var indent = 0;
        while (indent < line.Length && IsWhiteSpace(line[indent]))
        {
            indent++;
        }
        return indent;
    }

    private static bool IsWhiteSpace(char c) => c is ' ' or '\t';
}
