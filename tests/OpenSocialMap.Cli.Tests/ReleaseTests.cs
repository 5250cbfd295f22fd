using System.Security.Cryptography;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Cli.Tests;

/// <summary>What is released can't be turned back into what was imported, whatever was released before.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class ReleaseTests(PostgresFixture postgres, QuietTown quiet) : IClassFixture<QuietTown>
{
    [Fact]
    public async Task A_small_count_is_withheld_and_so_is_what_it_could_be_worked_out_from()
    {
        await using var town = await Town.MakeAsync(postgres);
        await town.MustImportAsync("visits",
            "VISITS,big,2022,,75", "VISITS,WK000101,2022,,31", "VISITS,WK000102,2022,,3", "VISITS,WK000103,2022,,41");

        await town.MustReleaseAsync("visits");

        var published = await town.PublishedAsync();
        Assert.Contains("VISITS WK000102 2022 = SUPPRESSED", published);
        Assert.True(published.Count(line => line.EndsWith("SUPPRESSED", StringComparison.Ordinal)) >= 2);
        Assert.Contains(published, line => line is "VISITS WK000101 2022 = 31" or "VISITS WK000103 2022 = 41" or "VISITS big 2022 = 75");
    }

    [Fact]
    public async Task An_amount_that_one_giver_makes_up_is_withheld_and_has_to_say_what_the_largest_gave()
    {
        await using var town = await Town.MakeAsync(postgres);
        await town.Database.Owner.RunAsync(
            """
            begin;
            update core.dataset set dominance_percentage = 10 where slug = 'visits';
            insert into core.indicator (
              id, slug, code, name, name_english, dataset_key, unit, decimals, measure, counting_unit, provenance_source_key, provenance_stated_on
            )
            select 'ind_0000000000000009', 'gifts', 'GIFTS', 'GIFTS', 'GIFTS', key, 'euros', 0, 'AMOUNT', 'THINGS', 1, '2022'
            from core.dataset
            where slug = 'visits';
            commit;
            """);
        const string Columns = "indicator,area,time_period,value,largest_contribution,second_contribution,source,stated_on";
        const string Dominated = "GIFTS,WK000101,2022,300,280,15,report,2022";
        string[] others =
        [
            "GIFTS,GM0001,2022,1000,280,60,report,2022", "GIFTS,WK000102,2022,300,60,50,report,2022",
            "GIFTS,WK000103,2022,250,50,40,report,2022", "GIFTS,WK000104,2022,150,40,30,report,2022",
        ];

        async Task<string> RefusalAsync(string row) => (await town.RunAsync("import", "visits", town.Write([Columns, row]))).Errors;
        Assert.Contains("judged by its two largest contributions", await RefusalAsync("GIFTS,WK000101,2022,300,,,report,2022"), StringComparison.Ordinal);
        Assert.Contains("exchange them", await RefusalAsync("GIFTS,WK000101,2022,300,15,280,report,2022"), StringComparison.Ordinal);
        Assert.Contains("more than the value", await RefusalAsync("GIFTS,WK000101,2022,300,280,25,report,2022"), StringComparison.Ordinal);
        Assert.Contains("is no amount", await RefusalAsync("VISITS,WK000101,2022,300,280,15,report,2022"), StringComparison.Ordinal);

        var import = await town.RunAsync("import", "visits", town.Write([Columns, .. others, Dominated]));
        Assert.True(import.Code == 0, import.Errors);
        await town.MustReleaseAsync("visits");

        var published = await town.PublishedAsync();
        Assert.Contains("GIFTS WK000101 2022 = SUPPRESSED", published);
        // Another with it, or the total would tell; and no more than needed.
        Assert.Equal(2, published.Count(line => line.EndsWith("SUPPRESSED", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_werkgebied_in_a_werkgebied_gives_nothing_away()
    {
        await using var town = await Town.MakeAsync(postgres);
        await town.MustImportAsync("visits", "VISITS,big,2022,,75", "VISITS,north,2022,,72", "VISITS,WK000103,2022,,3");

        await town.MustReleaseAsync("visits");

        var published = await town.PublishedAsync();
        Assert.Contains("VISITS WK000103 2022 = SUPPRESSED", published);
        Assert.DoesNotContain(published, line => line == "VISITS big 2022 = 75" && published.Contains("VISITS north 2022 = 72"));
    }

    [Fact]
    public async Task What_a_file_leaves_out_is_no_small_group_either()
    {
        await using var town = await Town.MakeAsync(postgres);
        var import = await town.ImportAsync("visits", ["VISITS,GM0001,2022,,75", "VISITS,WK000101,2022,,31", "VISITS,WK000102,2022,,41"], "--accept-rest");
        Assert.Equal(0, import.Code);

        await town.MustReleaseAsync("visits");

        // 75 less 31 and 41 are three people in the other wijken.
        Assert.Contains(await town.PublishedAsync(), line => line.EndsWith("SUPPRESSED", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Quarters_of_contacts_add_up_to_their_year()
    {
        await using var town = await Town.MakeAsync(postgres);
        await town.MustImportAsync("visits",
            "VISITS,WK000101,2022,,100", "VISITS,WK000101,2022-Q1,,30", "VISITS,WK000101,2022-Q2,,4", "VISITS,WK000101,2022-Q3,,36", "VISITS,WK000101,2022-Q4,,30");

        await town.MustReleaseAsync("visits");

        var published = await town.PublishedAsync();
        Assert.Contains("VISITS WK000101 2022-Q2 = SUPPRESSED", published);
        Assert.True(published.Count(line => line.EndsWith("SUPPRESSED", StringComparison.Ordinal)) >= 2);
    }

    [Fact]
    public async Task Margins_tell_a_grand_total_that_nobody_stated()
    {
        await using var town = await Town.MakeAsync(postgres);
        // The town by age, and the wijken: 60 people either way, so the third wijk follows from the others and the ages.
        await town.MustImportAsync("visits",
            "VISITS,GM0001,2022,age=OLD,25", "VISITS,GM0001,2022,age=YOUNG,35",
            "VISITS,WK000101,2022,,20", "VISITS,WK000102,2022,,3", "VISITS,WK000103,2022,,21", "VISITS,WK000104,2022,,16");

        await town.MustReleaseAsync("visits");

        Assert.True((await town.PublishedAsync()).Count(line => line.EndsWith("SUPPRESSED", StringComparison.Ordinal)) >= 2);
    }

    [Fact]
    public async Task A_percentage_that_tells_of_two_people_is_withheld_and_so_is_its_complement()
    {
        await using var town = await Town.MakeAsync(postgres);
        var path = town.Write([
            "indicator,area,time_period,breakdown,value,denominator,source,stated_on",
            "CONTENT,WK000101,2022,age=OLD,95.2,42,report,2022", "CONTENT,WK000101,2022,age=YOUNG,4.8,42,report,2022", "CONTENT,WK000102,2022,,60,40,report,2022",
        ]);
        Assert.Equal(0, (await town.RunAsync("import", "visits", path)).Code);

        await town.MustReleaseAsync("visits");

        Assert.Equal(
            ["CONTENT WK000101 2022 age=OLD = SUPPRESSED", "CONTENT WK000101 2022 age=YOUNG = SUPPRESSED", "CONTENT WK000102 2022 = 60"],
            await town.PublishedAsync());
    }

    [Fact]
    public async Task Care_and_help_have_a_higher_minimum()
    {
        await using var town = await Town.MakeAsync(postgres);
        await town.MustImportAsync("visits", "HELPED,WK000101,2022,,7", "HELPED,WK000102,2022,,8", "VISITS,WK000101,2022,,7");

        await town.MustReleaseAsync("visits");

        Assert.Equal(["HELPED WK000101 2022 = SUPPRESSED", "HELPED WK000102 2022 = 8", "VISITS WK000101 2022 = 7"], await town.PublishedAsync());
    }

    [Fact]
    public async Task Rounded_figures_keep_their_value_in_the_next_release()
    {
        await using var town = await Town.MakeAsync(postgres);
        await town.MustImportAsync("rounded", "MEALS,WK000101,2022,,31", "MEALS,WK000102,2022,,3", "MEALS,WK000103,2022,,41", "MEALS,big,2022,,75");
        await town.MustReleaseAsync("rounded");
        var first = await town.PublishedAsync();
        Assert.All(first.Where(line => !line.EndsWith("SUPPRESSED", StringComparison.Ordinal)), line => Assert.Matches("[05]$", line));

        await town.MustImportAsync("rounded", "MEALS,WK000104,2022,,12");
        await town.MustReleaseAsync("rounded");

        Assert.Equal(first, (await town.PublishedAsync()).Where(line => !line.Contains("WK000104", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_not_about_persons_is_published_as_it_is()
    {
        await using var town = await Town.MakeAsync(postgres);
        await town.MustImportAsync("copies", "COPIES,WK000101,2022,,3", "COPIES,WK000102,2022,,0");

        await town.MustReleaseAsync("copies");

        Assert.Equal(["COPIES WK000101 2022 = 3", "COPIES WK000102 2022 = 0"], await town.PublishedAsync());
    }

    [Fact]
    public async Task A_corrected_row_in_the_next_release_tells_no_more_than_both_may()
    {
        await using var town = await Town.MakeAsync(postgres);
        await town.MustImportAsync("visits", "VISITS,WK000101,2022,,117", "VISITS,WK000102,2022,,61");
        await town.MustReleaseAsync("visits");

        // Two people less: that difference is a small count.
        await town.MustImportAsync("visits", "VISITS,WK000101,2022,,115");
        await town.MustReleaseAsync("visits");

        Assert.Equal(["VISITS WK000101 2022 = SUPPRESSED", "VISITS WK000102 2022 = 61"], await town.PublishedAsync());
        Assert.Equal(["1|SUPERSEDED", "2|CURRENT"], await town.Database.Owner.RowsAsync("select number, status from core.release order by number"));
    }

    [Fact]
    public async Task What_was_withheld_stays_so_and_a_withdrawn_release_stays_known()
    {
        await using var town = await Town.MakeAsync(postgres);
        await town.MustImportAsync("visits",
            "VISITS,big,2022,,75", "VISITS,WK000101,2022,,31", "VISITS,WK000102,2022,,3", "VISITS,WK000103,2022,,41");
        await town.MustReleaseAsync("visits");
        var first = await town.PublishedAsync();

        var withdrawal = await town.RunAsync("withdraw", "visits", "1", "--reason", "The figures of a wijk were those of another.");
        Assert.Equal(0, withdrawal.Code);
        Assert.Empty(await town.PublishedAsync());
        Assert.Equal(0, await town.Database.Reader.OneAsync<long>("select count(*) from api.observation where value is not null"));

        await town.MustReleaseAsync("visits");
        Assert.Equal(first, await town.PublishedAsync());
        Assert.Equal(["import", "release", "withdraw", "release"], await town.Database.Owner.RowsAsync("select command from restricted.audit order by key"));
        Assert.Contains("withdrawn already", (await town.RunAsync("withdraw", "visits", "1", "--reason", "Again.")).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_that_an_earlier_one_opens_is_refused_by_name()
    {
        await using var town = await Town.MakeAsync(postgres);
        await town.MustImportAsync("visits", "VISITS,WK000101,2022,,31", "VISITS,WK000102,2022,,41");
        await town.MustReleaseAsync("visits");

        // The rule is made stricter when its figures are out already.
        await town.Database.Owner.RunAsync("update core.dataset set minimum_count = 40, minimum_denominator = 50 where slug = 'visits'");
        var refused = await town.RunAsync("release", "visits", "--notes", "Once more.");

        Assert.Equal(4, refused.Code);
        Assert.Contains("Nothing was released", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("VISITS WK000101 2022", refused.Out, StringComparison.Ordinal);
        Assert.Equal(1, await town.Database.Owner.OneAsync<long>("select count(*) from core.release"));
    }

    [Fact]
    public async Task Sources_that_contradict_each_other_are_told_side_by_side_or_not_at_all()
    {
        await using var town = await Town.MakeAsync(postgres);
        var path = town.Write([
            Town.Header, "VISITS,WK000101,2022,,40,report,2022", "VISITS,WK000101,2022,,44,letter,2022",
            "VISITS,WK000102,2022,,6,report,2022", "VISITS,WK000102,2022,,4,letter,2022",
        ]);
        Assert.Equal(0, (await town.RunAsync("import", "visits", path, "--accept-quarrels")).Code);

        await town.MustReleaseAsync("visits");

        Assert.Equal(
            ["VISITS WK000101 2022 = 40", "VISITS WK000101 2022 = 44", "VISITS WK000102 2022 = SUPPRESSED", "VISITS WK000102 2022 = SUPPRESSED"],
            await town.PublishedAsync());
    }

    [Fact]
    public async Task A_total_that_its_source_gives_wrongly_is_protected_as_the_right_one()
    {
        await using var town = await Town.MakeAsync(postgres);
        string[] rows = ["VISITS,WK000101,2022,,40", "VISITS,WK000101,2022,age=OLD,3", "VISITS,WK000101,2022,age=YOUNG,38"];
        Assert.Equal(0, (await town.ImportAsync("visits", rows, "--accept-quarrels")).Code);

        await town.MustReleaseAsync("visits");

        var published = await town.PublishedAsync();
        Assert.Contains("VISITS WK000101 2022 age=OLD = SUPPRESSED", published);
        Assert.DoesNotContain(published, line => line == "VISITS WK000101 2022 = 40" && published.Contains("VISITS WK000101 2022 age=YOUNG = 38"));
    }

    [Fact]
    public async Task The_folder_gets_the_file_its_log_and_a_line_and_none_of_them_tells_more()
    {
        await using var town = await Town.MakeAsync(postgres);
        await town.MustImportAsync("visits",
            "VISITS,big,2022,,7531", "VISITS,WK000101,2022,,3271", "VISITS,WK000102,2022,,3", "VISITS,WK000103,2022,,4257");

        await town.MustReleaseAsync("visits", "--date", "2023-02-01", "--out", town.Folder);

        var file = await File.ReadAllBytesAsync(Path.Combine(town.Folder, "releases/visits-1.csv"));
        var checksum = Convert.ToHexStringLower(SHA256.HashData(file));
        Assert.Equal($"visits,1,2023-02-01,The first figures of 2022.,releases/visits-1.csv,{checksum},,", File.ReadLines(Path.Combine(town.Folder, "releases.csv")).Last());
        Assert.Equal(checksum, await town.Database.Reader.OneAsync<string>("select checksum from api.release"));
        var log = await File.ReadAllTextAsync(Path.Combine(town.Folder, "releases/visits-1.log.txt"));
        Assert.Contains("cells         4: ", log, StringComparison.Ordinal);
        Assert.DoesNotContain((await town.Database.Owner.OneAsync<string>("select sha256 from restricted.load"))!, log, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)primary|secondary", log);
        Assert.Equal(
            File.ReadLines(Path.Combine(town.Folder, "releases/visits-1.csv")).Count(line => line.Contains(",Q,C,", StringComparison.Ordinal)),
            int.Parse(log.Split(" withheld")[0].Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_dry_run_tells_why_and_what_an_attacker_could_do_and_writes_nothing()
    {
        await using var town = await Town.MakeAsync(postgres);
        await town.MustImportAsync("visits",
            "VISITS,big,2022,,75", "VISITS,WK000101,2022,,31", "VISITS,WK000102,2022,,3", "VISITS,WK000103,2022,,41");

        var check = await town.RunAsync("check", "visits");

        Assert.Equal(0, check.Code);
        Assert.Matches("VISITS WK000102 2022 +primary: a small count", check.Out);
        Assert.Contains("secondary: others could be worked out from it", check.Out, StringComparison.Ordinal);
        Assert.Contains("an attacker would work out 1 of them", check.Out, StringComparison.Ordinal);
        Assert.Contains("an attacker works out none of the 1 protected cells", check.Out, StringComparison.Ordinal);
        Assert.Empty(await town.PublishedAsync());
        Assert.Equal(0, await town.Database.Owner.OneAsync<long>("select count(*) from core.release"));

        await town.MustReleaseAsync("visits");
        var again = await town.RunAsync("check", "visits");
        Assert.Contains("Compared with release 1:", again.Out, StringComparison.Ordinal);
        Assert.Matches("as they were +4", again.Out);
    }

    [Fact]
    public async Task Years_are_released_one_by_one()
    {
        await using var town = await Town.MakeAsync(postgres);
        await town.MustImportAsync("visits", "VISITS,WK000101,2021,,20", "VISITS,WK000101,2022,,40");

        await town.MustReleaseAsync("visits", "--period", "2021");
        await town.MustReleaseAsync("visits", "--period", "2022");

        Assert.Equal(["VISITS WK000101 2021 = 20", "VISITS WK000101 2022 = 40"], await town.PublishedAsync());
        Assert.Equal(2, await town.Database.Owner.OneAsync<long>("select count(*) from core.release where status = 'CURRENT'"));
    }

    [Theory]
    [InlineData("In Krispijn 4 fewer.", "a number in it could tell what is withheld")]
    [InlineData(" ", "is empty")]
    [InlineData("Bel 078-6131234.", "phone number")]
    public async Task Notes_tell_neither_figures_nor_persons(string notes, string message)
    {
        var town = quiet.Town;

        var outcome = await town.RunAsync("release", "visits", "--notes", notes);

        Assert.Equal(2, outcome.Code);
        Assert.Contains(message, outcome.Errors, StringComparison.Ordinal);
    }
}
