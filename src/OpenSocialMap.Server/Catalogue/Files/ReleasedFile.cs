using System.Globalization;
using System.Text;

namespace OpenSocialMap.Server.Catalogue.Files;

/// <summary>The release's own file again, byte for byte: its SHA-256 is the release's checksum, so whoever has it can prove which release it is.</summary>
internal sealed class ReleasedFile(Edition edition) : FileWriter(edition)
{
    private readonly StringBuilder _csv = new();

    public override void Begin() => _csv.Append("indicator,area,area_year,time_period,breakdown,value,obs_status,conf_status,note,source,locator,stated_on\n");

    public override void Write(Figure figure) => CsvText.AppendRow(_csv,
    [
        figure.Indicator, figure.Area, figure.AreaYear?.ToString(CultureInfo.InvariantCulture), figure.TimePeriod, figure.Breakdown,
        figure.Value is { } value ? FigureNumbers.Plain(value) : null, figure.Status.Code, figure.ConfidentialityCode,
        figure.Note, figure.Source, figure.Locator, figure.StatedOn,
    ]);

    public override void End()
    {
    }

    public override void Flush() => Send(_csv);
}
