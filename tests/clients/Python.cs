namespace OpenSocialMap.Tests.Clients;

/// <summary>Runs the Python scripts of this folder under Debian's own Python, for which ./test installs modules.</summary>
internal static class Python
{
    /// <param name="script">The name of a script in this folder.</param>
    /// <param name="input">The lines of its standard input.</param>
    /// <returns>The lines of its standard output.</returns>
    public static async Task<IReadOnlyList<string>> Run(string script, IEnumerable<string> input)
    {
        var lines = new List<string>();
        await foreach (var line in ScriptProcess.Follow("/usr/bin/python3", script, input))
            lines.Add(line);
        return lines;
    }
}
