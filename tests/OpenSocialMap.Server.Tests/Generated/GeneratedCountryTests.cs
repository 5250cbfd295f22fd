using OpenSocialMap.Generator;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Generated;

/// <summary>The made-up country is a country: it holds together, the server answers on it as it does on Dordrecht, and nobody can take it for a real one.</summary>
[Collection(AnswersCollection.Name)]
public sealed class GeneratedCountryTests(GeneratedCountry country) : IClassFixture<GeneratedCountry>
{
    private const string IsMadeUp = "provenance_source_key = (select key from core.source where slug like 'verzonnen-land-%')";

    [Fact]
    public async Task Wijken_are_exactly_their_buurten_and_a_city_exactly_its_wijken() => Assert.Empty(await country.Database.Owner.RowsAsync(
        $"""
        select whole.code
        from core.area whole
        join core.area part
          on whole.key = case whole.kind when 'WIJK' then part.wijk_key else part.municipality_key end
         and part.kind = case whole.kind when 'WIJK' then 'BUURT' else 'WIJK' end
        where whole.{IsMadeUp}
        group by whole.key
        having not st_equals(whole.geometry, st_union(part.geometry))
            or abs(sum(st_area(part.geometry_rd)) - st_area(whole.geometry_rd)) > 1
        """));

    [Theory]
    [InlineData("MUNICIPALITY")]
    [InlineData("WIJK")]
    [InlineData("BUURT")]
    public async Task No_two_areas_of_a_kind_overlap(string kind)
    {
        Assert.NotEqual(0, await country.Database.Owner.OneAsync<long>($"select count(*) from core.area where kind = '{kind}' and {IsMadeUp}"));
        Assert.Empty(await country.Database.Owner.RowsAsync(
            $"""
            select one.code, other.code
            from core.area one
            join core.area other
              on other.kind = one.kind
             and other.key > one.key
             and st_relate(other.geometry, one.geometry, '2********')
            where one.kind = '{kind}'
              and one.{IsMadeUp}
            """));
    }

    [Fact]
    public async Task Where_nobody_says_in_which_area_a_place_is_its_point_does()
    {
        Assert.NotEqual(0, await country.Database.Owner.OneAsync<long>($"select count(*) from core.meeting_place where {IsMadeUp} and area_key is null"));
        Assert.Empty(await country.Database.Owner.RowsAsync($"select slug from core.meeting_place where {IsMadeUp} and (wijk_key is null or municipality_key is null)"));
    }

    [Theory]
    [InlineData("area")]
    [InlineData("partner")]
    [InlineData("meeting_place")]
    [InlineData("activity")]
    [InlineData("programme")]
    [InlineData("wijkkrant")]
    public async Task No_name_is_one_of_Dordrecht(string table)
    {
        Assert.NotEqual(0, await country.Database.Owner.OneAsync<long>($"select count(*) from core.{table} where {IsMadeUp}"));
        var real = string.Join(" union ", "area partner meeting_place activity programme wijkkrant".Split(' ').Select(
            other => $"select lower(name) from core.{other} where not {IsMadeUp} union select slug from core.{other} where not {IsMadeUp}"));
        Assert.Empty(await country.Database.Owner.RowsAsync(
            $"select name from core.{table} where {IsMadeUp} and (lower(name) in ({real}) or slug in ({real}))"));
    }

    [Fact]
    public async Task No_address_and_no_code_is_a_real_one()
    {
        Assert.Empty(await country.Database.Owner.RowsAsync($"select slug from core.meeting_place where {IsMadeUp} and address_postal_code is not null"));
        Assert.Empty(await country.Database.Owner.RowsAsync($"select slug from core.area where {IsMadeUp} and (code !~ '^(GM|WK|BU)7' or postcode4 is not null)"));
        Assert.Empty(await country.Database.Owner.RowsAsync(
            $"""
            select made_up.address_street_address
            from core.meeting_place made_up
            join core.meeting_place place
              on regexp_replace(place.address_street_address, ' \d.*', '') = regexp_replace(made_up.address_street_address, ' \d.*', '')
            where made_up.{IsMadeUp}
              and not place.{IsMadeUp}
            """));
        // West of the coast there is only sea.
        Assert.Empty(await country.Database.Owner.RowsAsync($"select slug from core.area where {IsMadeUp} and not st_within(geometry, st_makeenvelope(2.5, 52.2, 4, 54.5, 4326))"));
        Assert.Equal("Alles hiervan is verzonnen. Geen plaats, organisatie of adres bestaat.",
            await country.Database.Owner.OneAsync<string>("select description from core.source where slug like 'verzonnen-land-%'"));
    }

