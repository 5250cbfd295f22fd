using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenSocialMap.Server.Feeds;

/// <summary>What an agenda can be of: a wijk, a working area, a place, a partner, a theme; or everything.</summary>
/// <param name="Segment">What its addresses begin with.</param>
/// <param name="By">The root field that finds it by its slug; null for a theme, which is no record.</param>
/// <param name="Fixed">The parameter of the query string that it takes the place of.</param>
internal sealed record FeedSubject(string Segment, string? By, string? Fixed)
{
    public static readonly FeedSubject Everything = new("", null, null);
    public static readonly FeedSubject Themes = new("themes", null, "themes");

    private static readonly FeedSubject Wijken = new("wijken", "wijk", "area");
    private static readonly FeedSubject Werkgebieden = new("werkgebieden", "werkgebied", "area");
    private static readonly FeedSubject Places = new("places", "meetingPlace", null);
    private static readonly FeedSubject Partners = new("partners", "partner", null);

    public static readonly IReadOnlyList<FeedSubject> All = [Wijken, Werkgebieden, Places, Partners, Themes];

    /// <summary>The operation that finds it, and when anything in the listing last changed.</summary>
    public string FindQuery { get; } =
        $$"""
        query {{Segment}}Agenda{{(By is null ? "" : "($slug: String!)")}} {
          activities(first: 1, order: [{ modifiedAt: DESC }]) { nodes { modifiedAt } }
          {{(By is null ? "" : $"{By}(by: {{ slug: $slug }}) {{ id slug name {(By == "wijk" ? "code " : "")}}}")}}
        }
        """;

    /// <summary>What keeps an agenda to this subject: arguments, or a condition on occurrences and the same on activities.</summary>
    public void Narrow(JsonElement record, JsonObject occurrences, JsonObject activities)
    {
        if (this == Wijken)
            occurrences["area"] = record.GetProperty("code").GetString();
        else if (this == Werkgebieden)
            occurrences["area"] = record.GetProperty("slug").GetString();
        else if (this == Places)
            (occurrences["where"], activities["place"]) = (new JsonObject { ["place"] = Is(record) }, Is(record));
        else if (this == Partners)
            (occurrences["where"], activities["partners"]) = (new JsonObject { ["activity"] = new JsonObject { ["partners"] = Some(record) } }, Some(record));
    }

    private static JsonObject Some(JsonElement record) => new() { ["some"] = Is(record) };

    private static JsonObject Is(JsonElement record) => new() { ["id"] = new JsonObject { ["eq"] = record.GetProperty("id").GetString() } };
}
