using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OpenSocialMap.Bench;

/// <summary>A server that is being measured, in a process of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process _process;
    private string _lastLine = "";

    private ServerProcess(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }
    public int Id => _process.Id;
    public Uri Url => new($"http://127.0.0.1:{Port}/graphql");

    public static async Task<ServerProcess> StartAsync(string[] program, BenchDatabase database, CancellationToken cancellation)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", program) { RedirectStandardOutput = true };
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["ConnectionStrings__SocialMap"] = database.Owner;
        start.Environment["ConnectionStrings__SocialMapReader"] = database.Reader;
        var server = new ServerProcess(Process.Start(start)!, port);
        server._process.OutputDataReceived += (_, line) => server._lastLine = line.Data ?? server._lastLine;
        server._process.BeginOutputReadLine();
        try
        {
            await server.BeReadyAsync(cancellation);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private async Task BeReadyAsync(CancellationToken cancellation)
    {
        using var http = new HttpClient();
        var since = Stopwatch.StartNew();
        while (!await AnswersAsync(http, cancellation))
        {
            if (_process.HasExited || since.Elapsed > Patience)
                throw new BenchException($"{string.Join(' ', _process.StartInfo.ArgumentList)} did not start. {_lastLine}");
            await Task.Delay(50, cancellation);
        }
    }

    private async Task<bool> AnswersAsync(HttpClient http, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(Url, "/health/ready"), cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
