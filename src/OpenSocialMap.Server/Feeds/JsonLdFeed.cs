using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using OpenSocialMap.Agenda;
using OpenSocialMap.Agenda.SchemaOrg;

namespace OpenSocialMap.Server.Feeds;

/// <summary>An agenda for search engines and linked data: each activity as schema.org's EventSeries, with its schedule and each of its times. https://schema.org/EventSeries</summary>
internal sealed class JsonLdFeed : SeriesFeed
{
    // Quotes and accents as people read them: the answer is JSON and never a page.
    public static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Place = "Place";

    private readonly Utf8JsonWriter _json;

    public JsonLdFeed(Feed feed) : base(feed) => _json = new Utf8JsonWriter(Output, Readable);

    public override void Begin()
    {
        _json.WriteStartObject();
        _json.WriteString("@context"u8, "https://schema.org");
        _json.WriteStartArray("@graph"u8);
    }

    public override void Flush() => _json.Flush();

    protected override void WriteSeries(FeedActivity activity, IReadOnlyList<FeedOccurrence> times)
    {
        _json.WriteStartObject();
        _json.WriteString("@type"u8, "EventSeries");
        _json.WriteString("@id"u8, activity.Uri);
        _json.WriteString("url"u8, activity.Uri);
        Describe(activity, times[0]);
        _json.WriteString("startDate"u8, Start(times[0]));
        _json.WriteString("endDate"u8, End(times[^1]) ?? Day(times[^1].EndDate));
        Location(activity.Place, times[0]);
        Schedules(activity);
        _json.WriteStartArray("subEvent"u8);
        foreach (var time in times)
            Time(activity, time);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    protected override void End()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    protected override void Dispose(bool disposing)
    {
        _json.Dispose();
        base.Dispose(disposing);
    }

    private void Describe(FeedActivity activity, FeedOccurrence time)
    {
        _json.WriteString("name"u8, activity.Name);
        if (string.Join('\n', new[] { activity.Description, Words.Warning(activity) }.OfType<string>()) is { Length: > 0 } description)
            _json.WriteString("description"u8, description);
        if (activity.IsAccessibleForFree is { } isFree)
            _json.WriteBoolean("isAccessibleForFree"u8, isFree);
        Texts("inLanguage", activity.InLanguage);
        Texts("keywords", activity.Themes.Select(Words.Label));
        if (Ages(activity) is { } ages)
            _json.WriteString("typicalAgeRange"u8, ages);
        if (activity.TargetGroups.Length > 0)
        {
            _json.WriteStartObject("audience"u8);
            _json.WriteString("@type"u8, "Audience");
            _json.WriteString("audienceType"u8, string.Join(", ", activity.TargetGroups.Select(Words.Label)));
            _json.WriteEndObject();
        }
        if (activity.Organiser is { } organiser)
        {
            _json.WriteStartObject("organizer"u8);
            _json.WriteString("@type"u8, "Organization");
            _json.WriteString("@id"u8, organiser.Uri);
            _json.WriteString("name"u8, organiser.Name);
            _json.WriteString("url"u8, organiser.Uri);
            _json.WriteEndObject();
        }
        _json.WriteString("eventStatus"u8, "https://schema.org/EventScheduled");
        Attendance(activity.Place ?? time.Place);
    }

    private void Schedules(FeedActivity activity)
    {
        _json.WriteStartArray("eventSchedule"u8);
        foreach (var schedule in activity.Schedules.Select(FeedSchedules.Read).OfType<OpenSocialMap.Agenda.Schedules.Schedule>())
            SchemaOrgSchedule.Of(schedule).Json.WriteTo(_json);
        _json.WriteEndArray();
    }

    private void Time(FeedActivity activity, FeedOccurrence time)
    {
        _json.WriteStartObject();
        _json.WriteString("@type"u8, "Event");
        _json.WriteString("@id"u8, time.Uri);
        _json.WriteString("url"u8, time.Uri);
        _json.WriteString("name"u8, activity.Name);
        if (time.StatusNote is { } note)
            _json.WriteString("description"u8, note);
        _json.WriteString("startDate"u8, Start(time));
        if (End(time) is { } end)
            _json.WriteString("endDate"u8, end);
        _json.WriteString("eventStatus"u8, Status(time));
        if (Status(time) == "https://schema.org/EventRescheduled" && time.OriginalDate is { } original)
            _json.WriteString("previousStartDate"u8, Day(original));
        Attendance(time.Place);
        Location(time.Place, time);
        _json.WriteEndObject();
    }

    // What has a place is something that people come to; of the rest nobody says.
    private void Attendance(FeedPlace? place)
    {
        if (place is not null)
            _json.WriteString("eventAttendanceMode"u8, "https://schema.org/OfflineEventAttendanceMode");
    }

    /// <summary>A reader of schema.org expects a location: where the place is not known, the area that it is in.</summary>
    private void Location(FeedPlace? place, FeedOccurrence time)
    {
        _json.WriteStartObject("location"u8);
        _json.WriteString("@type"u8, Place);
        if (place is not null)
            _json.WriteString("@id"u8, place.Uri);
        _json.WriteString("name"u8, place?.Name ?? time.Wijk?.Name ?? time.Municipality?.Name ?? "Dordrecht");
        _json.WriteStartObject("address"u8);
        _json.WriteString("@type"u8, "PostalAddress");
        if (place?.ExactAddress is { } address)
        {
            Text("streetAddress", address.StreetAddress);
            Text("postalCode", address.PostalCode);
        }
        _json.WriteString("addressLocality"u8, place?.Address?.AddressLocality ?? time.Municipality?.Name ?? "Dordrecht");
        _json.WriteString("addressCountry"u8, "NL");
        _json.WriteEndObject();
        if (place?.ExactPoint is [var longitude, var latitude, ..])
        {
            _json.WriteStartObject("geo"u8);
            _json.WriteString("@type"u8, "GeoCoordinates");
            _json.WriteNumber("latitude"u8, latitude);
            _json.WriteNumber("longitude"u8, longitude);
            _json.WriteEndObject();
        }
        _json.WriteEndObject();
    }

    private static string? Ages(FeedActivity activity) => (activity.MinimumAge, activity.MaximumAge) switch
    {
        (null, null) => null,
        (var from, var to) => string.Create(CultureInfo.InvariantCulture, $"{from ?? 0}-{to}"),
    };

    /// <summary>Schema.org has no word for what is held elsewhere: it takes place, and its location says where.</summary>
    private static string Status(FeedOccurrence time) => time.Status switch
    {
        "CANCELLED" => "https://schema.org/EventCancelled",
        "POSTPONED" => "https://schema.org/EventPostponed",
        "RESCHEDULED" => "https://schema.org/EventRescheduled",
        _ => "https://schema.org/EventScheduled",
    };

    private static string Start(FeedOccurrence time) => time.StartsAt is { } instant ? Local(instant) : Day(time.Date);

    private static string? End(FeedOccurrence time) =>
        time is { StartsAt: not null, EndsAt: { } instant } ? Local(instant) : time.EndDate != time.Date ? Day(time.EndDate) : null;

    private static string Local(DateTimeOffset instant) =>
        Instant.FromDateTimeOffset(instant).InZone(AmsterdamTime.Zone).ToOffsetDateTime().ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Text(string name, string? text)
    {
        if (text is not null)
            _json.WriteString(name, text);
    }

    private void Texts(string name, IEnumerable<string> texts)
    {
        string[] all = [.. texts];
        if (all.Length == 0)
            return;
        _json.WriteStartArray(name);
        foreach (var text in all)
            _json.WriteStringValue(text);
        _json.WriteEndArray();
    }
}
