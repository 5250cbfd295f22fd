using System.Buffers;
using System.Collections.Concurrent;
using System.Data;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using Npgsql;

namespace OpenSocialMap.Bench.Floor;

/// <summary>
/// The least that a server of this kind can do: find the document's text in a dictionary, run the SQL that somebody wrote for it, and copy
/// the JSON that PostgreSQL made. No checks, no errors, no headers.
/// </summary>
internal static class FloorServer
{
    private static readonly byte[] Typename = "{\"data\":{\"__typename\":\"Query\"}}"u8.ToArray();
    private static readonly ConcurrentDictionary<string, byte[]> Constants = [];

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddEnvironmentVariables();
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{builder.Configuration["PORT"]}");
        await using var reader = BuildReader(builder.Configuration.GetConnectionString("SocialMapReader")!);
        var statements = Directory.GetFiles(Operation.Folder, "*.sql")
            .ToDictionary(file => Operation.Document(Path.GetFileNameWithoutExtension(file)), HandwrittenStatement.Read);
        var typename = Operation.Document("trivial");

        await using var app = builder.Build();
        app.Run(http => http.Request.Path.StartsWithSegments("/constant", StringComparison.Ordinal, out var size)
            ? RepeatAsync(http, size.Value!)
            : AnswerAsync(http, reader, statements, typename));
        await app.RunAsync();
    }

    // The same pool and the same preparing as our server has.
    private static NpgsqlDataSource BuildReader(string connectionString)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(connectionString);
        builder.EnableArrays();
        var settings = builder.ConnectionStringBuilder;
        settings.MaxAutoPrepare = 200;
        settings.AutoPrepareMinUsages = 1;
        settings.NoResetOnClose = true;
        settings.ReadBufferSize = 64 * 1024;
        settings.MinPoolSize = settings.MaxPoolSize = 2 * Environment.ProcessorCount;
        return builder.Build();
    }

    private static async Task AnswerAsync(HttpContext http, NpgsqlDataSource reader, Dictionary<string, HandwrittenStatement> statements, string typename)
    {
        var body = await ReadToEndAsync(http.Request.BodyReader);
        using var request = JsonDocument.Parse(body);
        var query = request.RootElement.GetProperty("query").GetString()!;
        if (query == typename)
        {
            http.Request.BodyReader.AdvanceTo(body.End);
            await WriteAsync(http, [], Typename, []);
            return;
        }
        await using var command = statements[query].Command(reader, request.RootElement.GetProperty("variables"));
        http.Request.BodyReader.AdvanceTo(body.End);
        await using var rows = await command.ExecuteReaderAsync(CommandBehavior.SingleRow);
        await rows.ReadAsync();
        await WriteAsync(http, "{\"data\":"u8, rows.GetFieldValue<byte[]>(0), "}"u8);
    }

    /// <summary>The same bytes for every request, as many as its path says: the least that a cache of answers can cost.</summary>
    private static async Task RepeatAsync(HttpContext http, string size)
    {
        var body = await ReadToEndAsync(http.Request.BodyReader);
        http.Request.BodyReader.AdvanceTo(body.End);
        await WriteAsync(http, [], Constants.GetOrAdd(size, text => new byte[int.Parse(text.AsSpan(1), CultureInfo.InvariantCulture)]), []);
    }

    private static async ValueTask<ReadOnlySequence<byte>> ReadToEndAsync(PipeReader body)
    {
        while (true)
        {
            var result = await body.ReadAsync();
            if (result.IsCompleted)
                return result.Buffer;
            body.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static Task WriteAsync(HttpContext http, ReadOnlySpan<byte> before, byte[] json, ReadOnlySpan<byte> after)
    {
        http.Response.ContentType = "application/graphql-response+json; charset=utf-8";
        http.Response.ContentLength = before.Length + json.Length + after.Length;
        var body = http.Response.BodyWriter;
        body.Write(before);
        body.Write(json);
        body.Write(after);
        return body.FlushAsync().AsTask();
    }
}
