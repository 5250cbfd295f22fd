namespace OpenSocialMap.Data.Model;

/// <summary>Public ids: a prefix that tells the type, an underscore, and sixteen characters that tell nothing.</summary>
public static class RecordId
{
    /// <summary>The prefix of each type's ids, by type name.</summary>
    public static IReadOnlyDictionary<string, string> Prefixes { get; } = new Dictionary<string, string>
    {
        [nameof(Municipality)] = "mun",
        [nameof(Wijk)] = "wijk",
        [nameof(Buurt)] = "buurt",
        [nameof(Werkgebied)] = "werk",
        [nameof(MeetingPlace)] = "place",
        [nameof(Activity)] = "act",
        [nameof(Occurrence)] = "occ",
        [nameof(Partner)] = "partner",
        [nameof(Wijkkrant)] = "krant",
        [nameof(Programme)] = "prog",
        [nameof(Dataset)] = "data",
        [nameof(Release)] = "rel",
        [nameof(Indicator)] = "ind",
        [nameof(Observation)] = "obs",
        [nameof(Source)] = "src",
    };
}
