using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Types;

/// <summary>
/// A GraphQL literal as JSON, so that a scalar needs one way of reading: enum values become strings, numbers keep their digits.
/// </summary>
public static class LiteralJson
{
    public static JsonElement Of(ValueNode literal)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, literal);
        }
        // The parser has already limited the nesting, and further than a reader's default.
        return JsonElement.Parse(buffer.WrittenSpan, new JsonDocumentOptions { MaxDepth = ParserLimits.Trusted.MaxDepth + 1 });
    }

    private static void Write(Utf8JsonWriter json, ValueNode literal)
    {
        switch (literal)
        {
            case IntValue number:
                json.WriteRawValue(number.Text);
                break;
            case FloatValue number:
                json.WriteRawValue(number.Text);
                break;
            case StringValue text:
                json.WriteStringValue(text.Value);
                break;
            case EnumValue member:
                json.WriteStringValue(member.Value);
                break;
            case BooleanValue truth:
                json.WriteBooleanValue(truth.Value);
                break;
            case NullValue:
                json.WriteNullValue();
                break;
            case ListValue list:
                json.WriteStartArray();
                foreach (var item in list.Items) Write(json, item);
                json.WriteEndArray();
                break;
            case ObjectValue map:
                json.WriteStartObject();
                foreach (var entry in map.Fields)
                {
                    json.WritePropertyName(entry.Name.Value);
                    Write(json, entry.Value);
                }
                json.WriteEndObject();
                break;
            default:
                throw new UnreachableException($"A literal without variables can't be {literal.GetType().Name}.");
        }
    }
}
