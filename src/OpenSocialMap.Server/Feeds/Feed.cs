using System.Globalization;

namespace OpenSocialMap.Server.Feeds;

/// <summary>The agenda that is being told: what it is of, in which words, and where it can be had in other forms.</summary>
/// <param name="Name">The name of its subject; null when it is of everything.</param>
/// <param name="Host">The name of this server in the world, for identifiers.</param>
/// <param name="Home">The address of this server in the world.</param>
/// <param name="Path">Its own address without an extension: <c>/wijken/sterrenburg/agenda</c>.</param>
/// <param name="Query">What was asked of it, with the question mark; without the place to go on from.</param>
/// <param name="ChangedAt">When anything in the listing last changed.</param>
internal sealed record Feed(string? Name, string Host, string Home, string Path, string Query, bool IsEnglish, DateTimeOffset ChangedAt)
{
    public FeedWords Words => FeedWords.In(IsEnglish);

    public string Title => Words.Title(Name);

    /// <summary>Where the same agenda is in this format.</summary>
    public string At(FeedFormat format) => $"{Home}{Path}.{format.Extension}{Query}";

    /// <summary>The page that tells this day of it.</summary>
    public string At(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Home}{Path}.html?from={day:yyyy-MM-dd}&until={day:yyyy-MM-dd}&lang={Words.Language}");

    /// <summary>Where it goes on.</summary>
    public string Next(FeedFormat format, string cursor) => $"{At(format)}{(Query.Length == 0 ? "?" : "&")}cursor={Uri.EscapeDataString(cursor)}";
}
