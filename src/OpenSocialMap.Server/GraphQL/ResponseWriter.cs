using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.GraphQL.Answers;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>Writes answers and errors. The database's JSON goes out as the bytes that came in.</summary>
internal static class ResponseWriter
{
    /// <summary>Anybody may keep the answer, and asks whether it still holds before using it again.</summary>
    public const string Revalidate = "public, no-cache";

    private const string Vary = $"Accept, Accept-Encoding, {CostControl.Header}";

    // Quotes and accents as people read them: the answer is JSON and never a page.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An answer in full, compressed when the client takes that, or 304 when the client says that it has it.</summary>
    public static Task Write(HttpContext http, MediaType media, Answer answer, string cacheControl, string serverTiming)
    {
        var response = http.Response;
        Validators(response, answer.EntityTag, cacheControl, serverTiming);
        if (AnswerCache.Matches(http.Request.Headers.IfNoneMatch, answer.EntityTag))
        {
            response.StatusCode = 304;
            return Task.CompletedTask;
        }
        response.ContentType = media.ContentType;
        if (answer.IsWorthCompressing && ContentCoding.Negotiate(http.Request.Headers.AcceptEncoding) is { } coding)
        {
            var compressed = answer.Compressed(coding);
            response.Headers.ContentEncoding = coding.Name;
            response.ContentLength = compressed.Length;
            return response.BodyWriter.WriteAsync(compressed, http.RequestAborted).AsTask();
        }
        response.ContentLength = answer.Length;
        answer.WriteTo(response.BodyWriter);
        return response.BodyWriter.FlushAsync(http.RequestAborted).AsTask();
    }

    /// <summary>The client has the answer that it would get.</summary>
    public static void WriteNotModified(HttpContext http, string entityTag, string cacheControl, string serverTiming)
    {
        Validators(http.Response, entityTag, cacheControl, serverTiming);
        http.Response.StatusCode = 304;
    }

    /// <summary>The price of a request that asked for nothing else.</summary>
    public static async Task Write(HttpContext http, MediaType media, Price price, string serverTiming)
    {
        var json = PriceAlone(price);
        http.Response.ContentType = media.ContentType;
        http.Response.ContentLength = json.Length;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Server-Timing"] = serverTiming;
        await http.Response.BodyWriter.WriteAsync(json, http.RequestAborted);
    }

    /// <summary>A price as an answer. Data is null, so that clients find the answer that they expect.</summary>
    public static byte[] PriceAlone(Price price) => [.. "{\"data\":null"u8, .. price.Extension.Span, (byte)'}'];

    /// <summary>A request that failed as a whole: errors and no data.</summary>
    public static async Task Write(HttpContext http, MediaType media, int status, IReadOnlyList<GraphQLError> errors, string serverTiming)
    {
        var json = Errors(errors);
        http.Response.StatusCode = status;
        http.Response.ContentType = media.ContentType;
        http.Response.ContentLength = json.Length;
        http.Response.Headers.CacheControl = "no-store";
        if (status is 429 or 503 && http.Response.Headers.RetryAfter.Count == 0)
            http.Response.Headers.RetryAfter = "2";
        http.Response.Headers["Server-Timing"] = serverTiming;
        await http.Response.BodyWriter.WriteAsync(json, http.RequestAborted);
    }

    /// <summary>The answer <c>{"errors":[...]}</c>, for transports that carry several answers.</summary>
    public static byte[] Errors(IReadOnlyList<GraphQLError> errors) => [(byte)'{', .. ErrorMember(errors).Span[1..], (byte)'}'];

    /// <summary>Marks an answer as one that may be old, because the database can't be asked. https://www.rfc-editor.org/rfc/rfc7234#section-5.5</summary>
    public static void MarkStale(HttpContext http, Answer answer)
    {
        http.Response.Headers.Warning = "110 - \"Response is Stale\"";
        http.Response.Headers.Age = ((Environment.TickCount64 - answer.MadeAt) / 1000).ToString(CultureInfo.InvariantCulture);
    }

    private static void Validators(HttpResponse response, string entityTag, string cacheControl, string serverTiming)
    {
        response.Headers.ETag = entityTag;
        response.Headers.CacheControl = cacheControl;
        response.Headers.Vary = Vary;
        response.Headers["Server-Timing"] = serverTiming;
    }

    /// <summary>The member <c>"errors"</c> with a comma before it; nothing when there is none. https://spec.graphql.org/September2025/#sec-Errors</summary>
    public static ReadOnlyMemory<byte> ErrorMember(IReadOnlyList<GraphQLError> errors)
    {
        if (errors.Count == 0)
            return default;
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write(",\"errors\":"u8);
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartArray();
            foreach (var error in errors)
                WriteError(json, error);
            json.WriteEndArray();
        }
        return buffer.WrittenMemory;
    }

    private static void WriteError(Utf8JsonWriter json, GraphQLError error)
    {
        json.WriteStartObject();
        json.WriteString("message"u8, error.Message);
        if (error.Locations.Count > 0)
        {
            json.WriteStartArray("locations"u8);
            foreach (var location in error.Locations)
            {
                json.WriteStartObject();
                json.WriteNumber("line"u8, location.Line);
                json.WriteNumber("column"u8, location.Column);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        if (error.Path.Count > 0)
        {
            json.WriteStartArray("path"u8);
            foreach (var step in error.Path)
            {
                if (step is int position)
                    json.WriteNumberValue(position);
                else
                    json.WriteStringValue((string)step);
            }
            json.WriteEndArray();
        }
        json.WriteStartObject("extensions"u8);
        json.WriteString("code"u8, error.Code);
        if (error.Hint is { } hint)
            json.WriteString("hint"u8, hint);
        if (error.Limit is { } limit)
        {
            json.WriteString("limit"u8, limit.Name);
            json.WriteNumber("value"u8, limit.Value);
            json.WriteNumber("maximum"u8, limit.Maximum);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
