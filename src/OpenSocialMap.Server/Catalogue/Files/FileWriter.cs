using System.Text;

namespace OpenSocialMap.Server.Catalogue.Files;

/// <summary>Writes the figures of a release in one format; what it has written is sent and forgotten after each page, so that no release is ever in memory as a whole.</summary>
internal abstract class FileWriter(Edition edition) : IDisposable
{
    protected Edition Edition => edition;

    /// <summary>What has been written since it was last sent.</summary>
    public MemoryStream Output { get; } = new();

    /// <summary>Whether it wants all figures of an area together.</summary>
    public virtual bool IsByArea => false;

    public static FileWriter Of(FileFormat format, Edition edition) => format.Name switch
    {
        "observations.csv" => new CsvFile(edition),
        "observations.sdmx.csv" => new SdmxFile(edition),
        "observations.json" => new JsonFile(edition),
        "observations.geojson" => new GeoJsonFile(edition),
        "observations.xlsx" => new SpreadsheetFile(edition),
        _ => new ReleasedFile(edition),
    };

    public abstract void Begin();

    public abstract void Write(Figure figure);

    /// <summary>Of a file by area: what comes next is of this area.</summary>
    public virtual void BeginArea(AreaOutline area)
    {
    }

    public abstract void End();

    /// <summary>Puts what is still in the hands of a writer into the output.</summary>
    public abstract void Flush();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Output.Dispose();

    protected void Send(StringBuilder text)
    {
        foreach (var chunk in text.GetChunks())
            Output.Write(Encoding.UTF8.GetBytes(chunk.ToArray()));
        text.Clear();
    }
}

/// <summary>An area as a map has it.</summary>
/// <param name="Outline">As GeoJSON; null when no outline is known.</param>
internal sealed record AreaOutline(string Code, string Name, int? Year, string Level, string? Outline);
