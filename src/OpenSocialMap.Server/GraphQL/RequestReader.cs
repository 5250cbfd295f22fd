using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.Server.Limits;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>Reads a GraphQL request from HTTP: the query string of a GET, or the JSON body of a POST.</summary>
internal static class RequestReader
{
    /// <exception cref="RequestRefusedException">The HTTP request is not a GraphQL request.</exception>
    public static ValueTask<GraphQLRequest> Read(HttpContext http, LimitSettings limits)
    {
        if (HttpMethods.IsGet(http.Request.Method))
            return ValueTask.FromResult(FromQueryString(http.Request.Query, limits));
        if (HttpMethods.IsPost(http.Request.Method))
            return FromBody(http, limits);
        http.Response.Headers.Allow = "GET, POST";
        throw new RequestRefusedException(405, $"GraphQL is asked with GET or POST, not {http.Request.Method}.");
    }

    private static GraphQLRequest FromQueryString(IQueryCollection query, LimitSettings limits)
    {
        var variables = default(JsonElement);
        if (query["variables"].FirstOrDefault() is { Length: > 0 } text)
            variables = Parse(text, "variables", limits);
        if (query["extensions"].FirstOrDefault() is { Length: > 0 } extensions && Parse(extensions, "extensions", limits).ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
            throw new RequestRefusedException(400, "\"extensions\" must be a JSON object.");
        return Create(query["query"].FirstOrDefault(), query["operationName"].FirstOrDefault(), variables);
    }

    private static JsonElement Parse(string json, string name, LimitSettings limits)
    {
        try
        {
            return JsonElement.Parse(json, new JsonDocumentOptions { MaxDepth = limits.Variables.MaxDepth });
        }
        catch (JsonException problem)
        {
            RefuseTooDeep(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(json)), limits);
            throw new RequestRefusedException(400, $"\"{name}\" is not JSON: {problem.Message}");
        }
    }

    private static async ValueTask<GraphQLRequest> FromBody(HttpContext http, LimitSettings limits)
    {
        RefuseOtherMediaTypes(http.Request);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        var reader = http.Request.BodyReader;
        var result = await ReadToEnd(reader, limits.MaxBodyBytes, http.RequestAborted);
        try
        {
            return FromJson(result.Buffer, limits);
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

    private static async ValueTask<ReadResult> ReadToEnd(PipeReader reader, int maxBytes, CancellationToken cancel)
    {
        while (true)
        {
            var result = await reader.ReadAsync(cancel);
            if (result.Buffer.Length > maxBytes)
            {
                reader.AdvanceTo(result.Buffer.End);
                throw new RequestRefusedException(413, new ExceededLimit(LimitNames.BodySize, maxBytes + 1L, maxBytes).Error(
                    $"A request has at most {maxBytes} bytes.", "Ask for less at once, or simplify what you send."));
            }
            if (result.IsCompleted)
                return result;
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static GraphQLRequest FromJson(ReadOnlySequence<byte> body, LimitSettings limits)
    {
        JsonElement root;
        try
        {
            var json = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = limits.Variables.MaxDepth });
            root = JsonElement.ParseValue(ref json);
            if (json.Read())
                throw new RequestRefusedException(400, "The body holds more than one JSON value.");
        }
        catch (JsonException problem)
        {
            RefuseTooDeep(body, limits);
            throw new RequestRefusedException(400, $"The body is not JSON: {problem.Message}");
        }
        if (root.ValueKind == JsonValueKind.Array)
            throw new RequestRefusedException(400, "Batches are not taken. Send each operation as a request of its own, or several root fields in one operation.");
        if (root.ValueKind != JsonValueKind.Object)
            throw new RequestRefusedException(400, "The body must be a JSON object with \"query\" and, where needed, \"variables\" and \"operationName\".");
        if (root.TryGetProperty("extensions", out var extensions) && extensions.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
            throw new RequestRefusedException(400, "\"extensions\" must be a JSON object.");
        return Create(Text(root, "query"), Text(root, "operationName"), root.TryGetProperty("variables", out var variables) ? variables : default);
    }

    /// <summary>Tells JSON that is nested too deep from what is no JSON at all; nothing but the levels is kept while it reads.</summary>
    private static void RefuseTooDeep(ReadOnlySequence<byte> text, LimitSettings limits)
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
internal sealed class RequestRefusedException(int status, GraphQLError error) : Exception(error.Message)
{
    public RequestRefusedException(int status, string message) : this(status, new GraphQLError(message, ErrorCodes.Request)) { }

    public int Status => status;
    public GraphQLError Error => error;
}