    [Fact]
    public async Task What_has_a_day_gets_its_occurrences() => Assert.Empty(await country.Database.Owner.RowsAsync(
        $"""
        select schedule.text
        from core.schedule
        join core.activity
          on activity.key = schedule.activity_key
        where activity.{IsMadeUp}
          and coalesce(activity.status, 'ACTIVE') = 'ACTIVE'
          and schedule.except_holidays = '{"{}"}'
          and (schedule.by_day is not null and schedule.repeat_frequency is not null or schedule.repeat_frequency is null and schedule.start_date is not null)
          and not exists (
            select
            from core.occurrence
            where schedule_key = schedule.key
          )
        """));

    [Theory]
    [InlineData("access")]
    [InlineData("is_accessible_for_free")]
    [InlineData("status")]
    [InlineData("place_key")]
    [InlineData("organiser_key")]
    public async Task Much_is_known_and_much_is_not(string column) => Assert.InRange(await country.Database.Owner.OneAsync<double>(
        $"select avg(({column} is not null)::int)::float8 from core.activity where {IsMadeUp}"), 0.1, 0.9);

    [Fact]
    public async Task The_mix_of_schedules_is_that_of_the_sources_and_more() => Assert.True(await country.Database.Owner.OneAsync<bool>(
        $"""
        select bool_or(times_per_period is not null)
          and bool_or(text is not null and num_nonnulls(repeat_frequency, times_per_period, by_day, by_month, start_date) = 0)
          and bool_or(repeat_frequency = 'P1W' and start_time is not null)
          and bool_or(by_day::text like '%2%,4%')
          and bool_or(by_month is not null)
          and bool_or(except_holidays && '{"{nl,nl-school-midden}"}')
          and bool_or(repeat_frequency = 'P2W')
          and bool_or(repeat_frequency is null and start_date is not null)
          and bool_or(day_part is not null and start_time is null)
          and bool_or(repeat_frequency is not null and end_date is not null)
        from core.schedule
        join core.activity
          on activity.key = schedule.activity_key
        where activity.{IsMadeUp}
        """));

    [Theory]
    [InlineData("municipalities", "municipality")]
    [InlineData("wijken", "wijk")]
    [InlineData("buurten", "buurt")]
    [InlineData("werkgebieden", "werkgebied")]
    [InlineData("partners", "partner")]
    [InlineData("meetingPlaces", "meeting_place")]
    [InlineData("activities", "activity")]
    [InlineData("programmes", "programme")]
    [InlineData("wijkkranten", "wijkkrant")]
    public async Task A_list_counts_what_the_database_holds(string list, string view)
    {
        var answer = await country.Client.Ask($$"""{ {{list}} { totalCount } }""");
        Assert.Equal(
            await country.Database.Owner.OneAsync<long>($"select count(*) from api.{view}"),
            answer.Data.GetProperty(list).GetProperty("totalCount").GetInt64());
    }

    [Fact]
    public async Task The_agenda_of_a_city_counts_what_the_database_holds()
    {
        var answer = await country.Client.Ask("""{ agenda(area: "GM7001", from: "2023-01-02", until: "2023-01-15") { totalCount } }""");
        var held = await country.Database.Owner.OneAsync<long>(
            """
            select count(*)
            from api.occurrence
            join api.municipality
              on municipality.key = occurrence.municipality_key
             and municipality.code = 'GM7001'
            where occurrence.date between '2023-01-02' and '2023-01-15'
            """);
        Assert.InRange(held, 50, 5_000);
        Assert.Equal(held, answer.Data.GetProperty("agenda").GetProperty("totalCount").GetInt64());
    }

    [Theory]
    [InlineData("a calendar gives the days and times that GraphQL gives")]
    [InlineData("a feed reader reads the feed, to its end")]
    [InlineData("no line of a calendar is longer than it may be")]
    [InlineData("linked data has every time and no word that schema.org has not")]
    [InlineData("points on a map are one for each time")]
    [InlineData("a page leads to the next one until the agenda is over")]
    public async Task Its_feeds_are_read_by_the_programs_of_others(string promise)
    {
        var outcome = (await country.Feeds)[promise];
        Assert.True(outcome.GetProperty("ok").GetBoolean(), outcome.ToString());
    }

    [Fact]
    public async Task Made_again_it_is_the_same_and_nothing_is_added()
    {
        var before = await Checksum.OfAsync(country.Database.Owner);
        await Country.WriteAsync(country.Database, GeneratedCountry.Settings, _ => { }, default);
        Assert.Equal(before, await Checksum.OfAsync(country.Database.Owner));
    }
}
