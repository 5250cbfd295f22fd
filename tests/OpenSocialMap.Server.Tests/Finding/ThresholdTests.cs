using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Finding;

/// <summary>What a source says of steps, lifts and toilets decides who can come in, and what nobody says stays unknown.</summary>
[Collection(AnswersCollection.Name)]
public sealed class ThresholdTests(SeededServer server) : IClassFixture<SeededServer>, IAsyncLifetime
{
    public Task InitializeAsync() => server.Database.Owner.RunAsync(
        """
        insert into core.accessibility_fact (place_key, feature, available, note, provenance_source_key, provenance_stated_on)
        select place.key, feature, available, note, place.provenance_source_key, '2022'
        from core.meeting_place place
        join (values
          ('koloriet', 'STEP_FREE_ENTRANCE', true, null),
          ('koloriet', 'WIDE_DOORS', true, 'via de zij-ingang'),
          ('koloriet', 'LIFT', false, null),
          ('de-admiraal', 'STEP_FREE_ENTRANCE', false, null)
        ) as stated (slug, feature, available, note) using (slug)
        """);

    public Task DisposeAsync() => server.Database.Owner.RunAsync("delete from core.accessibility_fact");

    [Fact]
    public async Task Fewest_shortcomings_come_first_and_a_known_one_counts_more_than_unknown_ones()
    {
        var places = await Slugs("meetingPlaces(accessibilityProfile: WHEELCHAIR, first: 100)");
        Assert.Equal("koloriet", places[0]);
        Assert.Equal("de-admiraal", places[^1]);
        Assert.Equal(places.Reverse(), await Slugs("meetingPlaces(accessibilityProfile: WHEELCHAIR, order: [{shortcomings: DESC}, {name: DESC}], first: 100)"));
    }

    [Fact]
    public async Task Pages_by_shortcomings_continue_where_they_ended()
    {
        var first = await server.Client.Ask("{ meetingPlaces(accessibilityProfile: PRAM, first: 1) { pageInfo { endCursor } } }");
        var cursor = first.Data.GetProperty("meetingPlaces").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var all = await Slugs("meetingPlaces(accessibilityProfile: PRAM, first: 100)");
        Assert.Equal(all.Skip(1), await Slugs($"meetingPlaces(accessibilityProfile: PRAM, first: 100, after: \"{cursor}\")"));
        var other = await server.Client.Ask($"{{ meetingPlaces(accessibilityProfile: ROLLATOR, after: \"{cursor}\") {{ totalCount nodes {{ slug }} }} }}");
        Assert.Contains("no cursor", other.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shortcomings_name_what_is_missing_before_what_nobody_knows()
    {
        var answer = await server.Client.Ask("""{ meetingPlace(by: {slug: "de-admiraal"}) { shortcomings(profile: ROLLATOR) { isKnown text } accessibility { feature available } } }""");
        var shortcomings = answer.Data.GetProperty("meetingPlace").GetProperty("shortcomings").EnumerateArray().ToList();
        Assert.Equal("Er is een drempel of trede bij de ingang.", shortcomings[0].GetProperty("text").GetString());
        Assert.Equal([true, false, false, false], shortcomings.Select(it => it.GetProperty("isKnown").GetBoolean()));
    }

    [Theory]
    [InlineData("meetingPlaces(accessible: [STEP_FREE_ENTRANCE])", "koloriet")]
    [InlineData("meetingPlaces(accessible: [STEP_FREE_ENTRANCE, WIDE_DOORS, WIDE_DOORS])", "koloriet")]
    [InlineData("meetingPlaces(accessible: [LIFT])")]
    [InlineData("meetingPlaces(where: {accessibility: {some: {feature: {eq: LIFT}, available: {eq: false}}}})", "koloriet")]
    [InlineData("meetingPlaces(where: {accessibility: {any: true}})", "de-admiraal", "koloriet")]
    public async Task A_filter_tells_yes_from_no_and_from_unknown(string list, params string[] slugs) => Assert.Equal(slugs, await Slugs(list));

    [Fact]
    public async Task The_facet_counts_what_places_are_known_to_have_and_what_nobody_knows()
    {
        var answer = await server.Client.Ask("{ meetingPlaces { totalCount facets { accessibility { value label count } } } }");
        var list = answer.Data.GetProperty("meetingPlaces");
        var facet = list.GetProperty("facets").GetProperty("accessibility").EnumerateArray().Select(it => it.GetRawText()).ToList();
        Assert.Equal(
            [
                """{"value":"WIDE_DOORS","label":"Brede deuren","count":1}""",
                """{"value":"STEP_FREE_ENTRANCE","label":"Ingang zonder drempel","count":1}""",
                $$"""{"value":null,"label":"Onbekend","count":{{list.GetProperty("totalCount").GetInt32() - 1}}}""",
            ],
            facet);
    }

    private async Task<string[]> Slugs(string list)
    {
        var answer = await server.Client.Ask($"{{ list: {list} {{ nodes {{ slug }} }} }}");
        return [.. answer.Data.GetProperty("list").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("slug").GetString()!)];
    }
}
