using System.Diagnostics;

namespace OpenSocialMap.Tests.Clients;

/// <summary>Runs a script of somebody else's language in a process of its own: lines in, lines out.</summary>
internal static class ScriptProcess
{
    /// <param name="interpreter">What runs it.</param>
    /// <param name="script">The name of a script in this folder.</param>
    /// <param name="input">The lines of its standard input.</param>
    /// <param name="arguments">What it finds on its command line.</param>
    /// <returns>The lines of its standard output, as they come.</returns>
    public static async IAsyncEnumerable<string> Follow(string interpreter, string script, IEnumerable<string> input, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(interpreter, [Path.Combine(AppContext.BaseDirectory, "clients", script), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A proxy of the machine is no way to a server on the machine itself.
        start.Environment["NO_PROXY"] = "127.0.0.1,localhost";
        using var process = Process.Start(start)!;
        var complaints = process.StandardError.ReadToEndAsync();
        var feeding = Feed(process.StandardInput, input);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Length > 0)
                yield return line;
        }
        await feeding;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{script} ended with {process.ExitCode}. Packages that are missing are installed by ./test.\n{await complaints}");
    }

    private static async Task Feed(StreamWriter standardInput, IEnumerable<string> lines)
    {
        try
        {
            foreach (var line in lines)
                await standardInput.WriteLineAsync(line);
            standardInput.Close();
        }
        catch (IOException)
        {
            // The script ended before it had read everything; what it complains about says why.
        }
    }
}
