namespace OpenSocialMap.Server.Feeds;

/// <summary>One time that something takes place, as the public schema's Occurrence gives it.</summary>
internal sealed record FeedOccurrence(
    string Id, string Uri, FeedActivity Activity, DateOnly Date, TimeOnly? StartTime, TimeOnly? EndTime, DateOnly EndDate, string? DayPart,
    DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, string Status, string? StatusNote, DateOnly? OriginalDate, FeedPlace? Place,
    FeedName? Wijk, FeedName? Municipality, DateTimeOffset ModifiedAt)
{
    /// <summary>Whether nobody should go there.</summary>
    public bool IsOff => Status is "CANCELLED" or "POSTPONED";
}

/// <summary>What takes place, as the public schema's Activity gives it.</summary>
internal sealed record FeedActivity(
    string Id, string Uri, string Name, string? Description, string[] Themes, string[] TargetGroups, string? Access, bool? IsAccessibleForFree,
    string? PriceNote, string[] InLanguage, int? MinimumAge, int? MaximumAge, DateTimeOffset ModifiedAt, FeedSchedule[] Schedules,
    FeedPlace? Place, FeedName? Organiser, FeedName? Wijk, FeedName? Municipality, FeedProvenance? Provenance, FeedFreshness? Freshness);

/// <summary>Where it is held.</summary>
internal sealed record FeedPlace(string Id, string Uri, string Name, string? LocationPrecision, FeedAddress? Address, FeedPoint? Location)
{
    /// <summary>Only the building itself may be shown as an address; a point close by would send people to the wrong door.</summary>
    public FeedAddress? ExactAddress => LocationPrecision == "EXACT" ? Address : null;

    /// <summary>Longitude and latitude of the building itself.</summary>
    public double[]? ExactPoint => LocationPrecision == "EXACT" ? Location?.Coordinates : null;
}

internal sealed record FeedAddress(string? StreetAddress, string? PostalCode, string AddressLocality)
{
    public override string ToString() =>
        string.Join(", ", new[] { StreetAddress, string.Join(' ', new[] { PostalCode, AddressLocality }.OfType<string>()) }.OfType<string>());
}

internal sealed record FeedPoint(double[] Coordinates);

/// <summary>Something that is only named here; those with an address of their own have it.</summary>
internal sealed record FeedName(string Name, string? Uri);

/// <summary>Which source states it, and since when.</summary>
internal sealed record FeedProvenance(string StatedOn, DateOnly? ConfirmedOn, FeedSource Source);

internal sealed record FeedSource(string Title);

/// <summary>Whether it is so long ago that anybody said so that it should be asked again.</summary>
internal sealed record FeedFreshness(bool IsStale, DateOnly? StaleSince);

/// <summary>When it recurs, as the public schema's Schedule gives it; see <see cref="FeedSchedules"/>.</summary>
internal sealed record FeedSchedule(
    string? Text, string? RepeatFrequency, int? TimesPerPeriod, string[]? ByDay, int[]? ByMonth, int[]? ByMonthDay, int[]? BySetPosition,
    int? RepeatCount, string? DayPart, DateOnly? StartDate, DateOnly? EndDate, TimeOnly? StartTime, TimeOnly? EndTime,
    DateOnly[] ExceptDates, DateOnly[] ExtraDates, string[] ExceptHolidays, string[] OnlyHolidays);
