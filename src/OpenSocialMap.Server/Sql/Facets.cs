namespace OpenSocialMap.Server.Sql;

/// <summary>One way to divide a list, such as by theme: what a row's values are, and what people call them.</summary>
/// <param name="Argument">The list's argument that filters by the same thing; null when there is none.</param>
/// <param name="Vocabulary">The vocabulary of <c>api.term</c> with the labels.</param>
/// <param name="Value">SQL for a value of the row with an alias; null is unknown.</param>
/// <param name="Join">SQL that joins the values to the row, for what may have several.</param>
/// <param name="Label">SQL for what a value is called when no vocabulary says.</param>
/// <param name="Ranked">Whether the values have an order of their own, such as the days of the week; else the most frequent comes first.</param>
internal sealed record Facet(
    string? Argument, string Vocabulary, Func<string, string> Value, Func<string, string>? Join = null, Func<string, string>? Label = null, bool Ranked = false)
{
    private const string Days = "array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']";

    /// <summary>The day of the week of a <c>day</c> such as 2WE.</summary>
    public const string Weekday = $"({Days})[array_position(array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], right(day, 2))]";

    /// <summary>The facet behind a field of a type such as <c>ActivityFacets</c>, or null.</summary>
    /// <param name="feature">What a facet by one feature of accessibility is of.</param>
    public static Facet? Find(string target, string name, string? feature = null) => name switch
    {
        "type" => new(null, "SEARCH_RESULT_TYPE", alias => SearchText.Kind($"{alias}.kind")),
        "wijk" when target == "Partner" => InWijken(alias => $"api.partner_presence m where m.partner_key = {alias}.key"),
        "wijk" when target == "Programme" => InWijken(alias => $"api.area_activity m join api.activity a on a.key = m.activity_key where {FacetsByActivities.Belongs(target, alias)}"),
        "wijk" when target == "SearchResult" => InWijken(alias => $"api.search_presence m where m.kind = {alias}.kind and m.subject_key = {alias}.subject_key"),
        "kind" when target != "MeetingPlace" => new(null, $"{target.ToUpperInvariant()}_KIND", alias => $"{alias}.kind"),
        "hasFeature" => new("accessible", "AVAILABLE", alias =>
            $"(select f.available::text from api.accessibility_fact f where f.place_key = {Thresholds.Place(target, alias)} and f.feature = '{feature}')", Ranked: true),
        _ when target is "MeetingPlace" or "Partner" or "Programme" && FacetsByActivities.Find(target, name) is { } facet => facet,
        "wijk" => new("area", "", alias => $"{alias}_wijk.slug", alias => $"left join api.wijk {alias}_wijk on {alias}_wijk.key = {alias}.wijk_key", alias => $"{alias}_wijk.name"),
        "theme" => Each("themes", "THEME", "themes"),
        "targetGroup" => Each("targetGroups", "TARGET_GROUP", "target_groups"),
        "language" => Each("language", "LANGUAGE", "in_language"),
        "languageLevel" => new("languageLevel", "LANGUAGE_LEVEL", alias => Thresholds.LanguageLevel(target, alias), Ranked: true),
        "access" => new("access", "ACCESS", alias => $"{alias}.access", Ranked: true),
        "isAccessibleForFree" => new("free", "FREE", alias => $"{alias}.is_accessible_for_free::text", Ranked: true),
        "price" => new("price", "PRICE", alias => Thresholds.Price(target, alias), Ranked: true),
        "kind" => new(null, "PLACE_KIND", alias => $"{alias}.kind"),
        "accessibility" => new("accessible", "ACCESSIBILITY_FEATURE", alias => $"{alias}_value.value", alias =>
            $"left join lateral (select f.feature as value from api.accessibility_fact f where f.place_key = {Thresholds.Place(target, alias)} and f.available) {alias}_value on true"),
        "weekday" when target == "Occurrence" => new("weekdays", "WEEKDAY", alias => $"({Days})[extract(isodow from {alias}.date)::int]", Ranked: true),
        "dayPart" when target == "Occurrence" => new("dayParts", "DAY_PART", alias => $"{alias}.day_part", Ranked: true),
        "weekday" => OfSchedules("WEEKDAY", Weekday, "cross join lateral unnest(s.by_day) as day"),
        "dayPart" => OfSchedules("DAY_PART", "api.day_part(s.day_part, s.start_time)", ""),
        _ => null,
    };

    /// <summary>What is in several wijken at once.</summary>
    /// <param name="presence">SQL for the areas <c>m</c> that the row with an alias is in.</param>
    private static Facet InWijken(Func<string, string> presence) => new("area", "", alias => $"{alias}_wijk.slug", alias =>
        $"left join lateral (select w.slug, w.name from api.wijk w where w.key in (select m.area_key from {presence(alias)})) {alias}_wijk on true", alias => $"{alias}_wijk.name");

    /// <summary>A column with a list of values; an empty list is unknown.</summary>
    private static Facet Each(string argument, string vocabulary, string column) =>
        new(argument, vocabulary, alias => $"{alias}_value.value", alias => $"left join lateral unnest({alias}.{column}) as {alias}_value(value) on true");

    /// <summary>What the schedules of an activity say, each value once.</summary>
    private static Facet OfSchedules(string vocabulary, string value, string join) => new(null, vocabulary, alias => $"{alias}_value.value", alias =>
        $"left join lateral (select distinct {value} as value from api.schedule s {join} where s.activity_key = {alias}.key and {value} is not null) {alias}_value on true", Ranked: true);
}
