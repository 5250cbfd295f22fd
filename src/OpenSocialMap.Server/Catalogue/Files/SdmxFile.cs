using System.Globalization;
using System.Text;

namespace OpenSocialMap.Server.Catalogue.Files;

/// <summary>
/// The figures as SDMX-CSV 2.0: a row for each observation, dimensions, then the measure, then attributes. <c>_T</c> is SDMX's code for a total.
/// https://github.com/sdmx-twg/sdmx-csv/blob/master/data-message/docs/sdmx-csv-field-guide.md
/// </summary>
internal sealed class SdmxFile(Edition edition) : FileWriter(edition)
{
    public const string Agency = "OPENSOCIALMAP";
    private const string Total = "_T";

    private readonly StringBuilder _csv = new();

    private readonly Dictionary<string, Indicator> _indicators = edition.Dataset.Indicators.ToDictionary(indicator => indicator.Code);

    private readonly string _structure = string.Create(CultureInfo.InvariantCulture, $"{Agency}:{Id(edition.Dataset.Slug)}({edition.Release.Number}.0.0)");

    /// <summary>An identifier of SDMX has letters, digits and underscores, and those of components are in capitals by custom.</summary>
    public static string Id(string code) => code.ToUpperInvariant().Replace('-', '_');

    public override void Begin() => CsvText.AppendRow(_csv,
    [
        "STRUCTURE", "STRUCTURE_ID", "ACTION",
        "INDICATOR", "REF_AREA", .. Edition.Dataset.Dimensions.Select(dimension => Id(dimension.Code)), "TIME_PERIOD",
        "OBS_VALUE",
        "AREA_YEAR", "UNIT_MEASURE", "DECIMALS", "OBS_STATUS", "CONF_STATUS", "COMMENT_OBS", "SOURCE", "SOURCE_PLACE", "STATED_ON",
    ]);

    public override void Write(Figure figure)
    {
        var indicator = _indicators[figure.Indicator];
        CsvText.AppendRow(_csv,
        [
            "dataflow", _structure, "I",
            figure.Indicator, figure.Area, .. Edition.Dataset.Dimensions.Select(dimension => figure.CategoryOf(dimension.Code) ?? Total), figure.TimePeriod,
            figure.Value is { } value ? FigureNumbers.Plain(value) : null,
            figure.AreaYear?.ToString(CultureInfo.InvariantCulture), indicator.Unit, indicator.Decimals.ToString(CultureInfo.InvariantCulture),
            figure.Status.Code, figure.ConfidentialityCode,
            CsvText.Harmless(figure.Note), CsvText.Harmless(figure.Source), CsvText.Harmless(figure.Locator), figure.StatedOn,
        ]);
    }

    public override void End()
    {
    }

    public override void Flush() => Send(_csv);
}
