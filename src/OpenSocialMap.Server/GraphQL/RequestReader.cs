using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Limits;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>Reads a GraphQL request from HTTP: the query string of a GET, or the JSON body of a POST.</summary>
internal static class RequestReader
{
    private static ReadOnlySpan<byte> JsonSpace => " \t\r\n"u8;

    /// <exception cref="RequestRefusedException">The HTTP request is not a GraphQL request.</exception>
    public static ValueTask<RequestMessage> Receive(HttpContext http, LimitSettings limits, ReceivingRoom room)
    {
        if (HttpMethods.IsPost(http.Request.Method))
            return ReceiveBody(http, limits.MaxBodyBytes, room);
        if (http.Request.IsReading())
            return ValueTask.FromResult(RequestMessage.OfQueryString(http.Request));
        http.Response.Headers.Allow = "GET, HEAD, POST";
        throw new RequestRefusedException(405, $"GraphQL is asked with GET or POST, not {http.Request.Method}.");
    }

    /// <exception cref="RequestRefusedException">The message is not a GraphQL request.</exception>
    public static GraphQLRequest Parse(HttpRequest request, RequestMessage message, LimitSettings limits) =>
        request.IsReading() ? FromQueryString(request.Query, limits) : FromJson(message.Bytes.Span, limits);

    private static async ValueTask<RequestMessage> ReceiveBody(HttpContext http, int maxBytes, ReceivingRoom room)
    {
        RefuseOtherMediaTypes(http.Request);
        if (http.Request.ContentLength > maxBytes)
            throw TooLong(http.Request.ContentLength.Value, maxBytes);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        var body = http.Request.BodyReader;
        var taken = 0L;
        try
        {
            while (true)
            {
                var result = await Read(body, http.RequestAborted);
                var length = result.Buffer.Length;
                if (length <= maxBytes && result.IsCompleted)
                    return RequestMessage.OfBody(body, result.Buffer);
                if (length > maxBytes || !room.TryGrow(ref taken, length))
                {
                    body.AdvanceTo(result.Buffer.End);
                    throw length > maxBytes ? TooLong(maxBytes + 1L, maxBytes) : ReceivingRoom.Full();
                }
                body.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            }
        }
        finally
        {
            room.Return(taken);
        }
    }

    private static RequestRefusedException TooLong(long bytes, int maxBytes) => new(413, new ExceededLimit(LimitNames.BodySize, bytes, maxBytes).Error(
        $"A request has at most {maxBytes} bytes.", "Ask for less at once, or simplify what you send."));

    /// <summary>A body that breaks off, comes too slowly or is framed wrongly is the client's fault, and Kestrel's word for it says nothing to a client.</summary>
    private static async ValueTask<ReadResult> Read(PipeReader body, CancellationToken cancel)
    {
        try
        {
            return await body.ReadAsync(cancel);
        }
        catch (IOException problem)
        {
            throw new RequestRefusedException((problem as BadHttpRequestException)?.StatusCode ?? 400, "The body of the request did not arrive whole.");
        }
    }

