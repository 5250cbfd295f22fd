using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenSocialMap.Server.Catalogue.Files;

/// <summary>The figures as JSON, with the names and definitions that they need.</summary>
internal sealed class JsonFile : FileWriter
{
    public static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Utf8JsonWriter _json;

    public JsonFile(Edition edition) : base(edition) => _json = new Utf8JsonWriter(Output, Readable);

    public override void Begin()
    {
        _json.WriteStartObject();
        WriteHead(_json, Edition);
        _json.WriteStartArray("observations"u8);
    }

    public override void Write(Figure figure)
    {
        _json.WriteStartObject();
        _json.WriteString("indicator"u8, figure.Indicator);
        _json.WriteString("area"u8, figure.Area);
        _json.WriteString("areaName"u8, figure.AreaName);
        if (figure.AreaYear is { } year)
            _json.WriteNumber("areaYear"u8, year);
        _json.WriteString("timePeriod"u8, figure.TimePeriod);
        if (figure.Breakdown.Length > 0)
        {
            _json.WriteStartObject("breakdown"u8);
            foreach (var dimension in Edition.Dataset.Dimensions)
            {
                if (figure.CategoryOf(dimension.Code) is { } category)
                    _json.WriteString(dimension.Code, category);
            }
            _json.WriteEndObject();
        }
        WriteValue(_json, figure);
        _json.WriteString("confidentiality"u8, figure.Confidentiality);
        WriteOptional("note", figure.Note);
        WriteOptional("source", figure.Source);
        WriteOptional("locator", figure.Locator);
        WriteOptional("statedOn", figure.StatedOn);
        _json.WriteEndObject();
    }

    public override void End()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    public override void Flush() => _json.Flush();

    /// <summary>What the file is of, and what its codes mean.</summary>
    public static void WriteHead(Utf8JsonWriter json, Edition edition)
    {
        json.WriteStartObject("dataset"u8);
        json.WriteString("slug"u8, edition.Dataset.Slug);
        json.WriteString("name"u8, edition.Dataset.Name);
        json.WriteString("uri"u8, edition.DatasetAddress);
        json.WriteString("licence"u8, edition.Dataset.Licence);
        json.WriteString("attribution"u8, edition.Dataset.Attribution);
        json.WriteEndObject();
        json.WriteStartObject("release"u8);
        json.WriteNumber("number"u8, edition.Release.Number);
        json.WriteString("publishedOn"u8, edition.Release.PublishedOn.ToString("O"));
        json.WriteString("checksum"u8, edition.Release.Checksum);
        json.WriteString("uri"u8, edition.Address);
        json.WriteString("readme"u8, edition.At(FileFormat.Readme.Name));
        json.WriteString("citation"u8, edition.Citation);
        json.WriteEndObject();
        json.WriteStartArray("indicators"u8);
        foreach (var indicator in edition.Dataset.Indicators)
        {
            json.WriteStartObject();
            json.WriteString("code"u8, indicator.Code);
            json.WriteString("name"u8, indicator.Name);
            json.WriteString("nameEnglish"u8, indicator.NameEnglish);
            json.WriteString("definition"u8, indicator.Description);
            json.WriteString("unit"u8, indicator.Unit);
            json.WriteNumber("decimals"u8, indicator.Decimals);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, Figure figure)
    {
        if (figure.Value is { } value)
            json.WriteNumber("value"u8, value);
        else
            json.WriteNull("value"u8);
        json.WriteString("status"u8, figure.Status.Name);
    }

    private void WriteOptional(string name, string? text)
    {
        if (text is not null)
            _json.WriteString(name, text);
    }

    protected override void Dispose(bool disposing)
    {
        _json.Dispose();
        base.Dispose(disposing);
    }
}
