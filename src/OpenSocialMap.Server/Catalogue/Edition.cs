using System.Globalization;

namespace OpenSocialMap.Server.Catalogue;

/// <summary>A release that is being told: of which dataset it is, and where it and its files are.</summary>
/// <param name="Home">The address of this server in the world.</param>
internal sealed record Edition(Dataset Dataset, Release Release, string Home, bool IsEnglish)
{
    public string Language => IsEnglish ? "en" : "nl";

    public string DatasetAddress => $"{Home}/data/{Dataset.Slug}";

    public string Address => string.Create(CultureInfo.InvariantCulture, $"{DatasetAddress}/{Release.Number}");

    /// <summary>Where a file of this release is; for ever.</summary>
    public string At(string file) => $"{Address}/{file}";

    /// <summary>How to name it in a list of sources: who, when, what, which release, where, and the sum by which its file can be known.</summary>
    public string Citation => string.Create(CultureInfo.InvariantCulture,
        $"{Dataset.Publisher ?? "OpenSocialMap"} ({Release.PublishedOn.Year}). {Dataset.NameIn(IsEnglish)} [dataset], release {Release.Number}, {Release.PublishedOn:yyyy-MM-dd}. OpenSocialMap. {Address} (SHA-256 {Release.Checksum}).");
}
