using OpenSocialMap.Disclosure;

namespace OpenSocialMap.Cli.Releases;

/// <summary>A release that was published, with the raw figures behind it.</summary>
internal sealed record PastRelease(int Number, FigureTable Figures, PublishedWords Words)
{
    /// <summary>As the attacker sees it.</summary>
    public PublishedRelease Published { get; } = new($"release {Number}", Figures.Table, Words.Outcomes(Figures));
}
