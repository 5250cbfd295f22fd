using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace OpenSocialMap.GraphQL.Types;

/// <summary>A JSON value as an error message quotes it: on one line, two levels deep, ten items and some eighty characters long at most.</summary>
public static class QuotedJson
{
    private const int MaxDepth = 2;
    private const int MaxItems = 10;

    public static string Of(JsonElement json)
    {
        var text = new StringBuilder();
        Write(text, json, 0);
        return Excerpt.Of(text.ToString());
    }

    /// <summary>
    /// The name of a property. JSON's grammar allows half of a surrogate pair in it, and a reader bytes that are no UTF-8: neither is
    /// text, both would throw, and no name of GraphQL needs an escape beyond U+D000; such a name is shown as one sign.
    /// </summary>
    internal static string NameOf(JsonProperty property)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        return Utf8.IsValid(raw) && raw.IndexOf("\\ud"u8) < 0 && raw.IndexOf("\\uD"u8) < 0 ? property.Name : "\uFFFD";
    }

    private static void Write(StringBuilder text, JsonElement json, int depth)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                text.Append(QuotedString(json));
                break;
            case JsonValueKind.Object:
                WriteObject(text, json, depth);
                break;
            case JsonValueKind.Array:
                WriteArray(text, json, depth);
                break;
            default:
                text.Append(json.GetRawText());
                break;
        }
    }

    private static string QuotedString(JsonElement json)
    {
        var raw = Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(json));
        return raw.Contains('\\') && ScalarCoercion.TextOf(json) is { } text
            ? $"\"{string.Concat(text.Select(Shown))}\""
            : raw;
    }

    private static string Shown(char c) => c is < ' ' or '"' or '\\' ? JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(c.ToString()) : c.ToString();

    private static void WriteObject(StringBuilder text, JsonElement json, int depth)
    {
        if (depth >= MaxDepth && json.GetPropertyCount() > 0)
        {
            text.Append("[Object]");
            return;
        }
        var before = "{ ";
        foreach (var property in json.EnumerateObject())
        {
            text.Append(before).Append(NameOf(property)).Append(": ");
            Write(text, property.Value, depth + 1);
            before = ", ";
            // The rest would be cut off: a large object in fifty errors would cost fifty times its size.
            if (Excerpt.IsFull(text)) return;
        }
        text.Append(before == ", " ? " }" : "{}");
    }

    private static void WriteArray(StringBuilder text, JsonElement json, int depth)
    {
        var count = json.GetArrayLength();
        if (depth >= MaxDepth && count > 0)
        {
            text.Append("[Array]");
            return;
        }
        var before = "";
        text.Append('[');
        foreach (var item in json.EnumerateArray().Take(MaxItems))
        {
            text.Append(before);
            Write(text, item, depth + 1);
            before = ", ";
        }
        if (count == MaxItems + 1) text.Append(", ... 1 more item");
        if (count > MaxItems + 1) text.Append(", ... ").Append(count - MaxItems).Append(" more items");
        text.Append(']');
    }
}
