using OpenSocialMap.Server.Sql;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>
/// Which records a subscription follows, by key. A change is told as seen from there: a record that moves out of the wijk is removed from it,
/// whatever became of the record.
/// </summary>
internal sealed record ChangeFilter(string Kind, int? Record, int? Area, int? Place, int? Partner)
{
    public static readonly ChangeEvent Refresh = new("REFRESH", null, null);

    /// <param name="field">The field of the root that is subscribed to.</param>
    public static ChangeFilter Of(string field, IReadOnlyDictionary<string, int> keys)
    {
        int? Key(string argument) => keys.TryGetValue(argument, out var key) ? key : null;
        var kind = field switch { "activityChanged" => "activity", "occurrenceChanged" => "occurrence", _ => "meeting_place" };
        return new ChangeFilter(kind, Key("id"), Key("area"), Key("place"), Key("partner"));
    }

    /// <summary>What the change is to its followers; null when it is nothing to them.</summary>
    public ChangeEvent? Of(RecordChange change)
    {
        if (change.Kind != Kind || (Record is { } key && key != change.Key))
            return null;
        return (Holds(change.Before), Holds(change.After)) switch
        {
            (false, false) => null,
            (false, true) => new ChangeEvent("ADDED", change.Id, change.Key),
            (true, true) => new ChangeEvent("UPDATED", change.Id, change.Key),
            (true, false) => new ChangeEvent("REMOVED", change.Id, change.Key),
        };
    }

    private bool Holds(RecordLinks? links) =>
        links is not null
        && (Area is not { } area || links.Areas.Contains(area))
        && (Place is not { } place || links.Place == place)
        && (Partner is not { } partner || links.Partners.Contains(partner));
}
