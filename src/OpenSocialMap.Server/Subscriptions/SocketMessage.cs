using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>A message of a client over a socket, and the messages that it gets.</summary>
/// <param name="Id">Of the operation that it is about; empty when it is about none.</param>
internal readonly record struct SocketMessage(string Type, string Id, JsonElement Payload)
{
    public static readonly Outgoing Acknowledged = new(Encoding.UTF8.GetBytes("""{"type":"connection_ack"}"""), default, default);
    public static readonly Outgoing Ping = new(Encoding.UTF8.GetBytes("""{"type":"ping"}"""), default, default);
    public static readonly byte[] Tail = "}"u8.ToArray();

    /// <exception cref="SocketClosedException">It is no message of the protocol.</exception>
    public static SocketMessage Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var message = JsonElement.Parse(json);
            if (message.ValueKind != JsonValueKind.Object || Text(message, "type") is not { } type)
                throw Invalid("it has to be a JSON object with a \"type\"");
            message.TryGetProperty("payload", out var payload);
            return new SocketMessage(type, Text(message, "id") ?? "", payload);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw Invalid("it is not JSON");
        }
    }

    public static SocketClosedException Invalid(string reason) => new(CloseCode.BadMessage, $"Invalid message: {reason}");

    private static string? Text(JsonElement message, string name) =>
        message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static Outgoing Pong(JsonElement payload) => payload.ValueKind == JsonValueKind.Undefined
        ? new(Encoding.UTF8.GetBytes("""{"type":"pong"}"""), default, default)
        : new(Encoding.UTF8.GetBytes("""{"type":"pong","payload":"""), Encoding.UTF8.GetBytes(payload.GetRawText()), Tail);

    public static Outgoing Complete(string id) => new(Start("complete", id), default, Tail);

    /// <summary>What stands before the payload of a message of this type; <see cref="Tail"/> stands after it.</summary>
    public static byte[] Head(string type, string id) => [.. Start(type, id), .. ",\"payload\":"u8];

    private static byte[] Start(string type, string id)
    {
        var text = JsonEncodedText.Encode(id, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        return [.. "{\"id\":\""u8, .. text.EncodedUtf8Bytes, .. "\",\"type\":\""u8, .. Encoding.ASCII.GetBytes(type), .. "\""u8];
    }
}
