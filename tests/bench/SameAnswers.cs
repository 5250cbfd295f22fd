using System.Text;
using System.Text.Json;

namespace OpenSocialMap.Bench;

/// <summary>Sees to it that the compiled SQL and the hand-written SQL answer the same, for all variables: else there is nothing to compare.</summary>
internal static class SameAnswers
{
    public static async Task RequireAsync(Operation operation, ServerProcess ours, ServerProcess floor, CancellationToken cancellation)
    {
        using var client = new Client(ours.Port);
        using var other = new Client(floor.Port);
        await client.ConnectAsync(cancellation);
        await other.ConnectAsync(cancellation);
        foreach (var body in operation.Bodies)
        {
            var answer = await client.AskAsync(client.Request(Encoding.UTF8.GetBytes(body)), cancellation);
            var expected = await other.AskAsync(other.Request(Encoding.UTF8.GetBytes(body)), cancellation);
            using var json = JsonDocument.Parse(answer);
            using var expectedJson = JsonDocument.Parse(expected);
            if (Difference(json.RootElement, expectedJson.RootElement, "") is { } difference)
                throw new BenchException($"The answers to {operation.Name} differ. {difference}\nThe request: {body}");
        }
    }

    /// <summary>The path to the first difference and what stands there, or null.</summary>
    private static string? Difference(JsonElement a, JsonElement b, string path) => (a.ValueKind, b.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) when a.GetPropertyCount() == b.GetPropertyCount() => a.EnumerateObject()
            .Select(p => Difference(p.Value, b.TryGetProperty(p.Name, out var other) ? other : default, $"{path}.{p.Name}"))
            .FirstOrDefault(d => d is not null),
        (JsonValueKind.Array, JsonValueKind.Array) when a.GetArrayLength() == b.GetArrayLength() => a.EnumerateArray().Zip(b.EnumerateArray())
            .Select((pair, i) => Difference(pair.First, pair.Second, $"{path}[{i}]"))
            .FirstOrDefault(d => d is not null),
        _ when a.ValueKind == b.ValueKind && JsonElement.DeepEquals(a, b) => null,
        _ => $"At {path} ours is {Excerpt(a)}, the hand-written {Excerpt(b)}.",
    };

    private static string Excerpt(JsonElement json) =>
        json.ValueKind == JsonValueKind.Undefined ? "nothing" : json.GetRawText() is { Length: > 200 } text ? text[..200] + " ..." : json.GetRawText();
}
