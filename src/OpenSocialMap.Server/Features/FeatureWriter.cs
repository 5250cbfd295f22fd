using System.Text.Json;

namespace OpenSocialMap.Server.Features;

/// <summary>Writes items of the public schema as GeoJSON features: the geometry for itself, everything else as properties. https://www.rfc-editor.org/rfc/rfc7946#section-3.2</summary>
internal static class FeatureWriter
{
    public static void Write(Utf8JsonWriter json, Layer layer, JsonElement item)
    {
        json.WriteStartObject();
        Members(json, layer, item);
        json.WriteEndObject();
    }

    /// <summary>The members of a feature, for who adds some of his own.</summary>
    public static void Members(Utf8JsonWriter json, Layer layer, JsonElement item)
    {
        json.WriteString("type"u8, "Feature");
        json.WritePropertyName("id"u8);
        item.GetProperty("id").WriteTo(json);
        json.WritePropertyName("geometry"u8);
        item.GetProperty(layer.Geometry).WriteTo(json);
        json.WriteStartObject("properties"u8);
        foreach (var property in item.EnumerateObject())
        {
            if (property.Name != "id" && property.Name != layer.Geometry)
                property.WriteTo(json);
        }
        json.WriteEndObject();
    }
}
