namespace OpenSocialMap.Server.Sql;

/// <summary>How places, partners and programmes are divided by what their activities are: a place has the themes of all that is held there.</summary>
internal static class FacetsByActivities
{
    private const string Schedules = "join api.schedule s on s.activity_key = a.key";

    /// <summary>The facet behind a field of a type such as <c>PartnerFacets</c>, or null.</summary>
    public static Facet? Find(string target, string name) => name switch
    {
        "theme" => Each(target, "THEME", "themes"),
        "targetGroup" => Each(target, "TARGET_GROUP", "target_groups"),
        "language" => Each(target, "LANGUAGE", "in_language"),
        "languageLevel" => Of(target, "LANGUAGE_LEVEL", "a.language_level", ranked: true),
        "access" => Of(target, "ACCESS", "a.access", ranked: true),
        "isAccessibleForFree" => Of(target, "FREE", "a.is_accessible_for_free::text", ranked: true),
        "price" => Of(target, "PRICE", Thresholds.Price("Activity", "a"), ranked: true),
        "weekday" => Of(target, "WEEKDAY", Facet.Weekday, $"{Schedules} cross join lateral unnest(s.by_day) as day", ranked: true),
        "dayPart" => Of(target, "DAY_PART", "api.day_part(s.day_part, s.start_time)", Schedules, ranked: true),
        _ => null,
    };

    /// <summary>The condition that an activity <c>a</c> is one of the row with this alias.</summary>
    public static string Belongs(string target, string alias) => target switch
    {
        "MeetingPlace" => $"a.place_key = {alias}.key",
        "Partner" => $"a.key in (select l.activity_key from api.activity_partner l where l.partner_key = {alias}.key)",
        "Programme" => $"a.key in (select l.activity_key from api.activity_programme l where l.programme_key = {alias}.key)",
        _ => throw new InvalidOperationException($"Nothing says what the activities of a {target} are."),
    };

    private static Facet Each(string target, string vocabulary, string column) =>
        Of(target, vocabulary, "one.value", $"cross join lateral unnest(a.{column}) as one(value)");

    private static Facet Of(string target, string vocabulary, string value, string join = "", bool ranked = false) => new(null, vocabulary, alias => $"{alias}_value.value", alias =>
        $"left join lateral (select distinct {value} as value from api.activity a {join} where {Belongs(target, alias)} and {value} is not null) {alias}_value on true", Ranked: ranked);
}
