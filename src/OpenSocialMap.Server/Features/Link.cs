using System.Text.Json;

namespace OpenSocialMap.Server.Features;

/// <summary>A link from one resource to another. https://docs.ogc.org/is/17-069r4/17-069r4.html#_link_headers</summary>
internal sealed record Link(string Href, string Relation, string Type, string Title)
{
    public const string Json = "application/json";
    public const string GeoJson = "application/geo+json";

    public static void Write(Utf8JsonWriter json, params ReadOnlySpan<Link> links)
    {
        json.WriteStartArray("links"u8);
        foreach (var link in links)
        {
            json.WriteStartObject();
            json.WriteString("href"u8, link.Href);
            json.WriteString("rel"u8, link.Relation);
            json.WriteString("type"u8, link.Type);
            json.WriteString("title"u8, link.Title);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
