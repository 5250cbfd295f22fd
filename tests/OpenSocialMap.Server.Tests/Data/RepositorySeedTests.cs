using Microsoft.Extensions.Logging.Abstractions;
using OpenSocialMap.Data.Seeding;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Data;

/// <summary>The repository's own seed: Dordrecht, whole and consistent.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class RepositorySeedTests(SeededDatabase fixture) : IClassFixture<SeededDatabase>
{
    [Theory]
    [InlineData("municipality", 1)]
    [InlineData("wijk", 13)]
    [InlineData("buurt", 132)]
    [InlineData("wijkkrant", 9)]
    public async Task Dordrecht_has(string view, long count) =>
        Assert.Equal(count, await fixture.Database.Reader.OneAsync<long>($"select count(*) from api.{view}"));

    [Theory]
    [InlineData("meeting_place")]
    [InlineData("activity")]
    [InlineData("partner")]
    [InlineData("programme")]
    [InlineData("observation")]
    [InlineData("dataset")]
    [InlineData("indicator")]
    [InlineData("release")]
    [InlineData("werkgebied")]
    [InlineData("alternate_name")]
    public async Task Each_row_of_the_files_is_shown(string view) => Assert.Equal(
        await fixture.Database.Owner.OneAsync<long>($"select count(*) from core.{(view == "werkgebied" ? "area where kind = 'WERKGEBIED'" : view)}"),
        await fixture.Database.Reader.OneAsync<long>($"select count(*) from api.{view}"));

    [Fact]
    public async Task Each_wijk_and_buurt_has_an_outline() => Assert.Empty(
        await fixture.Database.Reader.RowsAsync("select slug from api.area where kind in ('WIJK', 'BUURT') and geometry is null"));

    [Fact]
    public async Task Each_activity_is_somewhere() => Assert.Empty(
        await fixture.Database.Reader.RowsAsync("select slug from api.activity where not exists (select from api.area_activity where activity_key = key)"));

    [Fact]
    public async Task Files_with_the_same_facts_change_nothing()
    {
        await fixture.Database.Owner.RunAsync("delete from core.seeding");
        var result = await new Seeder(fixture.Database.Owner, NullLogger.Instance).SeedAsync(PostgresFixture.SeedFolder, default);
        Assert.Equal(new(0, 0, 0), result);
    }
}
