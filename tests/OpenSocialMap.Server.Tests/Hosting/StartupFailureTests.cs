using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace OpenSocialMap.Server.Tests.Hosting;

/// <summary>A server that can't start says why in one sentence, ends with exit code 1 and leaves nothing behind.</summary>
public sealed class StartupFailureTests
{
    [Fact]
    public async Task A_busy_port_is_named_before_anything_is_made()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var data = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));

        var (exitCode, errors) = await StartAsync(("PORT", $"{port}"), ("OPENSOCIALMAP_DATA", data));

        Assert.Equal(1, exitCode);
        Assert.Equal($"Port {port} on 127.0.0.1 is in use. Stop what is using it, or choose another: PORT={port + 1} ./start\n", errors);
        Assert.False(Directory.Exists(data));
    }

    [Theory]
    [InlineData("PORT", "eighty", "PORT is 'eighty'; it has to be a number from 1 to 65535.\n")]
    [InlineData("OPENSOCIALMAP_URLS", "5080", "'5080' is no address to listen on; it has to look like http://127.0.0.1:5080.\n")]
    [InlineData("OPENSOCIALMAP_PUBLIC_URL", "socialekaart.example",
        "OPENSOCIALMAP_PUBLIC_URL is 'socialekaart.example'; it has to be a whole address such as https://socialekaart.example/.\n")]
    public async Task A_setting_that_makes_no_sense_is_named(string name, string value, string sentence)
    {
        var (exitCode, errors) = await StartAsync((name, value));

        Assert.Equal(1, exitCode);
        Assert.Equal(sentence, errors);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_one_sentence()
    {
        var (exitCode, errors) = await StartAsync(("PORT", "0"), ("ConnectionStrings__SocialMap", "Host=127.0.0.1;Port=1;Username=nobody;Database=none"));

        Assert.Equal(1, exitCode);
        Assert.Single(errors.TrimEnd().Split('\n'));
        Assert.Contains("database", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    static async Task<(int ExitCode, string Errors)> StartAsync(params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "OpenSocialMap.Server.dll"));
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("OPENSOCIALMAP_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var server = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var output = server.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = await server.StandardError.ReadToEndAsync(patience.Token);
        await server.WaitForExitAsync(patience.Token);
        Assert.DoesNotContain("is ready", await output, StringComparison.Ordinal);
        return (server.ExitCode, errors);
    }
}
