using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Planning;

namespace OpenSocialMap.GraphQL.Tests.Reference;

/// <summary>Values as JSON in a single spelling: fields by name, for input objects have no order, and numbers as the double that they are.</summary>
internal static class OneSpelling
{
    public static string Of(OperationDefinition operation, CoercedVariables variables)
    {
        var values = new List<KeyValuePair<string, object?>>();
        foreach (var definition in operation.Variables)
        {
            if (variables.TryGet(definition.Variable.Name.Value, out var value))
                values.Add(new(definition.Variable.Name.Value, value));
        }
        return Text(new InputObject(values));
    }

    public static string Of(JsonElement json) => Text(json);

    private static string Text(object? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null or JsonElement { ValueKind: JsonValueKind.Null }:
                text.Append("null");
                break;
            case bool or JsonElement { ValueKind: JsonValueKind.True or JsonValueKind.False }:
                text.Append(value.ToString()!.ToLowerInvariant());
                break;
            case int or double:
                // JSON.stringify knows no negative zero.
                text.Append((Convert.ToDouble(value, CultureInfo.InvariantCulture) + 0.0).ToString("R", CultureInfo.InvariantCulture));
                break;
            case JsonElement { ValueKind: JsonValueKind.Number } number:
                Write(text, number.GetDouble());
                break;
            case string written:
                text.Append(JsonSerializer.Serialize(written));
                break;
            case JsonElement { ValueKind: JsonValueKind.String } written:
                text.Append(JsonSerializer.Serialize(written.GetString()));
                break;
            case InputObject fields:
                WriteFields(text, fields.Fields);
                break;
            case JsonElement { ValueKind: JsonValueKind.Object } fields:
                WriteFields(text, fields.EnumerateObject().Select(f => new KeyValuePair<string, object?>(f.Name, f.Value)));
                break;
            case JsonElement { ValueKind: JsonValueKind.Array } items:
                WriteItems(text, items.EnumerateArray().Cast<object?>());
                break;
            case IReadOnlyList<object?> items:
                WriteItems(text, items);
                break;
            default:
                throw new ArgumentException($"A variable can't be a {value.GetType()}.");
        }
    }

    private static void WriteFields(StringBuilder text, IEnumerable<KeyValuePair<string, object?>> fields)
    {
        text.Append('{');
        foreach (var (name, value) in fields.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            text.Append('"').Append(name).Append("\":");
            Write(text, value);
            text.Append(' ');
        }
        text.Append('}');
    }

    private static void WriteItems(StringBuilder text, IEnumerable<object?> items)
    {
        text.Append('[');
        foreach (var item in items)
        {
            Write(text, item);
            text.Append(' ');
        }
        text.Append(']');
    }
}
