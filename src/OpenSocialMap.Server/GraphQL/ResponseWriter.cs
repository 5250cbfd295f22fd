using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.Sql;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>Writes answers and errors. The database's JSON goes out as the bytes that came in.</summary>
internal static class ResponseWriter
{
    private static ReadOnlySpan<byte> ErrorsMember => ",\"errors\":"u8;

    // Quotes and accents as people read them: the answer is JSON and never a page.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task Write(HttpContext http, MediaType media, Statement statement, StatementResult result, string serverTiming)
    {
        var errors = result.Errors.Count == 0 ? default : ErrorJson(result.Errors);
        Start(http, media, 200, Length(statement, result) + errors.Length, serverTiming);
        Append(http.Response.BodyWriter, statement, result, errors.Span);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
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

    /// <summary>An answer as the JSON text that it is, for transports that carry several.</summary>
    public static byte[] Json(Statement statement, StatementResult result)
    {
        var errors = result.Errors.Count == 0 ? default : ErrorJson(result.Errors);
        var json = new ArrayBufferWriter<byte>(Length(statement, result) + errors.Length);
        Append(json, statement, result, errors.Span);
        return json.WrittenSpan.ToArray();
    }

    /// <summary>The answer <c>{"errors":[...]}</c>.</summary>
    public static byte[] Json(IReadOnlyList<GraphQLError> errors) => [(byte)'{', .. ErrorJson(errors).Span[1..], (byte)'}'];

    /// <summary>The array of errors alone.</summary>
    public static ReadOnlyMemory<byte> List(IReadOnlyList<GraphQLError> errors) => ErrorJson(errors)[ErrorsMember.Length..];

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

    private static void Append(IBufferWriter<byte> body, Statement statement, StatementResult result, ReadOnlySpan<byte> errors)
    {
        body.Write("{\"data\":{"u8);
        for (var i = 0; i < statement.Fields.Count; i++)
        {
            body.Write(statement.Fields[i].Prefix.Span);
            body.Write(result.Values[i]);
        }
        body.Write("}"u8);
        body.Write(errors);
        body.Write("}"u8);
    }

    /// <summary>The member <c>"errors"</c> with a comma before it. https://spec.graphql.org/September2025/#sec-Errors</summary>
    private static ReadOnlyMemory<byte> ErrorJson(IReadOnlyList<GraphQLError> errors)
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write(ErrorsMember);
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
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
