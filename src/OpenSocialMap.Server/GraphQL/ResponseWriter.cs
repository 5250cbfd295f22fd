using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.Sql;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>Writes answers and errors. The database's JSON goes out as the bytes that came in.</summary>
internal static class ResponseWriter
{
    // Quotes and accents as people read them: the answer is JSON and never a page.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task Write(HttpContext http, MediaType media, Statement statement, StatementResult result, Price price, string serverTiming)
    {
        var errors = result.Errors.Count == 0 ? default : ErrorJson(result.Errors);
        Start(http, media, 200, Length(statement, result) + errors.Length + price.Extension.Length, serverTiming);
        Append(http.Response.BodyWriter, statement, result, errors.Span, price.Extension.Span);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    /// <summary>The price of a request that asked for nothing else. Data is null, so that clients find the answer that they expect.</summary>
    public static async Task Write(HttpContext http, MediaType media, Price price, string serverTiming)
    {
        var body = http.Response.BodyWriter;
        Start(http, media, 200, "{\"data\":null}".Length + price.Extension.Length, serverTiming);
        body.Write("{\"data\":null"u8);
        body.Write(price.Extension.Span);
        body.Write("}"u8);
        await body.FlushAsync(http.RequestAborted);
    }

    /// <summary>A request that failed as a whole: errors and no data.</summary>
    public static async Task Write(HttpContext http, MediaType media, int status, IReadOnlyList<GraphQLError> errors, string serverTiming)
    {
        var json = ErrorJson(errors)[1..];
        Start(http, media, status, json.Length + 2, serverTiming);
        var body = http.Response.BodyWriter;
        body.Write("{"u8);
        body.Write(json.Span);
        body.Write("}"u8);
        await body.FlushAsync(http.RequestAborted);
    }

    private static void Start(HttpContext http, MediaType media, int status, int length, string serverTiming)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = media.ContentType;
        http.Response.ContentLength = length;
        http.Response.Headers["Server-Timing"] = serverTiming;
    }

    private static int Length(Statement statement, StatementResult result)
    {
        var length = "{\"data\":{}}".Length;
        for (var i = 0; i < statement.Fields.Count; i++)
            length += statement.Fields[i].Prefix.Length + result.Values[i].Length;
        return length;
    }

    private static void Append(PipeWriter body, Statement statement, StatementResult result, ReadOnlySpan<byte> errors, ReadOnlySpan<byte> extensions)
    {
        body.Write("{\"data\":{"u8);
        for (var i = 0; i < statement.Fields.Count; i++)
        {
            body.Write(statement.Fields[i].Prefix.Span);
            body.Write(result.Values[i]);
        }
        body.Write("}"u8);
        body.Write(errors);
        body.Write(extensions);
        body.Write("}"u8);
    }

    /// <summary>The member <c>"errors"</c> with a comma before it. https://spec.graphql.org/September2025/#sec-Errors</summary>
    private static ReadOnlyMemory<byte> ErrorJson(IReadOnlyList<GraphQLError> errors)
    {
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
