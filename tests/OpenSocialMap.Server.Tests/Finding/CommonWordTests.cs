using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Finding;

/// <summary>A word that everything has costs no more than one that some hundred have: search looks at so many and no more.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class CommonWordTests(LargeDatabase fixture) : IClassFixture<LargeDatabase>
{
    [Fact]
    public async Task A_search_ranks_no_more_than_a_thousand() =>
        Assert.InRange(await fixture.Database.Reader.OneAsync<long>("select count(*) from api.search('town')"), 500, 1_000);

    [Fact]
    public async Task What_narrows_a_search_does_so_before_that()
    {
        var places = await fixture.Database.Reader.RowsAsync("select distinct kind from api.search('town', kinds => '{MeetingPlace}')");
        Assert.Equal(["MeetingPlace"], places);
        Assert.Equal(
            await fixture.Database.Reader.OneAsync<long>(
                """
                select count(*)
                from api.search_presence
                where area_key = (select key from api.wijk where slug = 'wijk-7')
                  and kind = 'Activity'
                """),
            await fixture.Database.Reader.OneAsync<long>(
                "select count(*) from api.search('town', kinds => '{Activity}', area => (select key from api.wijk where slug = 'wijk-7'))"));
    }

    [Fact]
    public async Task Suggestions_are_as_few_as_asked_for() =>
        Assert.Equal(8, await fixture.Database.Reader.OneAsync<long>("select count(*) from api.suggest('a', null, 8)"));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("%_'\\\\")]
    public async Task Text_without_words_suggests_nothing(string text) => Assert.Equal(0, await fixture.Database.Reader.OneAsync<long>(
        $"select count(*) from api.suggest(e'{text.Replace("'", "''", StringComparison.Ordinal)}', null, 8)"));
}
