using System.Diagnostics;

namespace OpenSocialMap.Tests.Clients;

/// <summary>
/// Runs the scripts of this folder, which travel with the tests, under Node.js. ./test has put the packages that they import into a folder
/// above the tests' own, where Node.js looks for them.
/// </summary>
internal static class Node
{
    /// <param name="script">The name of a script in this folder.</param>
    /// <param name="input">The lines of its standard input.</param>
    /// <param name="arguments">What it finds on its command line.</param>
    /// <returns>The lines of its standard output.</returns>
    public static async Task<IReadOnlyList<string>> Run(string script, IEnumerable<string> input, params IEnumerable<string> arguments)
    {
        var lines = new List<string>();
        await foreach (var line in Follow(script, input, arguments))
            lines.Add(line);
        return lines;
    }

    /// <summary>The same, line by line as they come.</summary>
    public static async IAsyncEnumerable<string> Follow(string script, IEnumerable<string> input, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "clients", script), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A proxy of the machine is no way to a server on the machine itself.
        start.Environment["NO_PROXY"] = "127.0.0.1,localhost";
        using var node = Process.Start(start)!;
        var complaints = node.StandardError.ReadToEndAsync();
        var feeding = Feed(node.StandardInput, input);
        while (await node.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Length > 0)
                yield return line;
        }
        await feeding;
        await node.WaitForExitAsync();
        if (node.ExitCode != 0)
            throw new InvalidOperationException($"{script} ended with {node.ExitCode}. Packages that are missing are installed by ./test.\n{await complaints}");
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
