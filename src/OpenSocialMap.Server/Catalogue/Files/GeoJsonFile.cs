using System.Text.Json;

namespace OpenSocialMap.Server.Catalogue.Files;

/// <summary>
/// The figures on the map: one feature for each area, with a property for each figure, as programs for maps want it: <c>INHABITANTS_2023</c>, and beside a
/// figure that is not just normal <c>INHABITANTS_2023_status</c>. https://www.rfc-editor.org/rfc/rfc7946
/// </summary>
internal sealed class GeoJsonFile : FileWriter
{
    private readonly Utf8JsonWriter _json;
    private readonly HashSet<string> _names = [];
    private bool _isInArea;

    public GeoJsonFile(Edition edition) : base(edition) => _json = new Utf8JsonWriter(Output, JsonFile.Readable);

    public override bool IsByArea => true;

    public override void Begin()
    {
        _json.WriteStartObject();
        _json.WriteString("type"u8, "FeatureCollection");
        JsonFile.WriteHead(_json, Edition);
        _json.WriteStartArray("features"u8);
    }

    public override void BeginArea(AreaOutline area)
    {
        EndArea();
        _isInArea = true;
        _json.WriteStartObject();
        _json.WriteString("type"u8, "Feature");
        _json.WriteString("id"u8, area.Code);
        if (area.Outline is { } outline)
        {
            _json.WritePropertyName("geometry"u8);
            _json.WriteRawValue(outline);
        }
        else
        {
            _json.WriteNull("geometry"u8);
        }
        _json.WriteStartObject("properties"u8);
        _json.WriteString("code"u8, area.Code);
        _json.WriteString("name"u8, area.Name);
        if (area.Year is { } year)
            _json.WriteNumber("year"u8, year);
        _json.WriteString("level"u8, area.Level);
    }

    public override void Write(Figure figure)
    {
        var name = Property(figure);
        // Sources that disagree have several figures of the same name; all are kept, by number.
        for (var number = 2; !_names.Add(name); number++)
            name = $"{Property(figure)}_{number}";
        if (figure.Value is { } value)
            _json.WriteNumber(name, value);
        else
            _json.WriteNull(name);
        if (figure.Status != FigureStatus.Normal)
            _json.WriteString($"{name}_status", figure.Status.Name);
    }

    public override void End()
    {
        EndArea();
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    public override void Flush() => _json.Flush();

    private static string Property(Figure figure) =>
        $"{figure.Indicator}_{figure.TimePeriod}{(figure.Breakdown.Length == 0 ? "" : $"_{figure.Breakdown.Replace('=', '_').Replace('|', '_')}")}";

    private void EndArea()
    {
        if (_isInArea)
        {
            _json.WriteEndObject();
            _json.WriteEndObject();
        }
        _isInArea = false;
        _names.Clear();
    }

    protected override void Dispose(bool disposing)
    {
        _json.Dispose();
        base.Dispose(disposing);
    }
}
