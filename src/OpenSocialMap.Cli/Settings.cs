using OpenSocialMap.Data;

namespace OpenSocialMap.Cli;

/// <summary>What the environment says about where the database is; the same variables as the server's.</summary>
internal sealed record Settings(string? ConnectionString, string DataFolder)
{
    public static Settings OfEnvironment() => new(
        Environment.GetEnvironmentVariable("ConnectionStrings__SocialMap") is { Length: > 0 } given ? given : null,
        Path.GetFullPath(Environment.GetEnvironmentVariable("OPENSOCIALMAP_DATA") is { Length: > 0 } folder ? folder : ".data"));

    // A record prints all its properties, and a connection string holds a password.
    public override string ToString() => $"{nameof(Settings)} {{ DataFolder = {DataFolder} }}";
}
