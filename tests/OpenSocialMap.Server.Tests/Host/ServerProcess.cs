using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace OpenSocialMap.Server.Tests.Host;

/// <summary>The server as a process of its own, as it runs for the world.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _log = new();

    private ServerProcess(Process process) => Process = process;

    public Process Process { get; }

    public Uri Address { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public GraphQLClient Client { get; private set; } = null!;

    /// <summary>What it has written so far.</summary>
    public string Log => string.Join('\n', _log);

    /// <summary>Starts a server on a free port and waits until it is ready.</summary>
    public static async Task<ServerProcess> StartAsync(params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "OpenSocialMap.Server.dll"));
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("OPENSOCIALMAP_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["PORT"] = "0";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var server = new ServerProcess(Process.Start(start)!);
        await server.BecomeReady();
        return server;
    }

    /// <summary>A server over an existing database.</summary>
    public static Task<ServerProcess> StartOverAsync(string connectionString, params (string Name, string Value)[] environment) =>
        StartAsync([("ConnectionStrings__SocialMap", connectionString), .. environment]);

    /// <summary>Asks it to stop, as an operating system does.</summary>
    public void Terminate() => Signal("TERM");

    /// <summary>Sends it a signal by name.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{Process.Id}"]);
        kill.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        if (!Process.HasExited)
        {
            Terminate();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await Process.WaitForExitAsync(patience.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            if (!Process.HasExited)
                Process.Kill(entireProcessTree: true);
        }
        Process.Dispose();
    }

    private async Task BecomeReady()
    {
        var ready = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        DataReceivedEventHandler keep = (_, line) =>
        {
            if (line.Data is null)
                return;
            _log.Enqueue(line.Data);
            if (ReadyLine().Match(line.Data) is { Success: true } match)
                ready.TrySetResult(new Uri(match.Groups[1].Value));
        };
        Process.OutputDataReceived += keep;
        Process.ErrorDataReceived += keep;
        Process.BeginOutputReadLine();
        Process.BeginErrorReadLine();
        var ended = Process.WaitForExitAsync();
        if (await Task.WhenAny(ready.Task, ended, Task.Delay(TimeSpan.FromMinutes(4))) != ready.Task)
            Assert.Fail($"The server didn't become ready:\n{Log}");
        Address = await ready.Task;
        Http = new HttpClient { BaseAddress = Address };
        Client = new GraphQLClient(Http);
    }

    [GeneratedRegex(@"is ready: (http://\S+)")]
    private static partial Regex ReadyLine();
}
