using System.Text.Json;

namespace OpenSocialMap.Server.Feeds;

/// <summary>An agenda as points on a map: one feature for each time that something takes place. https://www.rfc-editor.org/rfc/rfc7946</summary>
internal sealed class GeoJsonFeed : FeedWriter
{
    private readonly Utf8JsonWriter _json;

    public GeoJsonFeed(Feed feed) : base(feed) => _json = new Utf8JsonWriter(Output, JsonLdFeed.Readable);

    public override void Begin()
    {
        _json.WriteStartObject();
        _json.WriteString("type"u8, "FeatureCollection");
        _json.WriteString("title"u8, Feed.Title);
        _json.WriteStartArray("features"u8);
    }

    public override void Write(JsonElement occurrence)
    {
        _json.WriteStartObject();
        _json.WriteString("type"u8, "Feature");
        _json.WritePropertyName("id"u8);
        occurrence.GetProperty("id").WriteTo(_json);
        _json.WritePropertyName("geometry"u8);
        occurrence.GetProperty("location").WriteTo(_json);
        _json.WriteStartObject("properties"u8);
        foreach (var property in occurrence.EnumerateObject().Where(property => property.Name is not ("id" or "location")))
            property.WriteTo(_json);
        _json.WriteString("schedule"u8, FeedSchedules.Tell(ReadActivity(occurrence.GetProperty("activity")), Feed.IsEnglish));
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    public override void End(string? next)
    {
        _json.WriteEndArray();
        _json.WriteStartArray("links"u8);
        Link("self", Feed.At(FeedFormat.GeoJson));
        if (next is not null)
            Link("next", next);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    public override void Flush() => _json.Flush();

    protected override void Dispose(bool disposing)
    {
        _json.Dispose();
        base.Dispose(disposing);
    }

    private void Link(string relation, string address)
    {
        _json.WriteStartObject();
        _json.WriteString("rel"u8, relation);
        _json.WriteString("href"u8, address);
        _json.WriteString("type"u8, FeedFormat.GeoJson.MediaType);
        _json.WriteEndObject();
    }
}
