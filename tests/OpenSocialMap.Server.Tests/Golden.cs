namespace OpenSocialMap.Server.Tests;

/// <summary>Answers kept in files of the repository, to be reviewed like code. UPDATE_GOLDEN=1 in the environment writes them anew.</summary>
internal static class Golden
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static void Equal(string path, string actual)
    {
        if (Update)
            File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
