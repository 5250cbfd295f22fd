namespace OpenSocialMap.Server.Feeds;

/// <summary>Where something is held, on one line.</summary>
internal static class FeedPlaces
{
    public static string? Tell(FeedPlace? place) => place is null ? null : place.ExactAddress is { } address ? $"{place.Name}, {address}" : place.Name;
}