    private static void RefuseOtherMediaTypes(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.Count > 0 && !request.Headers.ContentEncoding.ToString().Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            request.HttpContext.Response.Headers.AcceptEncoding = "identity";
            throw new RequestRefusedException(415, "The JSON body must be sent as it is, without Content-Encoding.");
        }
        if (request.ContentType is "application/json")
            return;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            throw new RequestRefusedException(415, "A POST to GraphQL has a JSON body: send Content-Type: application/json.");
        if (!MediaType.IsUtf8(type))
            throw new RequestRefusedException(415, "The JSON body must be UTF-8.");
    }

    private static GraphQLRequest FromQueryString(IQueryCollection query, LimitSettings limits)
    {
        var variables = query["variables"].FirstOrDefault() is { Length: > 0 } text ? ParseJson(Encoding.UTF8.GetBytes(text), "\"variables\"", limits) : default;
        var extensions = query["extensions"].FirstOrDefault() is { Length: > 0 } more ? ParseJson(Encoding.UTF8.GetBytes(more), "\"extensions\"", limits) : default;
        return Create(query["query"].FirstOrDefault(), query["documentId"].FirstOrDefault(), query["operationName"].FirstOrDefault(), variables, extensions);
    }

    private static GraphQLRequest FromJson(ReadOnlySpan<byte> body, LimitSettings limits)
    {
        // Some programs mark UTF-8 by a byte order mark, which a reader of JSON may pass over. https://www.rfc-editor.org/rfc/rfc8259#section-8.1
        if (body.StartsWith(Encoding.UTF8.Preamble))
            body = body[Encoding.UTF8.Preamble.Length..];
        if (body.Trim(JsonSpace).IsEmpty)
            throw new RequestRefusedException(400, "The body is empty. It must be a JSON object with \"query\".");
        var root = ParseJson(body, "The body", limits);
        if (root.ValueKind == JsonValueKind.Array)
            throw new RequestRefusedException(400, "Batches are not taken. Send each operation as a request of its own, or several root fields in one operation.");
        if (root.ValueKind != JsonValueKind.Object)
            throw new RequestRefusedException(400, "The body must be a JSON object with \"query\" and, where needed, \"variables\" and \"operationName\".");
        return FromObject(root);
    }

    private static JsonElement ParseJson(ReadOnlySpan<byte> text, string what, LimitSettings limits)
    {
        var json = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = limits.Variables.MaxDepth });
        JsonElement root;
        try
        {
            root = JsonElement.ParseValue(ref json);
        }
        catch (JsonException problem)
        {
            RefuseTooDeep(text, limits);
            throw new RequestRefusedException(400, $"{what} is not JSON: {JsonProblem.Of(text, problem)}");
        }
        return text[(int)json.BytesConsumed..].Trim(JsonSpace).IsEmpty ? root : throw new RequestRefusedException(400, $"{what} holds more than one JSON value.");
    }

    /// <summary>Reads the JSON object that a POST has as its body, and a message over a socket as its payload.</summary>
    /// <exception cref="RequestRefusedException">It is not a GraphQL request.</exception>
    public static GraphQLRequest FromObject(JsonElement root) =>
        Create(Text(root, "query"), Text(root, "documentId"), Text(root, "operationName"), Member(root, "variables"), Member(root, "extensions"));

    /// <summary>Tells JSON that is nested too deep from what is no JSON at all; nothing but the levels is kept while it reads.</summary>
    private static void RefuseTooDeep(ReadOnlySpan<byte> text, LimitSettings limits)
    {
        var maximum = limits.Variables.MaxDepth;
        var json = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = maximum + 1 });
        try
        {
            while (json.Read())
            {
                // The reader counts a level from its first token inside.
                if (json.CurrentDepth + (json.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject ? 1 : 0) > maximum)
                {
                    throw new RequestRefusedException(400, new ExceededLimit(LimitNames.VariableDepth, maximum + 1, maximum).Error(
                        $"The JSON of the request is nested more than {maximum} levels deep.",
                        "Write \"and\" and \"or\" with several branches beside each other instead of inside one another."));
                }
            }
        }
        catch (JsonException)
        {
            // It is no JSON; the caller says where.
        }
    }

    private static JsonElement Member(JsonElement json, string name) => json.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement json, string name)
    {
        var member = Member(json, name);
        if (member.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
            return null;
        if (member.ValueKind != JsonValueKind.String)
            throw new RequestRefusedException(400, $"\"{name}\" must be a string.");
        try
        {
            return member.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new RequestRefusedException(400, $"\"{name}\" is not valid Unicode.");
        }
    }

    private static GraphQLRequest Create(string? query, string? documentId, string? operationName, JsonElement variables, JsonElement extensions)
    {
        if (variables.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object))
            throw new RequestRefusedException(400, "\"variables\" must be a JSON object.");
        var request = new GraphQLRequest(NotEmpty(query), NotEmpty(documentId), Hash(extensions), NotEmpty(operationName), variables);
        return (request.Query ?? request.DocumentId ?? request.Hash) is not null
            ? request
            : throw new RequestRefusedException(400, "There is no \"query\". A GET has it in the query string, a POST in its JSON body; a trusted document is named by \"documentId\".");
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>https://www.apollographql.com/docs/apollo-server/performance/apq</summary>
    private static string? Hash(JsonElement extensions)
    {
        if (extensions.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
            return null;
        if (extensions.ValueKind != JsonValueKind.Object)
            throw new RequestRefusedException(400, "\"extensions\" must be a JSON object.");
        if (Member(extensions, "persistedQuery") is not { ValueKind: JsonValueKind.Object } persisted)
            return null;
        if (Member(persisted, "version") is not { ValueKind: JsonValueKind.Number } version || !version.TryGetInt32(out var number) || number != 1)
            throw new RequestRefusedException(400, "\"extensions.persistedQuery.version\" must be 1.");
        return NotEmpty(Text(persisted, "sha256Hash")) ?? throw new RequestRefusedException(400, "\"extensions.persistedQuery.sha256Hash\" must be the document's SHA-256 in hexadecimal.");
    }
}
