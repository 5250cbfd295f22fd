using System.Runtime.CompilerServices;

namespace OpenSocialMap.GraphQL.Tests;

/// <summary>
/// Answers kept in files beside the tests, to be reviewed like code. UPDATE_GOLDEN=1 in the environment writes them anew.
/// </summary>
internal static class Golden
{
    public static void Equal(string file, string actual, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, file);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path), actual);
    }

    public static string Read(string file, [CallerFilePath] string test = "") => File.ReadAllText(Path.Combine(Path.GetDirectoryName(test)!, file));
}
