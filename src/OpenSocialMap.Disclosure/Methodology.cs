namespace OpenSocialMap.Disclosure;

/// <summary>The account of all this for statisticians and the people in the figures, as Markdown.</summary>
public static class Methodology
{
    public static string Markdown { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(Methodology).Assembly.GetManifestResourceStream("Methodology.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
