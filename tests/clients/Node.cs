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
    public static IAsyncEnumerable<string> Follow(string script, IEnumerable<string> input, params IEnumerable<string> arguments) =>
        ScriptProcess.Follow("node", script, input, arguments);
}
