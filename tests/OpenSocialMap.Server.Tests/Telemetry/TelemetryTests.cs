using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Telemetry;

/// <summary>What a server tells its keepers of the requests it gets, and what it never tells.</summary>
[Collection(WaitingCollection.Name)]
public sealed class TelemetryTests(PostgresFixture postgres)
{
    private const string Query = "query OfOneWijk($text: String!) { search(text: $text) { totalCount } }";
    private const string Secret = "geheimzinnig";
    private const string Visitor = "203.0.113.77";

    [Fact]
    public async Task A_collector_gets_spans_and_metrics_without_values_and_addresses()
    {
        using var collector = new Collector();
        await using (var server = await ServerProcess.StartOverAsync(await postgres.CreateSeededDatabaseAsync(),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_SERVICE_NAME", "kaart-van-de-test"),
            ("OTEL_BSP_SCHEDULE_DELAY", "100"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "300")))
        {
            await Ask(server);
            await collector.Until(("/v1/traces", "OfOneWijk"), ("/v1/traces", "graphql.operation.name"), ("/v1/traces", "kaart-van-de-test"), ("/v1/traces", "http.request.method"),
                ("/v1/traces", "db.system"), ("/v1/metrics", "opensocialmap.graphql.request.duration"), ("/v1/metrics", "http.server.request.duration"));
        }
        Assert.DoesNotContain(Secret, collector.Received("/v1/traces") + collector.Received("/v1/metrics"), StringComparison.Ordinal);
        Assert.DoesNotContain(Visitor, collector.Received("/v1/traces") + collector.Received("/v1/metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_has_a_line_for_each_request_without_values_and_addresses()
    {
        await using var server = await ServerProcess.StartOverAsync(await postgres.CreateSeededDatabaseAsync(), ("OPENSOCIALMAP_LOG", "json"));
        await Ask(server);

        var line = await LineWith(server, "OfOneWijk");
        var state = JsonElement.Parse(line).GetProperty("State");
        Assert.Equal("query", state.GetProperty("Type").GetString());
        Assert.Equal("OfOneWijk", state.GetProperty("Name").GetString());
        Assert.Equal(64, state.GetProperty("DocumentHash").GetString()!.Length);
        Assert.True(state.GetProperty("Cost").GetDouble() > 0);
        Assert.Equal("answered", state.GetProperty("Outcome").GetString());
        Assert.StartsWith("read;dur=", state.GetProperty("Stages").GetString(), StringComparison.Ordinal);
        Assert.True(state.TryGetProperty("TraceId", out _));
        Assert.DoesNotContain(Secret, server.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(Visitor, server.Log, StringComparison.Ordinal);

        Assert.Empty((await server.Client.Ask($"query Long{new string('g', 10_000)} {{ __typename }}")).Errors);
        Assert.True((await LineWith(server, "Longggg")).Length < 2_000);
    }

    private static async Task Ask(ServerProcess server)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query = Query, variables = new { text = Secret } }), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Forwarded-For", Visitor);
        Assert.Empty((await server.Client.Send(request)).Errors);
    }

    private static async Task<string> LineWith(ServerProcess server, string text)
    {
        for (var tries = 0; ; tries++)
        {
            if (server.Log.Split('\n').FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)) is { } line)
                return line;
            Assert.True(tries < 600, $"No line with {text}:\n{server.Log}");
            await Task.Delay(100);
        }
    }

    /// <summary>Takes what OpenTelemetry sends over HTTP and keeps it; names and texts can be read in it as they are.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly ConcurrentDictionary<string, string> _received = new();

        public Collector()
        {
            Address = $"http://127.0.0.1:{FreePort()}";
            _listener.Prefixes.Add(Address + "/");
            _listener.Start();
            _ = Listen();
        }

        public string Address { get; }

        public string Received(string path) => _received.GetValueOrDefault(path, "");

        public async Task Until(params (string Path, string Text)[] expected)
        {
            for (var tries = 0; ; tries++)
            {
                var missing = expected.Where(one => !Received(one.Path).Contains(one.Text, StringComparison.Ordinal)).ToList();
                if (missing.Count == 0)
                    return;
                Assert.True(tries < 600, $"The collector didn't get {string.Join(", ", missing)}");
                await Task.Delay(100);
            }
        }

        public void Dispose() => _listener.Close();

        private async Task Listen()
        {
            while (true)
            {
                HttpListenerContext context;
                try
                {
                    context = await _listener.GetContextAsync();
                }
                catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                var text = Encoding.Latin1.GetString(body.ToArray());
                _received.AddOrUpdate(context.Request.Url!.AbsolutePath, text, (_, before) => before + text);
                context.Response.Close();
            }
        }

        private static int FreePort()
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            return ((IPEndPoint)probe.LocalEndpoint).Port;
        }
    }
}
