using System.Text;
using System.Text.Json;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.Server.Tests.RandomDocuments;

/// <summary>A value for an argument, which can be written into a document as a literal or into the variables as JSON.</summary>
internal abstract record Given(SchemaType Type)
{
    public abstract void WriteLiteral(StringBuilder text, Func<Given, string?> replace);

    public abstract void WriteJson(StringBuilder text);

    /// <summary>Writes the value, or what <paramref name="replace"/> puts in its place.</summary>
    public void Write(StringBuilder text, Func<Given, string?> replace)
    {
        if (replace(this) is { } other)
            text.Append(other);
        else
            WriteLiteral(text, replace);
    }

    public string Json()
    {
        var text = new StringBuilder();
        WriteJson(text);
        return text.ToString();
    }
}

/// <summary>A scalar, an enum value or null.</summary>
internal sealed record GivenLeaf(SchemaType Type, string Literal, string JsonText) : Given(Type)
{
    /// <summary>A value whose literal is its JSON, but for the quotes round the keys of objects and round enum values.</summary>
    public static GivenLeaf Of(SchemaType type, string json)
    {
        using var parsed = JsonDocument.Parse(json);
        var text = new StringBuilder();
        WriteLiteral(text, parsed.RootElement);
        return new GivenLeaf(type, text.ToString(), json);
    }

    public static GivenLeaf Enum(SchemaType type, string value) => new(type, value, $"\"{value}\"");

    private static void WriteLiteral(StringBuilder text, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Array:
                text.Append('[').AppendJoin(' ', json.EnumerateArray().Select(LiteralOf)).Append(']');
                break;
            case JsonValueKind.Object:
                text.Append('{').AppendJoin(' ', json.EnumerateObject().Select(p => $"{p.Name}:{LiteralOf(p.Value)}")).Append('}');
                break;
            default:
                text.Append(json.GetRawText());
                break;
        }
    }

    private static string LiteralOf(JsonElement json)
    {
        var text = new StringBuilder();
        WriteLiteral(text, json);
        return text.ToString();
    }

    public override void WriteLiteral(StringBuilder text, Func<Given, string?> replace) => text.Append(Literal);

    public override void WriteJson(StringBuilder text) => text.Append(JsonText);
}

internal sealed record GivenList(SchemaType Type, IReadOnlyList<Given> Items) : Given(Type)
{
    public override void WriteLiteral(StringBuilder text, Func<Given, string?> replace)
    {
        text.Append('[');
        foreach (var item in Items)
        {
            item.Write(text, replace);
            text.Append(' ');
        }
        text.Append(']');
    }

    public override void WriteJson(StringBuilder text)
    {
        text.Append('[');
        for (var i = 0; i < Items.Count; i++)
        {
            text.Append(i == 0 ? "" : ",");
            Items[i].WriteJson(text);
        }
        text.Append(']');
    }
}

internal sealed record GivenObject(SchemaType Type, IReadOnlyList<(string Name, Given Value)> Fields) : Given(Type)
{
    public override void WriteLiteral(StringBuilder text, Func<Given, string?> replace)
    {
        text.Append('{');
        foreach (var (name, value) in Fields)
        {
            text.Append(name).Append(": ");
            value.Write(text, replace);
            text.Append(' ');
        }
        text.Append('}');
    }

    public override void WriteJson(StringBuilder text)
    {
        text.Append('{');
        for (var i = 0; i < Fields.Count; i++)
        {
            text.Append(i == 0 ? "" : ",").Append('"').Append(Fields[i].Name).Append("\":");
            Fields[i].Value.WriteJson(text);
        }
        text.Append('}');
    }
}
