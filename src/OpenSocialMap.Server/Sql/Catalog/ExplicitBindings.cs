using NpgsqlTypes;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.Server.Sql.Catalog;

/// <summary>What no convention can bind: addresses of records, numbers made of a point, links with data of their own, and the roots.</summary>
internal static class ExplicitBindings
{
    private static readonly string[] Provenance =
        ["provenance_source_key", "provenance_locator", "provenance_stated_on", "provenance_confirmed_on", "provenance_note"];

    private static readonly Dictionary<string, Link> Links = new()
    {
        ["Area.meetingPlaces"] = Through("area_place", "area_key", "place_key"),
        ["Area.activities"] = Through("area_activity", "area_key", "activity_key"),
        // Of the three levels that divide the town a place keeps its own, so one index gives the places of each in order.
        ["Municipality.meetingPlaces"] = new("key", "municipality_key"),
        ["Wijk.meetingPlaces"] = new("key", "wijk_key"),
        ["Buurt.meetingPlaces"] = new("key", "buurt_key"),
        ["MeetingPlace.werkgebieden"] = Through("area_place", "place_key", "area_key"),
        ["Activity.werkgebieden"] = Through("area_activity", "activity_key", "area_key"),
        ["Activity.partners"] = Role("activity_key", "partner_key"),
        ["Partner.activities"] = Role("partner_key", "activity_key"),
        ["Activity.programmes"] = Through("activity_programme", "activity_key", "programme_key"),
        ["Programme.activities"] = Through("activity_programme", "programme_key", "activity_key"),
        ["Wijk.werkgebieden"] = Through("werkgebied_wijk", "wijk_key", "werkgebied_key", ["coverage", "reason", .. Provenance]),
        ["Werkgebied.wijken"] = Through("werkgebied_wijk", "werkgebied_key", "wijk_key", ["coverage", "reason", .. Provenance]),
        ["Municipality.wijken"] = new("key", "municipality_key"),
        ["Municipality.buurten"] = new("key", "municipality_key"),
        ["Municipality.werkgebieden"] = new("key", "municipality_key"),
        ["Wijkkrant.areas"] = Through("wijkkrant_area", "wijkkrant_key", "area_key"),
        ["Wijk.wijkkranten"] = Through("wijkkrant_reach", "area_key", "wijkkrant_key"),
        ["AreaAt.werkgebieden"] = new("wijk_key", "key", new Via("api.werkgebied_wijk", "wijk_key", "werkgebied_key", [], "coverage = 'WHOLE'")),
    };

    private static Link Through(string view, string parent, string target, params string[] edge) => new("key", "key", new Via($"api.{view}", parent, target, edge));

    private static Link Role(string parent, string target) => new("key", "key", new Via("api.activity_partner", parent, target, ["role"], Distinct: "role"));

    /// <summary>The rows of types that are no entity of their own.</summary>
    public static RowBinding Rows(SchemaCatalog catalog, CompositeType type) => type.Name switch
    {
        "Area" => new AbstractBinding(type, "api.area", "kind", Cases(catalog, type, name => name.ToUpperInvariant()), null) { DefaultOrder = [new ColumnBinding("name", ((FieldsType)type).Fields.Find("name")!.Type)] },
        "SearchResult" => new AbstractBinding(type, "api.search_document", "kind", Cases(catalog, type, name => name), "subject_key"),
        _ => ConscienceBindings.Rows(catalog, type) ?? FiguresBindings.Rows(type) ?? new ObjectBinding((ObjectType)type, ""),
    };

    /// <summary>The object types that a row of an interface or union can be, by the value of its discriminator.</summary>
    private static Dictionary<string, ObjectBinding> Cases(SchemaCatalog catalog, CompositeType type, Func<string, string> value) =>
        catalog.Schema.PossibleTypes(type).ToDictionary(o => value(o.Name), o => catalog.ObjectType(o.Name));

