using System.Globalization;
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OpenSocialMap.Server.Catalogue.Files;

/// <summary>The parts that a workbook consists of, each written once and in turn. ECMA-376, part 2 (packages) and part 1, 18 (spreadsheets).</summary>
internal sealed class SpreadsheetParts(Package package)
{
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const uint AsText = 49;
    private const uint FirstOwnFormat = 164;

    private readonly List<string> _sheets = [];

    public SheetWriter BeginSheet(string name, IReadOnlyList<int> widths)
    {
        _sheets.Add(name);
        return new SheetWriter(Begin(SheetPath(_sheets.Count), "worksheet"), widths);
    }

    public void WriteStyles()
    {
        using var stream = Begin("xl/styles.xml", "styles");
        using var xml = OpenXmlWriter.Create(stream);
        var decimals = Enumerable.Range(0, CellStyle.MostDecimals + 1).ToList();
        xml.WriteElement(new Stylesheet(
            new NumberingFormats(decimals.Select(some => new NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)some, FormatCode = some == 0 ? "#,##0" : $"#,##0.{new string('0', some)}" })),
            new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
            [
                new CellFormat(),
                new CellFormat { NumberFormatId = AsText, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = AsText, ApplyNumberFormat = true, FontId = 1, ApplyFont = true },
                new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { NumberFormatId = AsText, ApplyNumberFormat = true, ApplyAlignment = true },
                .. decimals.Select(some => new CellFormat { NumberFormatId = FirstOwnFormat + (uint)some, ApplyNumberFormat = true }),
            ])));
    }

    public void WriteWorkbook()
    {
        var path = new Uri("/xl/workbook.xml", UriKind.Relative);
        var part = package.CreatePart(path, $"{Types}sheet.main+xml", CompressionOption.Normal);
        using (var stream = part.GetStream(FileMode.Create, FileAccess.Write))
        using (var xml = OpenXmlWriter.Create(stream))
            xml.WriteElement(new Workbook(new Sheets(_sheets.Select((name, index) => new Sheet { Name = name, SheetId = (uint)index + 1, Id = Id(index + 1) }))));
        for (var number = 1; number <= _sheets.Count; number++)
            part.CreateRelationship(new Uri($"/{SheetPath(number)}", UriKind.Relative), TargetMode.Internal, $"{Relations}worksheet", Id(number));
        part.CreateRelationship(new Uri("/xl/styles.xml", UriKind.Relative), TargetMode.Internal, $"{Relations}styles", "styles");
        package.CreateRelationship(path, TargetMode.Internal, $"{Relations}officeDocument", "workbook");
    }

    private Stream Begin(string path, string type) =>
        package.CreatePart(new Uri($"/{path}", UriKind.Relative), $"{Types}{type}+xml", CompressionOption.Fast).GetStream(FileMode.Create, FileAccess.Write);

    private static string SheetPath(int number) => string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{number}.xml");

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"sheet{number}");
}
