using System.Text;
using System.Text.Json;
using System.Xml;

namespace OpenSocialMap.Server.Feeds;

/// <summary>An agenda as a feed for editors who follow what comes: an entry for each time that something takes place. https://www.rfc-editor.org/rfc/rfc4287</summary>
internal sealed class AtomFeed : FeedWriter
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    private readonly XmlWriter _xml;
    private DateTimeOffset _updated;

    public AtomFeed(Feed feed) : base(feed)
    {
        _updated = feed.ChangedAt;
        _xml = XmlWriter.Create(Output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true });
    }

    public override void Begin()
    {
        _xml.WriteStartDocument();
        _xml.WriteStartElement("feed", Atom);
        _xml.WriteAttributeString("xml", "lang", null, Words.Language);
        Element("id", Feed.At(FeedFormat.Atom));
        Element("title", Feed.Title);
        Link("self", Feed.At(FeedFormat.Atom), FeedFormat.Atom.MediaType);
        Link("alternate", Feed.At(FeedFormat.Html), FeedFormat.Html.MediaType);
        Author("OpenSocialMap", Feed.Home);
        Element("rights", "CC BY 4.0");
    }

    public override void Write(JsonElement occurrence)
    {
        var time = ReadOccurrence(occurrence);
        var status = Words.Statuses.GetValueOrDefault(time.Status);
        Entry(time.Activity, time.Uri, Feed.At(time.Date), $"{(status is null ? "" : $"{status}: ")}{time.Activity.Name}, {Words.Day(time.Date)}, {Words.Time(time)}", time.ModifiedAt, string.Join('\n', new[]
        {
            status is null ? null : $"{status}. {time.StatusNote}".Trim(),
            $"{Words.Day(time.Date)}, {Words.Time(time)}",
            FeedPlaces.Tell(time.Place),
            Body(time.Activity),
        }.OfType<string>()));
    }

    public override void WriteUndated(IReadOnlyList<FeedActivity> activities)
    {
        foreach (var activity in activities)
            Entry(activity, activity.Uri, Feed.At(FeedFormat.Html), activity.Name, activity.ModifiedAt, $"{Words.UndatedNote}\n{FeedPlaces.Tell(activity.Place)}\n{Body(activity)}");
    }

    public override void End(string? next)
    {
        if (next is not null)
            Link("next", next, FeedFormat.Atom.MediaType);
        // The newest of what it holds is known only now, and the order of these elements says nothing.
        Element("updated", Instant(_updated));
        _xml.WriteEndElement();
        _xml.WriteEndDocument();
    }

    public override void Flush() => _xml.Flush();

    protected override void Dispose(bool disposing)
    {
        _xml.Dispose();
        base.Dispose(disposing);
    }

    /// <param name="page">Where people read about it; the record itself is data.</param>
    private void Entry(FeedActivity activity, string id, string page, string title, DateTimeOffset modifiedAt, string text)
    {
        _xml.WriteStartElement("entry", Atom);
        Element("id", id);
        Element("title", title);
        Link("alternate", page, FeedFormat.Html.MediaType);
        Link("related", id, "application/json");
        var updated = modifiedAt > activity.ModifiedAt ? modifiedAt : activity.ModifiedAt;
        Element("updated", Instant(updated));
        if (activity.Organiser is { } organiser)
            Author(organiser.Name, organiser.Uri);
        foreach (var theme in activity.Themes)
        {
            _xml.WriteStartElement("category", Atom);
            _xml.WriteAttributeString("term", theme);
            _xml.WriteAttributeString("label", Words.Label(theme));
            _xml.WriteEndElement();
        }
        Element("summary", text);
        _xml.WriteEndElement();
        _updated = updated > _updated ? updated : _updated;
    }

    private string Body(FeedActivity activity) => string.Join('\n', new[]
    {
        activity.Description,
        Words.Recurs(activity),
        Words.Price(activity),
        Words.Warning(activity),
        Words.Provenance(activity),
    }.Where(line => !string.IsNullOrEmpty(line)));

    private void Author(string name, string? address)
    {
        _xml.WriteStartElement("author", Atom);
        Element("name", name);
        if (address is not null)
            Element("uri", address);
        _xml.WriteEndElement();
    }

    private void Link(string relation, string address, string type)
    {
        _xml.WriteStartElement("link", Atom);
        _xml.WriteAttributeString("rel", relation);
        _xml.WriteAttributeString("type", type);
        _xml.WriteAttributeString("href", address);
        _xml.WriteEndElement();
    }

    private void Element(string name, string text) => _xml.WriteElementString(name, Atom, string.Concat(text.EnumerateRunes().Where(IsXml)));

    // XML has no way to write most control characters. https://www.w3.org/TR/xml/#charsets
    private static bool IsXml(Rune rune) => rune.Value is '\t' or '\n' or '\r' or >= 0x20 and not (0xFFFE or 0xFFFF);

    private static string Instant(DateTimeOffset instant) => XmlConvert.ToString(instant.UtcDateTime, XmlDateTimeSerializationMode.Utc);
}
