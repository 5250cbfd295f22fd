using System.Buffers;
using System.Text;

namespace OpenSocialMap.Server.Catalogue.Files;

/// <summary>Rows of CSV: commas between, line feeds behind, quoted where needed. https://www.rfc-editor.org/rfc/rfc4180</summary>
internal static class CsvText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r");

    public static void AppendRow(StringBuilder csv, IEnumerable<string?> cells)
    {
        var isFirst = true;
        foreach (var cell in cells)
        {
            if (!isFirst)
                csv.Append(',');
            isFirst = false;
            AppendCell(csv, cell);
        }
        csv.Append('\n');
    }

    /// <summary>A text that a spreadsheet would take for a formula, marked as the text that it is. https://owasp.org/www-community/attacks/CSV_Injection</summary>
    public static string? Harmless(string? text) => text is { Length: > 0 } && FormulaStarts.Contains(text[0]) ? $"'{text}" : text;

    private static void AppendCell(StringBuilder csv, string? cell)
    {
        if (cell is null || !cell.AsSpan().ContainsAny(Special))
            csv.Append(cell);
        else
            csv.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
