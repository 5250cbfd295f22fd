using System.Buffers;
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
    public static ValueTask<GraphQLRequest> Read(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method))
            return ValueTask.FromResult(FromQueryString(http.Request.Query));
        if (HttpMethods.IsPost(http.Request.Method))
            return FromBody(http);
        http.Response.Headers.Allow = "GET, POST";
        throw new RequestRefusedException(405, $"GraphQL is asked with GET or POST, not {http.Request.Method}.");
    }

    private static GraphQLRequest FromQueryString(IQueryCollection query)
    {
        var variables = default(JsonElement);
        if (query["variables"].FirstOrDefault() is { Length: > 0 } text)
            variables = Parse(text, "variables");
        if (query["extensions"].FirstOrDefault() is { Length: > 0 } extensions && Parse(extensions, "extensions").ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
            throw new RequestRefusedException(400, "\"extensions\" must be a JSON object.");
        return Create(query["query"].FirstOrDefault(), query["operationName"].FirstOrDefault(), variables);
    }

    private static JsonElement Parse(string json, string name)
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

    private static async ValueTask<GraphQLRequest> FromBody(HttpContext http)
    {
        RefuseOtherMediaTypes(http.Request);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        var reader = http.Request.BodyReader;
        var result = await ReadToEnd(reader, http.RequestAborted);
        try
        {
            return FromJson(result.Buffer);
        }
        finally
        {
            reader.AdvanceTo(result.Buffer.End);
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

    private static async ValueTask<ReadResult> ReadToEnd(PipeReader reader, CancellationToken cancel)
    {
        while (true)
        {
            var result = await reader.ReadAsync(cancel);
            if (result.Buffer.Length > MaxBodyBytes)
            {
                reader.AdvanceTo(result.Buffer.End);
                throw new RequestRefusedException(413, $"A request has at most {MaxBodyBytes} bytes. Ask for less at once, or simplify what you send.", ErrorCodes.Limit);
            }
            if (result.IsCompleted)
                return result;
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static GraphQLRequest FromJson(ReadOnlySequence<byte> body)
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
        return FromObject(root);
    }

    /// <summary>Reads the JSON object that a POST has as its body, and a message over a socket as its payload.</summary>
    public static GraphQLRequest FromObject(JsonElement root)
    {
        if (root.TryGetProperty("extensions", out var extensions) && extensions.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
            throw new RequestRefusedException(400, "\"extensions\" must be a JSON object.");
        return Create(Text(root, "query"), Text(root, "operationName"), root.TryGetProperty("variables", out var variables) ? variables : default);
    }

    private static string? Text(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var json) || json.ValueKind == JsonValueKind.Null)
            return null;
        if (json.ValueKind != JsonValueKind.String)
            throw new RequestRefusedException(400, $"\"{name}\" must be a string.");
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new RequestRefusedException(400, $"\"{name}\" is not valid Unicode.");
        }
    }

    private static GraphQLRequest Create(string? query, string? operationName, JsonElement variables)
    {
        if (string.IsNullOrEmpty(query))
            throw new RequestRefusedException(400, "There is no \"query\". A GET has it in the query string, a POST in its JSON body.");
        if (variables.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object))
            throw new RequestRefusedException(400, "\"variables\" must be a JSON object.");
        return new GraphQLRequest(query, string.IsNullOrEmpty(operationName) ? null : operationName, variables);
    }
}

/// <summary>The HTTP request is not a GraphQL request; the status says in what way.</summary>
internal sealed class RequestRefusedException(int status, string message, string code = ErrorCodes.Request) : Exception(message)
{
    public int Status => status;
    public GraphQLError Error => new(Message, code);
}
