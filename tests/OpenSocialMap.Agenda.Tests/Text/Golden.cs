using System.Runtime.CompilerServices;

namespace OpenSocialMap.Agenda.Tests.Text;

/// <summary>Answers kept beside the tests, to be reviewed like code. UPDATE_GOLDEN=1 in the environment writes them anew.</summary>
internal static class Golden
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static void Equal(string file, string actual, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, file);
        if (Update)
            File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path), actual);
    }

    public static string[] Lines(string file, [CallerFilePath] string test = "") =>
        [.. File.ReadLines(Path.Combine(Path.GetDirectoryName(test)!, file)).Where(line => line.Length > 0 && line[0] != '#')];
}