    public static FieldBinding? Field(SchemaCatalog catalog, FieldsType type, OutputField field)
    {
        if (Links.GetValueOrDefault($"{type.Name}.{field.Name}") is { } link)
            return new ListBinding(catalog.Type(Items(field)), link);
        if (type.Interfaces.Any(i => i.Name == "Area") && Links.GetValueOrDefault($"Area.{field.Name}") is { } ofArea)
            return new ListBinding(catalog.Type(Items(field)), ofArea);
        return (type.Name, field.Name) switch
        {
            (_, "alternateNames") => new ListBinding(catalog.Type("AlternateName"), new Link("id", "subject_id")),
            ("Query", _) => QueryBindings.Field(catalog, field),
            ("Subscription", _) => SubscriptionBindings.Field(catalog, field),
            ("ActivityChange" or "MeetingPlaceChange" or "OccurrenceChange", "change" or "id") => new ColumnBinding(field.Name, field.Type),
            ("ActivityChange" or "MeetingPlaceChange" or "OccurrenceChange", _) => new ReferenceBinding(catalog.Type(field.Type.Named.Name), SubscriptionBindings.RecordKey),
            (_, "uri") => new ExpressionBinding((compiler, row, _) =>
                $"concat('\"', {compiler.Writer.Once(BaseUrl, () => compiler.Writer.Parameter(NpgsqlDbType.Text, source => source.BaseUrl))}, '/id/', {row.Column("id")}, '\"')"),
            (_, "latitude") => new ExpressionBinding((_, row, _) => $"coalesce(st_y({row.Column("location")})::text, 'null')"),
            (_, "longitude") => new ExpressionBinding((_, row, _) => $"coalesce(st_x({row.Column("location")})::text, 'null')"),
            (_, "distance") => new ExpressionBinding((compiler, row, planned) =>
                Near.Json($"{row.Column("location_rd")} <-> {Near.Point(compiler, planned, (ObjectInput)planned.Argument("from")!)}")),
            // The first of its schedules stands in the activity's own row of the view.
            ("Activity", "schedule") => new PartBinding(catalog.ObjectType("Schedule"), "schedule_", ["schedule_key"]),
            ("OpeningSpan", "when") => new PartBinding(catalog.ObjectType("Schedule"), "", []),
            ("Activity", "scheduleSummary") => new ExpressionBinding(SummaryBindings.OfSchedule),
            ("MeetingPlace", "openingHoursSummary") => new ExpressionBinding(SummaryBindings.OfOpeningHours),
            ("Activity", "price") => new ExpressionBinding((_, row, _) => $"coalesce('\"' || {Thresholds.Price("Activity", row.Alias)} || '\"', 'null')"),
            ("MeetingPlace", "shortcomings") => new ExpressionBinding(Thresholds.Shortcomings),
            ("HelpRoute", "activities") => new HelpBinding(catalog.Type("Activity")),
            ("SearchHighlight", "matches") => new ExpressionBinding(SearchText.Matches),
            ("Suggestion", "type") => new ExpressionBinding((_, row, _) => SearchText.KindJson(row)),
            ("Shortcoming" or "SearchHighlight" or "TextMatch" or "Suggestion", _) => new ColumnBinding(EntityConvention.SnakeCase(field.Name), field.Type),
            ("MeetingPlace", "openAt") => new ExpressionBinding(OpeningBindings.OpenAt),
            ("MeetingPlace", "presentAt") => new ExpressionBinding(OpeningBindings.PresentAt),
            ("MeetingPlace", "nextOpening") => new ExpressionBinding(OpeningBindings.NextOpening),
            ("Occurrence", "location") => new GeometryBinding("location"),
            ("Occurrence", "locationPrecision") => new ColumnBinding("location_precision", field.Type),
            ("Occurrence", "wijk" or "buurt" or "municipality") => new ReferenceBinding(catalog.Type(field.Type.Named.Name), $"{field.Name}_key"),
            ("AreaAt", "municipality" or "wijk" or "buurt") => new ReferenceBinding(catalog.Type(field.Type.Named.Name), $"{field.Name}_key"),
            _ => ConscienceBindings.Field(catalog, type, field) ?? FiguresBindings.Field(catalog, type, field),
        };
    }

    private static readonly object BaseUrl = new();

    private static string Items(OutputField connection) => ((ObjectType)connection.Type.Named).Fields.Find("nodes")!.Type.Named.Name;

    /// <summary>The column behind a field of an edge, beside cursor, node and distance; null when there is none.</summary>
    public static string? EdgeColumn(ObjectType edge, OutputField field) => field.Name switch
    {
        "role" or "coverage" or "reason" => field.Name,
        "provenance" => "provenance_",
        "rank" or "highlights" => field.Name,
        _ => null,
    };
}
