using Microsoft.Net.Http.Headers;

namespace OpenSocialMap.Server.Catalogue.Files;

/// <summary>A file in which the figures of a release can be had.</summary>
/// <param name="Name">What its address ends with, in every release.</param>
/// <param name="Accept">What a client that wants this one names in Accept.</param>
/// <param name="ContentType">What it is said to be when it is sent.</param>
/// <param name="IsOfReleaseAlone">Whether it holds nothing but what the release itself says, so that it is the same for ever.</param>
internal sealed record FileFormat(string Name, string Accept, string ContentType, bool IsOfReleaseAlone, string Dutch, string English)
{
    public static readonly FileFormat Csv = new("observations.csv", "text/csv", "text/csv; charset=utf-8; header=present", true,
        "Tabel voor R, Python en andere programma's: een kolom per dimensie, codes als tekst, decimale punt, UTF-8.",
        "Table for R, Python and other programs: a column for each dimension, codes as text, decimal point, UTF-8.");

    public static readonly FileFormat Spreadsheet = new("observations.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false,
        "Werkmap voor Excel en LibreOffice, met bladen voor de uitleg van cijfers en kolommen.",
        "Workbook for Excel and LibreOffice, with sheets that explain figures and columns.");

    public static readonly FileFormat Sdmx = new("observations.sdmx.csv", "application/vnd.sdmx.data+csv", "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8", true,
        "SDMX-CSV 2.0, voor programma's van statistiekbureaus.",
        "SDMX-CSV 2.0, for the programs of statistical offices.");

    public static readonly FileFormat Json = new("observations.json", "application/json", "application/json; charset=utf-8", false,
        "JSON, met namen en uitleg erbij.",
        "JSON, with names and definitions.");

    public static readonly FileFormat GeoJson = new("observations.geojson", "application/geo+json", "application/geo+json; charset=utf-8", false,
        "Gebieden met hun grenzen en cijfers, voor QGIS en andere kaartprogramma's.",
        "Areas with their outlines and figures, for QGIS and other map programs.");

    public static readonly FileFormat Metadata = new("observations.csv-metadata.json", "application/csvm+json", "application/csvm+json; charset=utf-8", false,
        "Uitleg van observations.csv voor programma's (CSV on the Web).",
        "Description of observations.csv for programs (CSV on the Web).");

    public static readonly FileFormat Released = new("release.csv", "text/csv", "text/csv; charset=utf-8; header=present", true,
        "Het bestand zoals het is vrijgegeven. De SHA-256 van dit bestand is de controlesom van de release.",
        "The file as it was released. The SHA-256 of this file is the checksum of the release.");

    public static readonly FileFormat Readme = new("README.md", "text/markdown", "text/markdown; charset=utf-8", false,
        "Uitleg van alle bestanden en kolommen, om te lezen.",
        "All files and columns explained, to read.");

    /// <summary>In the order in which a page lists them and in which they are preferred when a client takes several alike.</summary>
    public static readonly IReadOnlyList<FileFormat> All = [Csv, Spreadsheet, Sdmx, Json, GeoJson, Metadata, Released, Readme];

    /// <summary>Whether it tells about the figures and has none.</summary>
    public bool IsText => this == Metadata || this == Readme;

    public string In(bool isEnglish) => isEnglish ? English : Dutch;

    public static FileFormat? Of(string name) => All.FirstOrDefault(format => format.Name == name);

    /// <summary>
    /// What a client likes best of the page (null in the tuple) and the files; Found is false when it takes none of them. https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1
    /// </summary>
    public static (bool Found, FileFormat? Format) Choose(IList<string> accept)
    {
        if (!MediaTypeHeaderValue.TryParseList(accept, out var taken) || taken.Count == 0)
            return (true, null);
        FileFormat?[] offered = [null, .. All];
        var best = offered.Select(format => (Format: format, Quality: Quality(format?.Accept ?? "text/html", taken))).MaxBy(choice => choice.Quality);
        return (best.Quality > 0, best.Format);
    }

    /// <summary>How much a client likes a media type: the most specific range that covers it decides.</summary>
    public static double Quality(string mediaType, IList<MediaTypeHeaderValue> taken)
    {
        var (type, subtype) = (mediaType.Split('/')[0], mediaType.Split('/')[1]);
        var range = taken.FirstOrDefault(range => range.Type == type && range.SubType == subtype)
            ?? taken.FirstOrDefault(range => range.Type == type && range.MatchesAllSubTypes)
            ?? taken.FirstOrDefault(range => range.MatchesAllTypes);
        return range is null ? 0 : range.Quality ?? 1;
    }
}
