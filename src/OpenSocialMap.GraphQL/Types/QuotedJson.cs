using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenSocialMap.GraphQL.Types;

/// <summary>A JSON value as an error message quotes it: on one line, two levels deep and ten items long at most.</summary>
public static class QuotedJson
{
    private const int MaxDepth = 2;
    private const int MaxItems = 10;

    public static string Of(JsonElement json) => Of(json, 0);

    private static string Of(JsonElement json, int depth) => json.ValueKind switch
    {
        JsonValueKind.String => QuotedString(json),
        JsonValueKind.Object => OfObject(json, depth),
        JsonValueKind.Array => OfArray(json, depth),
        _ => json.GetRawText(),
    };

    private static string QuotedString(JsonElement json)
    {
        var raw = json.GetRawText();
        return raw.Contains('\\') && ScalarCoercion.TextOf(json) is { } text
            ? $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\""
            : raw;
    }

    private static string OfObject(JsonElement json, int depth)
    {
        var entries = json.EnumerateObject().ToList();
        if (entries.Count == 0) return "{}";
        if (depth >= MaxDepth) return "[Object]";
        return $"{{ {string.Join(", ", entries.Select(entry => $"{entry.Name}: {Of(entry.Value, depth + 1)}"))} }}";
    }

    private static string OfArray(JsonElement json, int depth)
    {
        var count = json.GetArrayLength();
        if (count == 0) return "[]";
        if (depth >= MaxDepth) return "[Array]";
        var items = json.EnumerateArray().Take(MaxItems).Select(item => Of(item, depth + 1)).ToList();
        if (count == MaxItems + 1) items.Add("... 1 more item");
        if (count > MaxItems + 1) items.Add($"... {count - MaxItems} more items");
        return $"[{string.Join(", ", items)}]";
    }
}
