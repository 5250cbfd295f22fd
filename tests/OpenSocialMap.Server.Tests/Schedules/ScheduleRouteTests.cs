using System.Net;
using System.Text;
using System.Text.Json;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Schedules;

/// <summary>What people write of when something is, and what schema.org says of it, is read and given back; what can't be read is told with a way to say it.</summary>
[Collection(AnswersCollection.Name)]
public sealed class ScheduleRouteTests(SeededServer server) : IClassFixture<SeededServer>
{
    // The phrases of the sources, as shared knowledge of the domain lists them.
    [Theory]
    [InlineData("elke 2e en 4e woensdagochtend", "FREQ=MONTHLY;BYDAY=2WE,4WE", "iedere 2e en 4e woensdagochtend van de maand")]
    [InlineData("3 x per week", null, "3 keer per week")]
    [InlineData("1 x per maand", null, "1 keer per maand")]
    [InlineData("op zaterdag", "FREQ=WEEKLY;BYDAY=SA", "iedere zaterdag")]
    [InlineData("elke dag", "FREQ=DAILY", "elke dag")]
    [InlineData("elke derde zaterdag van de maand", "FREQ=MONTHLY;BYDAY=3SA", "iedere 3e zaterdag van de maand")]
    [InlineData("om de twee maanden", null, "om de 2 maanden")]
    [InlineData("ieder kwartaal", null, "ieder kwartaal")]
    [InlineData("zes keer per jaar", null, "6 keer per jaar")]
    [InlineData("twee keer per week", null, "2 keer per week")]
    [InlineData("iedere woensdagmiddag", "FREQ=WEEKLY;BYDAY=WE", "iedere woensdagmiddag")]
    [InlineData("van april tot oktober", null, "van april tot en met oktober")]
    [InlineData("van januari tot juli", null, "van januari tot en met juli")]
    [InlineData("maandag t/m vrijdag 09.00–17.00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "maandag t/m vrijdag van 9:00 tot 17:00")]
    [InlineData("15 november 2022 tot 31 maart 2023, zeven dagen per week, inclusief de avonden", "FREQ=DAILY;UNTIL=20230331", "elke dag, van 15 november 2022 tot en met 31 maart 2023")]
    public async Task A_phrase_of_the_sources_is_read_and_its_words_are_read_back_as_the_same(string phrase, string? rule, string words)
    {
        var read = await Read(phrase);
        Assert.Equal((rule, words), (read.GetProperty("iCalendarRule").GetString(), read.GetProperty("summary").GetProperty("nl").GetProperty("large").GetString()));
        var again = await Read(words);
        Assert.Equal(Stated(read), Stated(again));
    }

    [Fact]
    public async Task Schema_org_goes_in_as_it_came_out()
    {
        var read = await Read("iedere dinsdag en donderdag van 10:00 tot 12:00, van 1 januari 2026 t/m 30 juni 2026, niet op 5 mei 2026");
        var (status, answer) = await Post(read.GetProperty("schemaOrg").GetRawText());
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(Stated(read), Stated(answer));
        Assert.Empty(read.GetProperty("notInSchemaOrg").EnumerateArray());
    }

    [Fact]
    public async Task The_days_are_those_from_the_day_that_was_asked_about()
    {
        var read = await Read("iedere 2e en 4e woensdagochtend van de maand", "&on=2026-03-15");
        Assert.Equal(["2026-03-25", "2026-04-08", "2026-04-22"], read.GetProperty("dates").EnumerateArray().Take(3).Select(date => date.GetString()));
        Assert.Equal(JsonValueKind.Null, read.GetProperty("datesUnknown").ValueKind);
        Assert.Equal("DAYS_UNDETERMINED", (await Read("1 x per maand")).GetProperty("datesUnknown").GetString());
        var term = await Read("iedere maandag, niet in de schoolvakanties");
        Assert.Equal(("HOLIDAYS", null), (term.GetProperty("datesUnknown").GetString(), term.GetProperty("iCalendarRule").GetString()));
        Assert.Equal("2026-04-13", (await Read("iedere maandag, niet op feestdagen", "&on=2026-04-04")).GetProperty("dates")[0].GetString());
        Assert.Equal("2026-03-14", (await Read("14 maart om 19:30", "&on=2026-01-01")).GetProperty("dates")[0].GetString());
    }

    [Theory]
    [InlineData("", "Schrijf wanneer het is.")]
    [InlineData("iedere woensdach", "woensdach")]
    [InlineData("31 februari 2026", "bestaat niet")]
    [InlineData("iedere 6e woensdag van de maand", "")]
    [InlineData("om 2 uur", "overdag")]
    public async Task What_can_not_be_read_is_told_with_a_way_to_say_it(string phrase, string words)
    {
        using var answer = await server.Http.GetAsync($"/schedules.json?text={Uri.EscapeDataString(phrase)}");
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Contains(words, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(problem.GetProperty("problems").EnumerateArray());
    }

    [Theory]
    [InlineData("""{"byDay":"Woensdag"}""", "byDay")]
    [InlineData("""{"repeatFrequency":"PT1H"}""", "repeatFrequency")]
    [InlineData("""{"repeatFrequency":"P1Y","byMonth":2,"byMonthDay":30}""", "byMonthDay")]
    [InlineData("""{"repeatFrequency":"P1W","byDay":"WE","startDate":"2026-03-05","endDate":"2026-03-10"}""", "400 years")]
    [InlineData("""{"repeatFrequency":"P0D"}""", "repeatFrequency")]
    [InlineData("""{"startDate":"2026-02-31"}""", "startDate")]
    [InlineData("""{"scheduleTimezone":"Europe/Lisbon"}""", "scheduleTimezone")]
    [InlineData("[]", "one JSON object")]
    [InlineData("null", "one JSON object")]
    [InlineData("{", "one JSON object")]
    [InlineData("""{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":1}}}}}}}}}""", "one JSON object")]
    public async Task A_schedule_of_schema_org_that_can_not_be_is_refused_with_the_reason(string json, string words)
    {
        var (status, answer) = await Post(json);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(words, answer.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_as_something_else_or_without_end_is_not_read()
    {
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Post("{}", "text/plain")).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Post($$"""{"description":"{{new string('a', 20_000)}}"}""")).Status);
        using var answer = await server.Http.GetAsync($"/schedules.json?text={new string('a', 5000)}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var wrongDay = await server.Http.GetAsync("/schedules.json?text=elke%20dag&on=2026-02-31");
        Assert.Equal(HttpStatusCode.BadRequest, wrongDay.StatusCode);
    }

    [Theory]
    [InlineData("/schedules", "Voorbeelden")]
    [InlineData("/schedules?lang=en", "Examples")]
    [InlineData("/schedules?text=iedere%20woensdagmiddag&on=2026-03-01", "woensdag 4 maart 2026")]
    [InlineData("/schedules?text=3x%20per%20week", "Op welke dagen het is, staat er niet.")]
    [InlineData("/schedules?text=iedere%20woensdach", "<mark>woensdach</mark>")]
    [InlineData("/schedules?text=iedere%20woensdach", "text=iedere%20woensdag&amp;lang=nl")]
    [InlineData("/schedules?text=%3Cscript%3E", "&lt;script&gt;")]
    [InlineData("/schedules?text=every%20day&lang=en", "not understood")]
    public async Task People_see_on_a_page_how_it_is_understood(string path, string words)
    {
        using var answer = await server.Http.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<JsonElement> Read(string phrase, string more = "") =>
        JsonElement.Parse(await server.Http.GetStringAsync($"/schedules.json?text={Uri.EscapeDataString(phrase)}{more}"));

    private async Task<(HttpStatusCode Status, JsonElement Answer)> Post(string json, string type = "application/ld+json")
    {
        using var answer = await server.Http.PostAsync("/schedules", new StringContent(json, Encoding.UTF8, type));
        return (answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync()));
    }

    /// <summary>All but the words that somebody used.</summary>
    private static string Stated(JsonElement read) => string.Join('\n', read.GetProperty("schedule").EnumerateObject().Where(property => property.Name != "text").Select(property => $"{property}"));
}
