namespace OpenSocialMap.Server.Pages;

/// <summary>A wijk that the front page offers for its example, with its CBS code.</summary>
public sealed record Neighbourhood(string Code, string Name)
{
    public static readonly IReadOnlyList<Neighbourhood> Offered =
    [
        new("WK050508", "Crabbehof"),
        new("WK050501", "Binnenstad"),
        new("WK050509", "Sterrenburg"),
        new("WK050510", "Dubbeldam"),
        new("WK050511", "Stadspolders"),
        new("WK050507", "Wielwijk"),
    ];

    /// <summary>The one with this code, else the first: only what is on the list ever gets into the page.</summary>
    public static Neighbourhood Choose(string? code) => Offered.FirstOrDefault(offered => offered.Code == code) ?? Offered[0];
}
