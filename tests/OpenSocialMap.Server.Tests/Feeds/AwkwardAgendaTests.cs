using System.Globalization;
using System.Text.Json;
using OpenSocialMap.Data;
using OpenSocialMap.Data.Model;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;
using OpenSocialMap.Tests.Clients;

namespace OpenSocialMap.Server.Tests.Feeds;

/// <summary>An agenda with all in it that is hard to say: what was moved and cancelled, midnight, summer time, twice a day, holidays, names with everything in them.</summary>
[Collection(AnswersCollection.Name)]
public sealed class AwkwardAgendaTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Name = "Soep; \"brood\", <b>café</b> \\ & 👩🏽‍🍳 — soep voor wie niet alleen wil eten en van verhalen houdt, elke week weer";

    private SocialMapDatabase _database = null!;
    private RunningServer _running = null!;

    public async Task InitializeAsync()
    {
        _database = await postgres.OpenFilledAsync("awkward", FillAsync);
        _running = await RunningServer.StartAsync(_database, settings => settings with { PublicUrl = null });
    }

    public async Task DisposeAsync()
    {
        await _running.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static async Task FillAsync(SocialMapDatabase database)
    {
        var world = new World();
        var hall = world.Place("hall", world.West, World.Point(4.65, 51.75), LocationPrecision.Exact);
        hall.Address = new() { StreetAddress = "Dorpsstraat 1", PostalCode = "1234 AB", AddressLocality = "Town" };
        var barn = world.Place("barn", world.East, World.Point(4.75, 51.75), LocationPrecision.Nearby);
        barn.Address = new() { StreetAddress = "Geheimweg 9", AddressLocality = "Town" };
        Activity[] activities =
        [
            Recurring("soup", hall, new() { RepeatFrequency = "P1W", ByDay = ["WE"], StartTime = new(19, 30), EndTime = new(1, 0) }),
            Recurring("night", hall, new() { RepeatFrequency = "P1W", ByDay = ["SU"], StartTime = new(2, 30), EndTime = new(3, 30) }),
            Recurring("twice", hall,
                new() { RepeatFrequency = "P1W", ByDay = ["MO"], StartTime = new(9, 0), EndTime = new(11, 0) },
                new() { Position = 2, RepeatFrequency = "P1W", ByDay = ["MO", "TH"], StartTime = new(13, 0), EndTime = new(15, 0) }),
            Recurring("fortnight", barn, new() { RepeatFrequency = "P2W", ByDay = ["TU"], StartDate = new(2022, 12, 27), DayPart = DayPart.Afternoon }),
            Recurring("ordinal", barn, new() { RepeatFrequency = "P1M", ByDay = ["2WE", "-1FR"], StartTime = new(10, 0) }),
            Recurring("daily", barn, new() { RepeatFrequency = "P1D", ExceptHolidays = ["nl"], StartTime = new(8, 0), EndTime = new(9, 0) }),
            Recurring("holidays", barn, new() { RepeatFrequency = "P1D", OnlyHolidays = ["nl"], StartTime = new(8, 0) }),
            Recurring("ten", barn, new() { RepeatFrequency = "P1W", ByDay = ["FR"], StartDate = new(2022, 12, 2), RepeatCount = 10, StartTime = new(20, 0) }),
            Recurring("once", barn, new() { StartDate = new(2023, 4, 1), EndDate = new(2023, 4, 3) }),
            Recurring("dates", barn, new() { ExtraDates = [new(2023, 3, 4), new(2023, 5, 6)], StartTime = new(11, 0) }),
            Recurring("thrice", null, new() { Text = "3x per week", RepeatFrequency = "P1W", TimesPerPeriod = 3 }),
        ];
        activities[0].Name = Name;
        activities[0].Description = "Regel één\r\nregel twee;\u0001 en \\n";
        activities[0].Themes = [Theme.EatingTogether];
        await world.SaveAsync(database.Owner, [.. activities, barn]);
        await database.Agenda.KeepAsync(default);
        await database.Owner.RunAsync(
            """
            update core.occurrence set status = 'CANCELLED', status_note = 'IJs op de weg' where date = '2023-01-11' and start_time = '19:30';
            update core.occurrence set status = 'POSTPONED' where date = '2023-01-18' and start_time = '19:30';
            update core.occurrence set status = 'RESCHEDULED', date = '2023-02-03', start_time = '18:00' where date = '2023-02-01' and start_time = '19:30';
            update core.occurrence set status = 'MOVED', place_key = (select key from core.meeting_place where slug = 'barn') where date = '2023-02-08' and start_time = '19:30';
            update core.occurrence set status = 'CANCELLED' where date = '2023-01-16' and start_time = '13:00';
            insert into core.agenda_due (kind, key) select 'activity', key from core.activity
            """);
        await database.Agenda.KeepAsync(default);

        Activity Recurring(string slug, MeetingPlace? place, Schedule first, Schedule? second = null)
        {
            var activity = world.Activity(slug, place, place is null ? world.West : null);
            first.Position = 1;
            activity.Schedules.Add(first);
            if (second is not null)
                activity.Schedules.Add(second);
            return activity;
        }
    }

    [Fact]
    public async Task Programs_of_others_read_in_every_form_what_GraphQL_says()
    {
        var outcomes = await Node.Run("feeds.mjs", [], new Uri(_running.Address, "/graphql").AbsoluteUri, Repository.Clone.Root);
        Assert.Equal(8, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.True(JsonElement.Parse(outcome).GetProperty("ok").GetBoolean(), outcome));
    }

    [Fact]
    public async Task A_calendar_has_one_event_for_each_schedule_and_one_for_each_time_that_became_another()
    {
        var calendar = Unfolded(await _running.Http.GetStringAsync("/agenda.ics?until=2023-06-30"));
        var soup = Events(calendar).Where(it => it.Contains("CATEGORIES:samen eten", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, soup.Count);
        Assert.Contains("RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20230628T173000Z", soup[0], StringComparison.Ordinal);
        Assert.Contains("LOCATION:hall\\, Dorpsstraat 1\\, 1234 AB Town", soup[0], StringComparison.Ordinal);
        Assert.Contains("DESCRIPTION:Regel één\\nregel twee\\; en \\\\n\\nWanneer: iedere woensdag", soup[0], StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Soep\\; \"brood\"\\, <b>café</b> \\\\ & 👩🏽‍🍳", soup[0], StringComparison.Ordinal);
        Assert.Contains("RECURRENCE-ID;TZID=Europe/Amsterdam:20230111T193000", soup[1], StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", soup[1], StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Gaat niet door: Soep", soup[1], StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Europe/Amsterdam:20230203T180000", soup[3], StringComparison.Ordinal);
        Assert.Contains("LOCATION:barn\r\n", soup[4], StringComparison.Ordinal);
        Assert.DoesNotContain("Geheimweg", calendar, StringComparison.Ordinal);
        Assert.Equal(2, Events(calendar).Count(it => it.Contains("EXDATE", StringComparison.Ordinal) || it.Contains("BYDAY=2WE,-1FR", StringComparison.Ordinal)));
        Assert.DoesNotContain("thrice", calendar, StringComparison.Ordinal);
    }

    // RFC 5545, 3.3.5: a time that is skipped has the offset from before, one that comes twice is the first.
    [Theory]
    [InlineData("2023-03-19", "2023-03-19T01:30:00Z")]
    [InlineData("2023-03-26", "2023-03-26T01:30:00Z")]
    [InlineData("2023-04-02", "2023-04-02T00:30:00Z")]
    [InlineData("2023-10-29", "2023-10-29T00:30:00Z")]
    [InlineData("2023-11-05", "2023-11-05T01:30:00Z")]
    public async Task Half_past_two_at_night_is_an_instant_on_any_day_of_the_year(string date, string instant)
    {
        var answer = await _running.Client.Ask($$"""{ agenda(from: "{{date}}", until: "{{date}}", first: 100) { nodes { startTime startsAt activity { slug } } } }""");
        Assert.Empty(answer.Errors);
        var time = Assert.Single(answer.Data.GetProperty("agenda").GetProperty("nodes").EnumerateArray(), it => it.GetProperty("activity").GetProperty("slug").GetString() == "night");
        Assert.StartsWith("02:30", time.GetProperty("startTime").GetString(), StringComparison.Ordinal);
        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), time.GetProperty("startsAt").GetDateTimeOffset());
    }

    [Theory]
    [InlineData("/agenda.html?until=2023-01-12", "<strong>Let op: dit is oude informatie. Vraag of het nog zo is voordat u gaat.</strong>")]
    [InlineData("/agenda.html?until=2023-01-12&lang=en", "<strong>Mind: this is old information. Ask whether it still is so before you go.</strong>")]
    [InlineData("/agenda.atom?until=2023-01-12", "Let op: dit is oude informatie")]
    [InlineData("/agenda.ics?until=2023-01-12", "Let op: dit is oude informatie")]
    [InlineData("/agenda.jsonld?until=2023-01-12", "Let op: dit is oude informatie")]
    [InlineData("/agenda.geojson?until=2023-01-12", "\"isStale\":true")]
    [InlineData("/ogc/collections/activities/items", "\"isStale\":true")]
    public async Task What_is_stale_is_marked_in_every_form_and_what_is_fresh_is_not(string address, string mark)
    {
        Assert.DoesNotContain(mark, Unfolded(await _running.Http.GetStringAsync(address)), StringComparison.Ordinal);

        await _database.Owner.RunAsync("update core.activity set provenance_stated_on = '2015' where slug = 'soup'");

        Assert.Contains(mark, Unfolded(await _running.Http.GetStringAsync(address)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2022", "(van 2022)")]
    [InlineData("2022-10", "(van oktober 2022)")]
    [InlineData("2022-10-03", "(van 3 oktober 2022)")]
    public async Task A_source_is_of_a_day_a_month_or_a_year(string stated, string told)
    {
        await _database.Owner.RunAsync($"update core.activity set provenance_stated_on = '{stated}'");

        Assert.Contains(told, await _running.Http.GetStringAsync("/agenda.html?until=2023-01-12"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_strikes_what_is_cancelled_says_so_in_words_and_lists_what_has_no_days()
    {
        var page = await _running.Http.GetStringAsync("/agenda.html?until=2023-01-12&themes=EATING_TOGETHER");
        Assert.Contains("</s> <strong>Gaat niet door</strong>", page, StringComparison.Ordinal);
        Assert.Contains("IJs op de weg", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;café&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Contains("<h2><time datetime=\"2023-01-11\">woensdag 11 januari 2023</time></h2>", page, StringComparison.Ordinal);
        var all = await _running.Http.GetStringAsync("/agenda.html?until=2023-01-02&lang=en");
        Assert.Contains("days not known", all, StringComparison.Ordinal);
        Assert.Contains("thrice", all, StringComparison.Ordinal);
        Assert.DoesNotContain("thrice", await _running.Http.GetStringAsync("/agenda.html?weekdays=MONDAY&until=2023-01-02"), StringComparison.Ordinal);
    }

    private static string Unfolded(string calendar) => calendar.Replace("\r\n ", "", StringComparison.Ordinal);

    private static IEnumerable<string> Events(string calendar) => calendar.Split("BEGIN:VEVENT").Skip(1);
}
