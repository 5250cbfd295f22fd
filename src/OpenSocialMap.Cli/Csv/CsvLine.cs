using System.Text;

namespace OpenSocialMap.Cli.Csv;

/// <summary>Splits one record of CSV into its cells.</summary>
internal static class CsvLine
{
    /// <summary>The cells; null when a quote is still open at the end, so that the record goes on.</summary>
    public static string[]? Split(string text, out string? mistake)
    {
        mistake = null;
        if (!text.Contains('"', StringComparison.Ordinal))
            return text.Split(',');
        var cells = new List<string>();
        var at = 0;
        while (true)
        {
            if (at < text.Length && text[at] == '"')
            {
                if (Quoted(text, ref at, ref mistake) is not { } cell)
                    return null;
                cells.Add(cell);
            }
            else
            {
                cells.Add(Bare(text, ref at, ref mistake));
            }
            if (at == text.Length)
                return [.. cells];
            at++;
        }
    }

    static string Bare(string text, ref int at, ref string? mistake)
    {
        var end = text.IndexOf(',', at);
        var cell = text[at..(end < 0 ? text.Length : end)];
        at += cell.Length;
        if (cell.Contains('"', StringComparison.Ordinal))
            mistake ??= "a quote stands inside a cell; put the whole cell in quotes and double the quotes inside";
        return cell;
    }

    // Leaves the position at the comma or the end; null when there is no closing quote.
    static string? Quoted(string text, ref int at, ref string? mistake)
    {
        var cell = new StringBuilder();
        at++;
        while (at < text.Length)
        {
            if (text[at] != '"')
                cell.Append(text[at++]);
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append('"');
                at += 2;
            }
            else
            {
                at++;
                if (at < text.Length && text[at] != ',')
                {
                    mistake ??= "there is text after a closing quote; put the whole cell in quotes and double the quotes inside";
                    Bare(text, ref at, ref mistake);
                }
                return cell.ToString();
            }
        }
        return null;
    }
}
