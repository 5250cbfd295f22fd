using OpenSocialMap.Data.Figures;
using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Server.Catalogue.Files;

/// <summary>The release's own file again, byte for byte: its SHA-256 is the release's checksum, so whoever has it can prove which release it is.</summary>
internal sealed class ReleasedFile(Edition edition) : FileWriter(edition)
{
    private ReleaseFileWriter? _file;

    public override void Begin() => _file = new ReleaseFileWriter(Output);

    public override void Write(Figure figure)
    {
        SdmxCode.TryReadStatus(figure.Status.Code, out var status);
        _file!.Write(new ReleaseRow(
            figure.Indicator, figure.Area, figure.AreaYear, figure.TimePeriod, figure.Breakdown, figure.Value, status,
            figure.ConfidentialityCode == "C" ? Confidentiality.Confidential : Confidentiality.Free,
            figure.Note, figure.Source!, figure.Locator, figure.StatedOn!));
    }

    public override void End()
    {
    }

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        _file?.Dispose();
        base.Dispose(disposing);
    }
}
