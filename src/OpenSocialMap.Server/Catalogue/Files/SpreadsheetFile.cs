using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OpenSocialMap.Server.Catalogue.Files;

/// <summary>
/// The figures as a workbook: a sheet to read first, one with definitions, one that explains the columns, and the figures themselves. It is written
/// forward, row by row, because the usual way of the library keeps a whole workbook in memory.
/// </summary>
internal sealed class SpreadsheetFile : FileWriter
{
    /// <summary>As many rows as a sheet of Excel can hold, without that of the names.</summary>
    public const int MostFigures = 1_048_575;

    private readonly ForwardStream _target;
    private readonly Package _package;
    private readonly IReadOnlyList<Column> _columns;
    private readonly Dictionary<string, int> _decimals;
    private readonly SpreadsheetParts _parts;
    private SheetWriter? _figures;

    public SpreadsheetFile(Edition edition) : base(edition)
    {
        _target = new ForwardStream(Output);
        _package = Package.Open(_target, FileMode.Create, FileAccess.Write);
        _parts = new SpreadsheetParts(_package);
        _columns = [.. Column.Of(edition.Dataset)];
        _decimals = edition.Dataset.Indicators.ToDictionary(indicator => indicator.Code, indicator => indicator.Decimals);
    }

    public override void Begin()
    {
        _parts.WriteStyles();
        using (var sheet = _parts.BeginSheet(Edition.IsEnglish ? "Read me" : "Lees mij", [110]))
        {
            foreach (var line in ReadmeFile.Lines(Edition))
                sheet.Row([new(line.Text, line.IsHeading ? CellStyle.Heading : CellStyle.Wrapped)]);
        }
        WriteDefinitions();
        using (var sheet = _parts.BeginSheet(Edition.IsEnglish ? "Columns" : "Kolommen", [18, 26, 100]))
        {
            sheet.Head(Edition.IsEnglish ? ["column", "name", "meaning"] : ["kolom", "naam", "betekenis"]);
            foreach (var column in _columns)
                sheet.Row([new(column.Name), new(column.TitleIn(Edition.IsEnglish)), new(column.In(Edition.IsEnglish), CellStyle.Wrapped)]);
        }
        _figures = _parts.BeginSheet(Edition.IsEnglish ? "Figures" : "Cijfers", [30, 12, 26, 10, 12, .. _columns.Skip(4).Select(_ => 16)]);
        _figures.Head([_columns[0].Name, _columns[1].Name, "area_name", .. _columns.Skip(2).Select(column => column.Name)]);
    }

    public override void Write(Figure figure) => _figures!.Row(
    [
        new(figure.Indicator),
        new(figure.Area),
        new(figure.AreaName),
        .. _columns.Skip(2).Select(column => column.Name switch
        {
            "value" => new CellContent(figure.Value, _decimals[figure.Indicator]),
            "area_year" => new CellContent(figure.AreaYear, null),
            _ => new CellContent(column.Read(figure)),
        }),
    ]);

    public override void End()
    {
        _figures!.Filter();
        _figures.Dispose();
        _parts.WriteWorkbook();
        ((IDisposable)_package).Dispose();
    }

    public override void Flush()
    {
    }

    private void WriteDefinitions()
    {
        using var sheet = _parts.BeginSheet(Edition.IsEnglish ? "Definitions" : "Definities", [30, 40, 90, 18, 12, 20, 24, 24, 40]);
        sheet.Head(Edition.IsEnglish
            ? ["indicator", "name", "definition", "unit", "decimals", "counting unit", "numerator", "denominator", "in the key figures of CBS"]
            : ["indicator", "naam", "definitie", "eenheid", "decimalen", "teleenheid", "teller", "noemer", "in de kerncijfers van het CBS"]);
        foreach (var indicator in Edition.Dataset.Indicators)
        {
            sheet.Row(
            [
                new(indicator.Code), new(indicator.NameIn(Edition.IsEnglish), CellStyle.Wrapped), new(indicator.DescriptionIn(Edition.IsEnglish), CellStyle.Wrapped),
                new(FigureNumbers.Unit(indicator.Unit, Edition.IsEnglish)), new(indicator.Decimals, 0), new(indicator.CountingUnit), new(indicator.Numerator),
                new(indicator.Denominator), new(indicator.CbsEquivalent),
            ]);
        }
    }

    protected override void Dispose(bool disposing)
    {
        _figures?.Dispose();
        _target.Dispose();
        base.Dispose(disposing);
    }
}
