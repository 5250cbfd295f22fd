using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenSocialMap.Server.Feeds;

/// <summary>Reads a time on the clock as the public schema writes it, with or without seconds.</summary>
internal sealed class WallClockConverter : JsonConverter<TimeOnly>
{
    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeOnly.Parse(reader.GetString()!, CultureInfo.InvariantCulture);

    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("HH:mm:ss", CultureInfo.InvariantCulture));
}
