using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using OpenSocialMap.GraphQL;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>Reads a GraphQL request from HTTP: the query string of a GET, or the JSON body of a POST.</summary>
internal static class RequestReader
{
    public const int MaxBodyBytes = 1024 * 1024;

    /// <exception cref="RequestRefusedException">The HTTP request is not a GraphQL request.</exception>
    public static ValueTask<RequestMessage> Receive(HttpContext http)
    {
        if (HttpMethods.IsPost(http.Request.Method))
            return ReceiveBody(http);
        if (HttpMethods.IsGet(http.Request.Method))
            return ValueTask.FromResult(RequestMessage.OfQueryString(http.Request));
        http.Response.Headers.Allow = "GET, POST";
        throw new RequestRefusedException(405, $"GraphQL is asked with GET or POST, not {http.Request.Method}.");
    }

    /// <exception cref="RequestRefusedException">The message is not a GraphQL request.</exception>
    public static GraphQLRequest Parse(HttpRequest request, RequestMessage message) =>
        HttpMethods.IsGet(request.Method) ? FromQueryString(request.Query) : FromJson(message.Bytes.Span);

    private static async ValueTask<RequestMessage> ReceiveBody(HttpContext http)
    {
        RefuseOtherMediaTypes(http.Request);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        var body = http.Request.BodyReader;
        while (true)
        {
            var result = await body.ReadAsync(http.RequestAborted);
            if (result.Buffer.Length > MaxBodyBytes)
            {
                body.AdvanceTo(result.Buffer.End);
                throw new RequestRefusedException(413, $"A request has at most {MaxBodyBytes} bytes. Ask for less at once, or simplify what you send.", ErrorCodes.Limit);
            }
            if (result.IsCompleted)
                return RequestMessage.OfBody(body, result.Buffer);
            body.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static void RefuseOtherMediaTypes(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.Count > 0 && request.Headers.ContentEncoding != "identity")
            throw new RequestRefusedException(415, "The JSON body must be sent as it is, without Content-Encoding.");
        if (request.ContentType is "application/json")
            return;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            throw new RequestRefusedException(415, "A POST to GraphQL has a JSON body: send Content-Type: application/json.");
        if (!MediaType.IsUtf8(type))
            throw new RequestRefusedException(415, "The JSON body must be UTF-8.");
    }

    private static GraphQLRequest FromQueryString(IQueryCollection query)
    {
        var variables = query["variables"].FirstOrDefault() is { Length: > 0 } text ? ParseParameter(text, "variables") : default;
        var extensions = query["extensions"].FirstOrDefault() is { Length: > 0 } more ? ParseParameter(more, "extensions") : default;
        return Create(query["query"].FirstOrDefault(), query["documentId"].FirstOrDefault(), query["operationName"].FirstOrDefault(), variables, extensions);
    }

    private static JsonElement ParseParameter(string json, string name)
    {
        try
        {
            return JsonElement.Parse(json);
        }
        catch (JsonException problem)
        {
            throw new RequestRefusedException(400, $"\"{name}\" is not JSON: {problem.Message}");
        }
    }

    private static GraphQLRequest FromJson(ReadOnlySpan<byte> body)
    {
        JsonElement root;
        try
        {
            var json = new Utf8JsonReader(body);
            root = JsonElement.ParseValue(ref json);
            if (json.Read())
                throw new RequestRefusedException(400, "The body holds more than one JSON value.");
        }
        catch (JsonException problem)
        {
            throw new RequestRefusedException(400, $"The body is not JSON: {problem.Message}");
        }
        if (root.ValueKind == JsonValueKind.Array)
            throw new RequestRefusedException(400, "Batches are not taken. Send each operation as a request of its own, or several root fields in one operation.");
        if (root.ValueKind != JsonValueKind.Object)
            throw new RequestRefusedException(400, "The body must be a JSON object with \"query\" and, where needed, \"variables\" and \"operationName\".");
        return Create(Text(root, "query"), Text(root, "documentId"), Text(root, "operationName"), Member(root, "variables"), Member(root, "extensions"));
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
