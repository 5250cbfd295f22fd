using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OpenSocialMap.Server.Catalogue.Files;

/// <summary>A sheet of a workbook that is being written, row by row. A text is a text in it, whatever it begins with: no cell is ever a formula.</summary>
internal sealed class SheetWriter : IDisposable
{
    private readonly Stream _stream;
    private readonly OpenXmlWriter _xml;
    private readonly int _columns;
    private int _rows;
    private bool _isEnded;
    private bool _isFiltered;

    /// <param name="stream">Where it goes.</param>
    /// <param name="widths">Of its columns, in characters.</param>
    public SheetWriter(Stream stream, IReadOnlyList<int> widths)
    {
        _stream = stream;
        _columns = widths.Count;
        _xml = OpenXmlWriter.Create(stream);
        _xml.WriteStartElement(new Worksheet());
        _xml.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        _xml.WriteElement(new Columns(widths.Select((width, index) => new DocumentFormat.OpenXml.Spreadsheet.Column
        {
            Min = (uint)index + 1, Max = (uint)index + 1, Width = width, CustomWidth = true,
        })));
        _xml.WriteStartElement(new SheetData());
    }

    public void Head(IEnumerable<string> names) => Row([.. names.Select(name => new CellContent(name, CellStyle.Heading))]);

    public void Row(IReadOnlyList<CellContent> cells)
    {
        _rows++;
        _xml.WriteStartElement(new Row { RowIndex = (uint)_rows });
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Number is { } number)
                _xml.WriteElement(new Cell(new CellValue(number.ToString(CultureInfo.InvariantCulture))) { CellReference = Reference(i), StyleIndex = cells[i].Style });
            else if (cells[i].Text is { Length: > 0 } text)
                _xml.WriteElement(new Cell(new InlineString(new Text(Allowed(text)) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = Reference(i), DataType = CellValues.InlineString, StyleIndex = cells[i].Style });
        }
        _xml.WriteEndElement();
    }

    /// <summary>Gives the names above the columns a button to filter by.</summary>
    public void Filter() => _isFiltered = true;

    public void Dispose()
    {
        if (_isEnded)
            return;
        _isEnded = true;
        _xml.WriteEndElement();
        if (_isFiltered)
            _xml.WriteElement(new AutoFilter { Reference = string.Create(CultureInfo.InvariantCulture, $"A1:{Letter(_columns - 1)}{_rows}") });
        _xml.WriteEndElement();
        _xml.Close();
        _xml.Dispose();
        _stream.Dispose();
    }

    private string Reference(int column) => string.Create(CultureInfo.InvariantCulture, $"{Letter(column)}{_rows}");

    private static string Letter(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letter(column / 26 - 1) + Letter(column % 26);

    /// <summary>XML has no control characters, and a cell of Excel ends at 32,767.</summary>
    private static string Allowed(string text)
    {
        var allowed = new string([.. text.EnumerateRunes().Where(rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value)).SelectMany(rune => rune.ToString())]);
        return allowed.Length <= 32_767 ? allowed : allowed[..32_767];
    }
}

/// <summary>What stands in a cell: a text, or a number with as many decimals as say something.</summary>
internal readonly record struct CellContent(string? Text, decimal? Number, uint Style)
{
    public CellContent(string? text, uint style = CellStyle.Text) : this(text, null, style)
    {
    }

    /// <param name="decimals">Null for a number that is no amount, such as a year.</param>
    public CellContent(decimal? number, int? decimals) : this(null, number, decimals is { } some ? CellStyle.Amount(some) : CellStyle.Plain)
    {
    }
}

/// <summary>Where a style stands among those of <see cref="SpreadsheetParts.WriteStyles"/>.</summary>
internal static class CellStyle
{
    public const uint Plain = 0;
    public const uint Text = 1;
    public const uint Heading = 2;
    public const uint Wrapped = 3;
    public const int MostDecimals = 6;

    public static uint Amount(int decimals) => 4 + (uint)Math.Clamp(decimals, 0, MostDecimals);
}
