using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.WebUtilities;

namespace OpenSocialMap.Server.Feeds;

/// <summary>An agenda as a page to read and to print, day by day.</summary>
internal sealed class HtmlFeed(Feed feed) : FeedWriter(feed)
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new();
    private readonly HashSet<string> _told = [];
    private DateOnly? _day;
    private bool _isEmpty = true;

    public static void WriteHeaders(IHeaderDictionary headers, bool isEnglish)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.ContentLanguage = FeedWords.In(isEnglish).Language;
    }

    public override void Begin() => _html.Append(
        $$"""
        <!doctype html>
        <html lang="{{Words.Language}}">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>{{Text(Feed.Title)}}</title>
          <meta name="color-scheme" content="light dark">
          <link rel="icon" href="/logo.svg" type="image/svg+xml">
          <link rel="stylesheet" href="/landing.css">
          <link rel="stylesheet" href="/agenda.css">
        {{Alternates()}}
        </head>
        <body>
          <a class="skip" href="#main">{{Words.Skip}}</a>
          <header>
            <a class="name" href="/?lang={{Words.Language}}"><img src="/logo.svg" alt="" width="36" height="36"> OpenSocialMap</a>
            <nav><a href="{{Text(With("lang", FeedWords.In(!Feed.IsEnglish).Language))}}" lang="{{FeedWords.In(!Feed.IsEnglish).Language}}">{{Words.OtherLanguage}}</a></nav>
          </header>
          <main id="main" class="agenda">
            <h1>{{Text(Feed.Title)}}</h1>
            <p>{{Words.Ask}}</p>
            <p class="more"><a href="{{Text(With("oncePerSeries", IsOnce ? "false" : "true"))}}">{{(IsOnce ? Words.EachTime : Words.Once)}}</a></p>

        """);

    private bool IsOnce => QueryHelpers.ParseQuery(Feed.Query).TryGetValue("oncePerSeries", out var once) && once == "true";


    public override void Write(JsonElement occurrence)
    {
        var time = ReadOccurrence(occurrence);
        _isEmpty = false;
        if (_day != time.Date)
        {
            EndDay();
            _day = time.Date;
            _html.Append(CultureInfo.InvariantCulture, $"    <section>\n      <h2><time datetime=\"{time.Date:yyyy-MM-dd}\">{Words.Day(time.Date)}</time></h2>\n");
        }
        var status = Words.Statuses.GetValueOrDefault(time.Status);
        var name = Text(time.Activity.Name);
        _html.Append(CultureInfo.InvariantCulture, $"      <article>\n        <h3>{(time.IsOff ? $"<s>{name}</s>" : name)}{(status is null ? "" : $" <strong>{status}</strong>")}</h3>\n");
        Paragraph(When(time));
        if (time.StatusNote is { } note)
            Paragraph(Text(note));
        if (_told.Add(time.Activity.Id))
            About(time.Activity, time.Place);
        else
            AboutAgain(time.Activity, time.Place);
        _html.Append("      </article>\n");
    }

    public override void WriteUndated(IReadOnlyList<FeedActivity> activities)
    {
        EndDay();
        if (activities.Count == 0)
            return;
        _isEmpty = false;
        _html.Append(CultureInfo.InvariantCulture, $"    <section>\n      <h2>{Words.Undated}</h2>\n      <p>{Words.UndatedNote}</p>\n");
        foreach (var activity in activities)
        {
            _html.Append(CultureInfo.InvariantCulture, $"      <article>\n        <h3>{Text(activity.Name)}</h3>\n");
            About(activity, activity.Place);
            _html.Append("      </article>\n");
        }
        _html.Append("    </section>\n");
    }

    public override void End(string? next)
    {
        EndDay();
        if (_isEmpty)
            _html.Append(CultureInfo.InvariantCulture, $"    <p>{Words.NothingFound}</p>\n");
        if (next is not null)
            _html.Append(CultureInfo.InvariantCulture, $"    <p class=\"more\"><a rel=\"next\" href=\"{Text(next)}\">{Words.More}</a></p>\n");
        _html.Append(CultureInfo.InvariantCulture, $"  </main>\n  <footer>\n    <p>{Words.OtherForms}:</p>\n    <ul>\n");
        foreach (var (extension, name) in Words.Forms)
            _html.Append(CultureInfo.InvariantCulture, $"      <li><a href=\"{Text(Feed.At(FeedFormat.Of(extension)!))}\">{name}</a></li>\n");
        _html.Append("    </ul>\n  </footer>\n</body>\n</html>\n");
    }

    public override void Flush()
    {
        Output.Write(Encoding.UTF8.GetBytes(_html.ToString()));
        _html.Clear();
    }

    private void About(FeedActivity activity, FeedPlace? place)
    {
        if (FeedPlaces.Tell(place) is { } where)
            Paragraph(Text(where));
        if (activity.Description is { } description)
            Paragraph(Text(description));
        if (Words.Recurs(activity) is { } schedule)
            Paragraph(Text(schedule));
        if (Words.Price(activity) is { } price)
            Paragraph(Text(price));
        if (activity.Organiser is { } organiser)
            Paragraph($"{Words.Organiser}: {Text(organiser.Name)}");
        if (Words.Warning(activity) is { } warning)
            Paragraph($"<strong>{Text(warning)}</strong>");
        if (Words.Provenance(activity) is { } provenance)
            Paragraph($"<small>{Text(provenance)}</small>");
    }

    /// <summary>What was told of in full above on the page.</summary>
    private void AboutAgain(FeedActivity activity, FeedPlace? place)
    {
        if (FeedPlaces.Tell(place) is { } where)
            Paragraph(Text(where));
        if (Words.Warning(activity) is not null)
            Paragraph($"<strong>{Text(Words.StaleBriefly)}</strong>");
    }

    private string When(FeedOccurrence time)
    {
        var clock = Text(Capitalised(Words.Time(time)));
        return time.StartTime is { } start ? string.Create(CultureInfo.InvariantCulture, $"<time datetime=\"{time.Date:yyyy-MM-dd}T{start:HH:mm}\">{clock}</time>") : clock;
    }

    private void EndDay()
    {
        if (_day is not null)
            _html.Append("    </section>\n");
        _day = null;
    }

    private void Paragraph(string html) => _html.Append(CultureInfo.InvariantCulture, $"        <p>{html}</p>\n");

    private string Alternates() => string.Join('\n', Words.Forms.Keys.Select(extension => FeedFormat.Of(extension)!)
        .Select(format => $"  <link rel=\"alternate\" type=\"{format.MediaType}\" href=\"{Text(Feed.At(format))}\">"));

    /// <summary>The same page with another value of one parameter.</summary>
    private string With(string parameter, string value)
    {
        var parameters = QueryHelpers.ParseQuery(Feed.Query);
        parameters[parameter] = value;
        return (Feed with { Query = QueryString.Create(parameters).ToString() }).At(FeedFormat.Html);
    }

    private static string Capitalised(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    private static string Text(string text) => Encoder.Encode(text);
}
