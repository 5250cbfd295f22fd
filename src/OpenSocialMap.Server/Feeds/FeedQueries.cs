namespace OpenSocialMap.Server.Feeds;

/// <summary>The operations of the public schema that feeds are made of.</summary>
internal static class FeedQueries
{
    /// <summary>The arguments that lists of activities have as well.</summary>
    public static readonly IReadOnlyList<string> ActivityFilters = ["near", "area", "themes", "targetGroups", "access", "free", "language", "price", "languageLevel", "accessible", "accessibilityProfile"];

    private const string Filters =
        "$near: NearInput, $area: String, $themes: [Theme!], $targetGroups: [TargetGroup!], $access: [Access!], $free: Boolean, $language: String, "
        + "$price: [Price], $languageLevel: [LanguageLevel], $accessible: [AccessibilityFeature!], $accessibilityProfile: AccessibilityProfile";

    private const string Given =
        "near: $near, area: $area, themes: $themes, targetGroups: $targetGroups, access: $access, free: $free, language: $language, "
        + "price: $price, languageLevel: $languageLevel, accessible: $accessible, accessibilityProfile: $accessibilityProfile";

    private const string Place =
        "place { id uri name locationPrecision address { streetAddress postalCode addressLocality } location { coordinates } }";

    private const string Activity =
        $$"""
        id uri name description themes targetGroups access isAccessibleForFree priceNote inLanguage minimumAge maximumAge status modifiedAt
        schedules {
          text repeatFrequency timesPerPeriod byDay byMonth byMonthDay bySetPosition repeatCount dayPart
          startDate endDate startTime endTime exceptDates extraDates exceptHolidays onlyHolidays
        }
        {{Place}} organiser { name uri } wijk { name } municipality { name }
        provenance { statedOn confirmedOn source { title } } freshness { isStale staleSince }
        """;

    /// <summary>A page of occurrences, by day and time.</summary>
    public static string ByTime { get; } = Agenda("AgendaByTime", ", order: $order", ", $order: [OccurrenceSortInput!]");

    /// <summary>The same with those of one activity together.</summary>
    public static string BySeries { get; } = Agenda("AgendaBySeries", ", order: [{ activity: { slug: ASC } }, { startsAt: ASC }]");

    /// <summary>A page of activities of which nobody says on which dates they are.</summary>
    public static string Undated { get; } =
        $$"""
        query AgendaUndated($first: Int, $after: String, $where: ActivityFilterInput, {{Filters}}) {
          activities(first: $first, after: $after, where: $where, {{Given}}) {
            pageInfo { hasNextPage endCursor }
            nodes { {{Activity}} }
          }
        }
        """;

    private static string Agenda(string name, string order, string variable = "") =>
        $$"""
        query {{name}}(
          $first: Int, $after: String, $counted: Boolean!, $where: OccurrenceFilterInput, $from: Date, $until: Date,
          $weekdays: [Weekday!], $dayParts: [DayPart!], $oncePerSeries: Boolean, {{Filters}}{{variable}}
        ) {
          agenda(
            first: $first, after: $after, where: $where, from: $from, until: $until,
            weekdays: $weekdays, dayParts: $dayParts, oncePerSeries: $oncePerSeries, {{Given}}{{order}}
          ) {
            totalCount @include(if: $counted)
            pageInfo { hasNextPage endCursor }
            nodes {
              id uri date startTime endTime endDate dayPart startsAt endsAt status statusNote originalDate locationPrecision modifiedAt
              location { type coordinates }
              {{Place}} wijk { name } municipality { name }
              activity { {{Activity}} }
            }
          }
        }
        """;
}
