namespace OpenSocialMap.Data;

/// <summary>The SQL files that are built into this assembly.</summary>
internal static class EmbeddedSql
{
    public static string[] Names => typeof(EmbeddedSql).Assembly.GetManifestResourceNames();

    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedSql).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly has no file {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
