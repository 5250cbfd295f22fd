using System.Text.Json;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.Server.GraphQL.Scalars;

/// <summary>A scalar that is written as a string and read by one function, which yields null for what it can't read.</summary>
/// <param name="example">How a value looks, for the error.</param>
internal sealed class TextScalar(string name, string example, Func<string, object?> read) : ScalarCoercion
{
    public override string? FromJson(JsonElement json, out object? value)
    {
        value = json.ValueKind == JsonValueKind.String && TextOf(json) is { } text ? read(text) : null;
        return value is null ? $"{name} must be a string such as \"{example}\"." : null;
    }
}

/// <summary>A scalar that only answers carry; no argument of the schema takes it.</summary>
internal sealed class OutputScalar(string name) : ScalarCoercion
{
    public override string? FromJson(JsonElement json, out object? value)
    {
        value = null;
        return $"{name} can't be given as input.";
    }
}
