namespace OpenSocialMap.Server.Features;

/// <summary>A collection of features: a list of the public schema whose items have a place on the map.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Field">The root field that lists it.</param>
/// <param name="By">The root field that finds one of it.</param>
/// <param name="Type">The type of its items.</param>
/// <param name="Geometry">The field of an item that becomes the feature's geometry.</param>
/// <param name="Properties">What becomes the feature's properties, as a selection.</param>
/// <param name="Filters">Arguments of the root field that a query string may give.</param>
public sealed record Layer(
    string Id, string Title, string Description, string Field, string By, string Type, string Geometry, string Properties, IReadOnlyList<LayerFilter> Filters)
{
    private const string AreaProperties =
        "slug uri name code year inhabitants households areaTotalHa areaLandHa geometryDetail municipality { name code }";

    private const string Provenance = "provenance { source { title } statedOn confirmedOn }";

    private static readonly LayerFilter Area = new(
        "area", "String", "Only items in this municipality, wijk, buurt or working area: its code or slug, such as WK050509 or krispijn. Decided by what a source states.");

    public static readonly IReadOnlyList<Layer> All =
    [
        new("wijken", "Wijken", "Districts, as Statistics Netherlands (CBS) has them, with their outlines.", "wijken", "wijk", "Wijk", "geometry",
            $"{AreaProperties} officialName", []),
        new("buurten", "Buurten", "Neighbourhoods, as Statistics Netherlands (CBS) has them, with their outlines.", "buurten", "buurt", "Buurt", "geometry",
            $"{AreaProperties} postcode4 wijk {{ name code }}", [Area]),
        new("places", "Meeting places", "Where people meet. Mind locationPrecision: an approximate point is no address.", "meetingPlaces", "meetingPlace", "MeetingPlace", "location",
            $"slug uri name kind description website status locationPrecision address {{ streetAddress postalCode addressLocality }} wijk {{ name code }} freshness {{ isStale staleSince }} {Provenance}", [Area]),
        new("activities", "Activities", "What people can take part in, at the point of its place. Mind locationPrecision.", "activities", "activity", "Activity", "location",
            $$"""
            slug uri name description themes targetGroups access isAccessibleForFree priceNote inLanguage status locationPrecision
            schedule { text repeatFrequency byDay byMonth dayPart startDate endDate startTime endTime }
            place { name slug uri } organiser { name uri } wijk { name code } freshness { isStale staleSince } {{Provenance}}
            """,
            [
                Area,
                new("themes", "[Theme!]", "Only activities with at least one of these themes, with commas between them."),
                new("targetGroups", "[TargetGroup!]", "Only activities for at least one of these groups, with commas between them."),
                new("access", "[Access!]", "Only activities with one of these ways in, with commas between them."),
                new("free", "Boolean", "true: only what a source calls free; false: only what has a stated price."),
                new("language", "String", "Only activities held in this language, as a BCP 47 tag."),
            ]),
    ];

    /// <summary>The operation that reads a page of it.</summary>
    public string PageQuery { get; } =
        $$"""
        query {{Type}}Features($first: Int, $after: String, $where: {{Type}}FilterInput{{string.Concat(Filters.Select(filter => $", ${filter.Name}: {filter.Type}"))}}) {
          {{Field}}(first: $first, after: $after, where: $where{{string.Concat(Filters.Select(filter => $", {filter.Name}: ${filter.Name}"))}}) {
            totalCount
            pageInfo { hasNextPage endCursor }
            nodes { id {{Geometry}} { type coordinates } {{Properties}} }
          }
        }
        """;

    /// <summary>The operation that reads one item.</summary>
    public string ItemQuery { get; } =
        $$"""
        query {{Type}}Feature($id: ID!) {
          {{By}}(by: { id: $id }) { id {{Geometry}} { type coordinates } {{Properties}} }
        }
        """;
}

/// <summary>A way to list fewer items.</summary>
/// <param name="Name">In the query string and in GraphQL alike.</param>
/// <param name="Type">Its type in GraphQL.</param>
public sealed record LayerFilter(string Name, string Type, string Description)
{
    public bool IsList => Type.StartsWith('[');
}
