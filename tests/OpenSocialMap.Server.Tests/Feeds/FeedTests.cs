using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Feeds;

/// <summary>The agenda in other forms: where they are, in which one somebody gets it, and what is told when it is asked wrongly.</summary>
[Collection(AnswersCollection.Name)]
public sealed partial class FeedTests(SeededServer server) : IClassFixture<SeededServer>
{
    [Theory]
    [InlineData("/wijken/nowhere/agenda.ics", 404, "nowhere")]
    [InlineData("/wijken/nowhere/agenda.html", 404, "nowhere")]
    [InlineData("/werkgebieden/nowhere/agenda.atom", 404, "nowhere")]
    [InlineData("/places/nowhere/agenda.jsonld", 404, "nowhere")]
    [InlineData("/partners/nowhere/agenda.geojson", 404, "nowhere")]
    [InlineData("/themes/sleeping/agenda.ics", 404, "eating-together")]
    [InlineData("/themes/EATING_TOGETHER/agenda.ics", 404, "eating-together")]
    [InlineData("/agenda.ics?area=nowhere", 404, "nowhere")]
    [InlineData("/agenda.ics?colour=red", 400, "\"colour\"")]
    [InlineData("/wijken/sterrenburg/agenda.ics?area=krispijn", 400, "\"area\"")]
    [InlineData("/themes/money/agenda.ics?themes=LANGUAGE", 400, "\"themes\"")]
    [InlineData("/agenda.ics?themes=SLEEPING", 400, "SLEEPING")]
    [InlineData("/agenda.atom?weekdays=SOMEDAY", 400, "SOMEDAY")]
    [InlineData("/agenda.html?from=2023-02-31", 400, "2026-02-28")]
    [InlineData("/agenda.html?until=soon", 400, "until is \"soon\"")]
    [InlineData("/agenda.geojson?from=2023-03-01&until=2023-02-01", 400, "\"until\" is before \"from\"")]
    [InlineData("/agenda.ics?from=2023-01-01&until=2523-01-01", 400, "at most 366 days")]
    [InlineData("/agenda.ics?free=perhaps", 400, "true or false")]
    [InlineData("/agenda.ics?oncePerSeries=1", 400, "true or false")]
    [InlineData("/agenda.ics?near=here", 400, "51.81,4.67,800")]
    [InlineData("/agenda.ics?near=51.8,4.67,NaN", 400, "51.81,4.67,800")]
    [InlineData("/agenda.ics?near=51.8,4.67,-5", 400, "within")]
    [InlineData("/agenda.ics?lang=fr", 400, "nl and en")]
    [InlineData("/agenda.ics?from=2023-01-01&from=2023-01-02", 400, "2 times")]
    [InlineData("/agenda.html?cursor=nonsense", 400, "cursor")]
    [InlineData("/agenda.ics?price=CHEAP", 400, "CHEAP")]
    [InlineData("/agenda.ics?languageLevel=D1", 400, "D1")]
    [InlineData("/agenda.ics?accessible=UNKNOWN", 400, "UNKNOWN")]
    [InlineData("/agenda.ics?accessibilityProfile=TALL", 400, "TALL")]
    public async Task What_is_asked_wrongly_is_told_and_how_to_mend_it(string path, int status, string words)
    {
        using var answer = await server.Http.GetAsync(path);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(words, JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("ics", "text/calendar")]
    [InlineData("atom", "application/atom+xml")]
    [InlineData("jsonld", "application/ld+json")]
    [InlineData("geojson", "application/geo+json")]
    [InlineData("html", "text/html")]
    public async Task An_agenda_with_nothing_in_it_is_an_empty_one(string extension, string type)
    {
        using var answer = await server.Http.GetAsync($"/wijken/sterrenburg/agenda.{extension}?from=1900-01-01&until=1900-01-02&weekdays=MONDAY");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("utf-8", answer.Content.Headers.ContentType.CharSet);
        var text = await answer.Content.ReadAsStringAsync();
        foreach (var item in new[] { "BEGIN:VEVENT", "<entry", "\"Event", "\"Feature\"", "<article" })
            Assert.DoesNotContain(item, text, StringComparison.Ordinal);
        Assert.Contains(extension is "jsonld" ? "@context" : "Sterrenburg", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=0001-01-01&until=0001-02-01")]
    [InlineData("from=9999-12-01&until=9999-12-31")]
    [InlineData("from=9999-12-31")]
    public async Task The_calendar_begins_and_ends_without_a_failure(string days)
    {
        using var answer = await server.Http.GetAsync($"/wijken/sterrenburg/agenda.geojson?{days}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("features").EnumerateArray());
    }

    [Theory]
    [InlineData("price=UNKNOWN", "price: [null]")]
    [InlineData("price=FREE,UNKNOWN&languageLevel=UNKNOWN", "price: [FREE, null], languageLevel: [null]")]
    [InlineData("accessible=LIFT", "accessible: [LIFT]")]
    [InlineData("accessibilityProfile=ROLLATOR&weekdays=SATURDAY", "accessibilityProfile: ROLLATOR, weekdays: [SATURDAY], order: [{ date: ASC }, { shortcomings: ASC }]")]
    [InlineData("near=51.79,4.67,3000", "near: { latitude: 51.79, longitude: 4.67, within: 3000 }, order: [{ date: ASC }, { distance: ASC }]")]
    public async Task A_feed_takes_the_filters_of_the_agenda(string parameters, string arguments)
    {
        var feed = JsonElement.Parse(await server.Http.GetStringAsync($"/agenda.geojson?from=2023-02-06&until=2023-02-12&{parameters}"));
        var answer = await server.Client.Ask($$"""{ agenda(from: "2023-02-06", until: "2023-02-12", first: 100, {{arguments}}) { totalCount nodes { id } } }""");
        Assert.Equal(
            answer.Data.GetProperty("agenda").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()),
            feed.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("id").GetString()).Take(100));
        Assert.Equal(answer.Data.GetProperty("agenda").GetProperty("totalCount").GetInt32(), feed.GetProperty("features").GetArrayLength());
    }

    [Fact]
    public async Task A_page_of_what_is_near_has_each_day_once()
    {
        var page = await server.Http.GetStringAsync("/agenda.html?from=2023-02-06&until=2023-02-12&near=51.79,4.67,3000");
        var days = Regex.Matches(page, "<h2><time datetime=\"([^\"]+)\"").Select(day => day.Groups[1].Value).ToList();
        Assert.Equal(days.Distinct().Order(), days);
        Assert.True(days.Count > 3);
    }

    [Fact]
    public async Task A_page_tells_an_activity_once_in_full_and_leads_to_each_activity_once()
    {
        var page = await server.Http.GetStringAsync("/wijken/sterrenburg/agenda.html?from=2023-02-06&until=2023-02-12");
        Assert.Single(Regex.Matches(page, "Iedereen kan elke dag binnenlopen"));
        Assert.Equal(7, Regex.Count(page, "<h3>Inloop Ontmoetingskerk</h3>"));
        Assert.Contains("oncePerSeries=true", page, StringComparison.Ordinal);
        var once = await server.Http.GetStringAsync("/wijken/sterrenburg/agenda.html?from=2023-02-06&until=2023-02-12&oncePerSeries=true");
        Assert.Single(Regex.Matches(once, "<h3>Inloop Ontmoetingskerk</h3>"));
        Assert.Contains("oncePerSeries=false", once, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/agenda.ics?from=2023-02-01&until=2023-02-03")]
    [InlineData("/wijken/sterrenburg/agenda.html?lang=en")]
    [InlineData("/themes/money/agenda")]
    public async Task Who_has_it_already_is_not_sent_it_again(string path)
    {
        using var first = await server.Http.GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var again = await server.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal([.. first.Headers.Vary, "Accept-Encoding"], again.Headers.Vary);
        using var head = await server.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        Assert.Equal((HttpStatusCode.OK, first.Headers.ETag), (head.StatusCode, head.Headers.ETag));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("", "text/html")]
    [InlineData("*/*", "text/html")]
    [InlineData("text/calendar", "text/calendar")]
    [InlineData("text/calendar;q=0.5, application/atom+xml", "application/atom+xml")]
    [InlineData("application/*;q=0.1, text/calendar;q=0.2", "text/calendar")]
    [InlineData("application/geo+json, text/html;q=0.9", "application/geo+json")]
    [InlineData("text/html;q=0, */*", "text/calendar")]
    public async Task One_address_answers_in_the_form_that_the_client_takes(string accept, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/wijken/sterrenburg/agenda");
        if (accept.Length > 0)
            request.Headers.Add("Accept", accept);
        using var answer = await server.Http.SendAsync(request);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept", answer.Headers.Vary);
        Assert.StartsWith("/wijken/sterrenburg/agenda.", answer.Content.Headers.ContentLocation!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_client_could_read_is_refused_with_what_there_is()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/agenda") { Headers = { { "Accept", "image/png" } } };
        using var answer = await server.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotAcceptable, answer.StatusCode);
        Assert.Contains("text/calendar", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Accept", answer.Headers.Vary);
    }

    [Theory]
    [InlineData("ics")]
    [InlineData("atom")]
    [InlineData("jsonld")]
    [InlineData("geojson")]
    [InlineData("html")]
    public async Task A_fixed_question_has_a_fixed_answer(string extension) =>
        Golden.Equal(
            Path.Combine(Repository.Clone.Root, "tests/OpenSocialMap.Server.Tests/Feeds/golden", $"sterrenburg.{extension}"),
            Steady(await server.Http.GetStringAsync($"/wijken/sterrenburg/agenda.{extension}?from=2023-02-06&until=2023-02-12")));

    /// <summary>When the test's database was filled says nothing.</summary>
    private static string Steady(string text) => Moments().Replace(text.ReplaceLineEndings("\n"), "2023-01-01T00:00:00Z");

    [GeneratedRegex("""(?<=<updated>)[^<]+|(?<="modifiedAt":")[^"]+|(?<=(?:DTSTAMP|LAST-MODIFIED):)\S+""")]
    private static partial Regex Moments();
}
