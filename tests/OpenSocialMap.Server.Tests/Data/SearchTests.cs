using OpenSocialMap.Data;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Data;

/// <summary>What people type finds what they mean, in a town that exists.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class SearchTests(SeededDatabase fixture) : IClassFixture<SeededDatabase>
{
    readonly SocialMapDatabase _database = fixture.Database;

    [Theory]
    [InlineData("Kasperspad", "MeetingPlace", "buurtkamer-vrieseweg")]
    [InlineData("kaspers", "MeetingPlace", "buurtkamer-vrieseweg")]
    [InlineData("buurtkamer vriesweg", "MeetingPlace", "buurtkamer-vrieseweg")]
    [InlineData("sterenburg", "Wijk", "sterrenburg")]
    [InlineData("STERRENBURG", "Wijk", "sterrenburg")]
    [InlineData("Stérrenburg", "Wijk", "sterrenburg")]
    [InlineData("WK050509", "Wijk", "sterrenburg")]
    [InlineData("dordt", "Municipality", "dordrecht")]
    [InlineData("dordt west", "Werkgebied", "dordt-west")]
    public async Task Typing_finds(string typed, string kind, string slug)
    {
        var found = await FindAsync(typed);
        Assert.Contains($"{kind}|{slug}", found.Take(5));
    }

    [Theory]
    [InlineData("eenzaamheid", "Indicator|recept-loneliness-share")]
    [InlineData("verwijzingen", "Indicator|wellbeing-referrals")]
    [InlineData("verwijzing", "Indicator|wellbeing-referrals")]
    [InlineData("verwijzingen", "Dataset|welzijnsbezoeken")]
    [InlineData("welzijnsbezoeken", "Dataset|welzijnsbezoeken")]
    [InlineData("wellbeing visits", "Dataset|welzijnsbezoeken")]
    [InlineData("referrals", "Indicator|wellbeing-referrals")]
    [InlineData("WELLBEING_REFERRALS", "Indicator|wellbeing-referrals")]
    public async Task Figures_are_found_by_what_they_are_about(string typed, string figures) => Assert.Contains(figures, await FindAsync(typed));

    [Fact]
    public async Task A_dataset_and_its_indicators_are_found_by_each_other_when_one_is_renamed()
    {
        await _database.Owner.RunAsync("update core.indicator set name_english = 'Zebracounts' where slug = 'wellbeing-referrals'");
        Assert.Contains("Dataset|welzijnsbezoeken", await FindAsync("zebracounts"));

        await _database.Owner.RunAsync("update core.dataset set name_english = 'Zebradata' where slug = 'welzijnsbezoeken'");
        Assert.Contains("Indicator|wellbeing-referrals", await FindAsync("zebradata"));

        await _database.Owner.RunAsync("update core.dataset set published = false where slug = 'welzijnsbezoeken'");
        Assert.DoesNotContain("Dataset|welzijnsbezoeken", await FindAsync("zebradata"));
        await _database.Owner.RunAsync("update core.dataset set published = true where slug = 'welzijnsbezoeken'");
    }

    [Fact]
    public async Task Word_endings_do_not_matter() =>
        Assert.Equal((await FindAsync("maaltijden")).Order(), (await FindAsync("maaltijd")).Order());

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("de")]
    [InlineData("!&|():*<->'\"\\")]
    [InlineData("%_")]
    [InlineData("\u0001\uFFFD😀")]
    public async Task Text_without_words_finds_nothing(string typed) => Assert.Empty(await FindAsync(typed));

    [Theory]
    [InlineData("soep & !lunch")]
    [InlineData("'; drop table core.activity; --")]
    [InlineData("a:* <-> b")]
    [InlineData("((((")]
    [InlineData("\\")]
    public async Task No_text_makes_it_fail(string typed) => await FindAsync(typed);

    [Fact]
    public async Task A_very_long_text_is_cut_short() => Assert.Empty(await FindAsync(string.Concat(Enumerable.Repeat("lunch zwemmen ", 10_000))));

    [Fact]
    public async Task The_best_match_comes_first() => Assert.Equal("Partner|buurtwerk-dordrecht", (await FindAsync("Buurtwerk Dordrecht"))[0]);

    [Fact]
    public async Task A_new_name_is_found_at_once_and_a_removed_one_no_more()
    {
        await _database.Owner.RunAsync(
            """
            insert into core.alternate_name (subject_id, name, name_kind, provenance_source_key, provenance_stated_on)
            select id, 'Kwebbelkelder', 'OTHER', provenance_source_key, '2022'
            from core.meeting_place
            where slug = 'buurtkamer-vrieseweg'
            """);
        Assert.Contains("MeetingPlace|buurtkamer-vrieseweg", await FindAsync("kwebbelkelder"));

        await _database.Owner.RunAsync("delete from core.alternate_name where name = 'Kwebbelkelder'");
        Assert.Empty(await FindAsync("kwebbelkelder"));
    }

    async Task<List<string>> FindAsync(string typed)
    {
        await using var command = _database.Reader.CreateCommand(
            """
            select kind, slug
            from api.search($1)
            join (
              select id, slug from api.area
              union all select id, slug from api.partner
              union all select id, slug from api.meeting_place
              union all select id, slug from api.activity
              union all select id, slug from api.dataset
              union all select id, slug from api.indicator
            ) record on id = subject_id
            order by rank desc, subject_id
            """);
        command.Parameters.Add(new() { Value = typed });
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add($"{reader.GetString(0)}|{reader.GetString(1)}");
        return rows;
    }
}
