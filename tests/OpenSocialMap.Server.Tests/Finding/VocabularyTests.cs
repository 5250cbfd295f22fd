using OpenSocialMap.Data;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Finding;

/// <summary>The words by which people find things: labels of values, synonyms, what each profile counts on.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class VocabularyTests(SeededDatabase fixture) : IClassFixture<SeededDatabase>
{
    private readonly SocialMapDatabase _database = fixture.Database;

    [Theory]
    [InlineData("THEME", "Theme")]
    [InlineData("TARGET_GROUP", "TargetGroup")]
    [InlineData("ACCESS", "Access")]
    [InlineData("PRICE", "Price")]
    [InlineData("WEEKDAY", "Weekday")]
    [InlineData("DAY_PART", "DayPart")]
    [InlineData("PLACE_KIND", "PlaceKind")]
    [InlineData("ACCESSIBILITY_FEATURE", "AccessibilityFeature")]
    [InlineData("PARTNER_KIND", "PartnerKind")]
    [InlineData("PROGRAMME_KIND", "ProgrammeKind")]
    [InlineData("SEARCH_RESULT_TYPE", "SearchResultType")]
    public async Task Each_value_of_the_schema_has_a_label(string vocabulary, string type) =>
        Assert.Equal(
            ((EnumType)SchemaFiles.Load().FindType(type)!).Values.Select(value => value.Name),
            await _database.Reader.RowsAsync($"select value from api.term where vocabulary = '{vocabulary}' order by position"));

    [Fact]
    public async Task Each_feature_has_its_sentences_and_each_need_is_a_feature()
    {
        Assert.Empty(await _database.Owner.RowsAsync("select value from core.term where vocabulary = 'ACCESSIBILITY_FEATURE' except select feature from core.accessibility_text"));
        Assert.Empty(await _database.Owner.RowsAsync("select feature from core.accessibility_need except select feature from core.accessibility_text"));
    }

    [Fact]
    public async Task A_synonym_is_found_as_soon_as_it_is_written_and_not_when_it_is_gone()
    {
        Assert.Empty(await Found("snuffelen"));
        await _database.Owner.RunAsync("insert into core.synonym (word, means) values ('snuffelen', '{rommelmarkt,de}')");
        Assert.NotEmpty(await Found("snuffelen"));
        await _database.Owner.RunAsync("delete from core.synonym where word = 'snuffelen'");
        Assert.Empty(await Found("snuffelen"));
    }

    [Fact]
    public async Task Every_question_of_the_help_routes_has_an_answer() => Assert.Empty(await _database.Reader.RowsAsync(
        """
        select code
        from api.help_route route
        where not exists (
          select
          from api.activity
          where activity.themes && route.themes
             or activity.target_groups && route.target_groups
        )
        """));

    private Task<List<string>> Found(string text) => _database.Reader.RowsAsync($"select subject_id from api.search('{text}') order by rank desc");
}
