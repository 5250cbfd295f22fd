using OpenSocialMap.Data.Figures;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Cli.Tests;

/// <summary>Raw figures come in whole or not at all, and each mistake is told with its line and how to mend it.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class ImportTests(PostgresFixture postgres, QuietTown quiet) : IClassFixture<QuietTown>
{
    [Fact]
    public async Task A_file_that_is_right_becomes_a_load_and_publishes_nothing()
    {
        await using var town = await Town.MakeAsync(postgres);

        var outcome = await town.ImportAsync("visits", ["VISITS,WK000101,2022,,40", "VISITS,wijk-2,2022,age=OLD,12", "people,GM0001,2022-Q1,hobby=CHESS|age=YOUNG,9"]);

        Assert.Equal("", outcome.Errors);
        Assert.Equal(0, outcome.Code);
        Assert.Contains("Load 1 of visits: 3 rows.", outcome.Out, StringComparison.Ordinal);
        Assert.Equal(
            ["2|VISITS|WK000101|2022||40", "3|VISITS|WK000102|2022|age=OLD|12", "4|PEOPLE|GM0001|2022-Q1|age=YOUNG|hobby=CHESS|9"],
            await town.Database.Owner.RowsAsync(
                """
                select line, indicator.code, area.code, time_period, breakdown, trim_scale(value)
                from restricted.cell
                join core.indicator on indicator.key = indicator_key
                join core.area on area.key = area_key
                order by line
                """));
        Assert.Empty(await town.PublishedAsync());
    }

    [Theory]
    [InlineData("VISITS,WK000109,2022,,40", "(2): area: \"WK000109\" is not an area, by its CBS code or its readable name (did you mean WK000101?)")]
    [InlineData("VISIT,WK000101,2022,,40", "(2): indicator: \"VISIT\" is not an indicator of dataset visits (did you mean VISITS?)")]
    [InlineData("COPIES,WK000101,2022,,40", "(2): indicator: \"COPIES\" is not an indicator of dataset visits")]
    [InlineData("VISITS,WK000101,2022-13,,40", "(2): time_period: \"2022-13\" is no period; write 2022, 2022-Q1, 2022-S1, 2022-10 or 2022-10-11")]
    [InlineData("VISITS,WK000101,2022,sex=F,40", "(2): breakdown: \"sex\" is no dimension of dataset visits")]
    [InlineData("VISITS,WK000101,2022,age=YUONG,40", "(2): breakdown: \"YUONG\" is no category of age (did you mean YOUNG?)")]
    [InlineData("VISITS,WK000101,2022,age,40", "(2): breakdown: \"age\" can't be read; write dimension=CATEGORY")]
    [InlineData("VISITS,WK000101,2022,age=OLD|age=YOUNG,40", "(2): breakdown: \"age\" is there twice")]
    [InlineData("VISITS,WK000101,2022,,-4", "(2): value: -4 is below 0, and visits can't be; correct it")]
    [InlineData("VISITS,WK000101,2022,,4.5", "(2): value: 4.5 is no whole number, and visits is a count")]
    [InlineData("VISITS,WK000101,2022,,1.000,", "(2): there are 8 cells for 7 columns; put a cell with a comma in quotes")]
    [InlineData("VISITS,WK000101,2022,,forty", "(2): value: \"forty\" is no number; write digits, with a point before decimals")]
    [InlineData("VISITS,WK000101,2022,,", "(2): value: this cell is empty; write the value, or the status L (not collected) or M (cannot exist)")]
    [InlineData("CONTENT,WK000101,2022,,104", "(2): value: 104 is more than 100 per cent; correct it")]
    [InlineData("CONTENT,WK000101,2022,,84.15", "(2): value: 84.15 has more than the 1 decimals that content is published with")]
    [InlineData("CONTENT,WK000101,2022,,84.1", "(2): denominator: CONTENT is over a number of persons or things that the file doesn't give; add the column denominator")]
    [InlineData("VISITS, WK000101,2022,,40", "(2): area: there is a space before or after the text; remove it")]
    [InlineData("VISITS,WK000101,2022,,\"40\"x", "(2): there is text after a closing quote")]
    [InlineData("VISITS,WK000101,2022,,\"40", "(2): a quoted cell is never closed; add the closing quote")]
    public async Task A_row_that_is_wrong_is_refused_with_its_line(string row, string message)
    {
        var town = quiet.Town;

        var outcome = await town.ImportAsync("visits", [row]);

        Assert.Equal(2, outcome.Code);
        Assert.Contains("figures.csv" + message, outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(0, await town.Database.Owner.OneAsync<long>("select count(*) from restricted.load"));
    }

    [Theory]
    [InlineData("indicator,area,time_period,value,source", "figures.csv(1): stated_on: this column is missing; add it to the first line, and its cell to each row")]
    [InlineData("indicator,area,time_period,value,source,stated_on,remark", "figures.csv(1): remark: this column is not known")]
    [InlineData("indicator,area,time_period,value,source,stated_on,value", "figures.csv(1): value: this column is there twice; remove one")]
    [InlineData("indicator;area;time_period;value;source;stated_on", "figures.csv(1): the columns are separated by semicolons; separate them by commas")]
    public async Task A_file_without_its_columns_is_refused(string header, string message)
    {
        var town = quiet.Town;

        var outcome = await town.RunAsync("import", "visits", town.Write([header, "VISITS,WK000101,2022,40,report,2022"]));

        Assert.Equal(2, outcome.Code);
        Assert.Contains(message, outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("age_year,2021", "area_year", "WK000101 is known here as it was in 2022, not in 2021; areas change")]
    [InlineData("status,Q", "obs_status", "what is withheld is decided by the release and not by the file; give the raw value")]
    [InlineData("status,Z", "obs_status", "\"Z\" is no status; they are A (normal, also when empty), P (provisional)")]
    [InlineData("status,L", "value", "there is a value, and status L says that there is none; remove one of the two")]
    [InlineData("note,\"4 van hen verhuisden\"", "note", "a note is published as it is, and a number in it could tell what is withheld")]
    [InlineData("note,bel 078-6131234", "note", "holds a phone number")]
    public async Task What_is_said_beside_a_value_is_checked_too(string cell, string column, string message)
    {
        var town = quiet.Town;
        var (name, said) = (cell.Split(',')[0], cell.Split(',')[1]);
        var extra = name switch { "age_year" => "area_year", "status" => "obs_status", _ => "note" };

        var outcome = await town.RunAsync("import", "visits", town.Write([$"indicator,area,time_period,value,source,stated_on,{extra}", $"VISITS,WK000101,2022,40,report,2022,{said}"]));

        Assert.Equal(2, outcome.Code);
        Assert.Contains($"figures.csv(2): {column}: {message}", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_refused_by_the_line_that_shows_it()
    {
        var town = quiet.Town;
        var path = town.Write([Town.Header, "VISITS,WK000101,2022,,40,report,2022", "VISITS,WK000102,2022,,40,caf?,2022"]);
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[Array.IndexOf(bytes, (byte)'?')] = 0xE9;
        await File.WriteAllBytesAsync(path, bytes);

        var outcome = await town.RunAsync("import", "visits", path);

        Assert.Equal(2, outcome.Code);
        Assert.Contains("figures.csv(3): a letter is not UTF-8; save the file as UTF-8", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_is_there_twice_is_refused_and_two_words_on_it_are_a_quarrel()
    {
        await using var town = await Town.MakeAsync(postgres);

        var twice = await town.ImportAsync("visits", ["VISITS,WK000101,2022,,40", "VISITS,wijk-1,2022,,40"]);
        Assert.Contains("figures.csv(3): this cell is on line 2 already (VISITS WK000101 2022); remove one of the two", twice.Errors, StringComparison.Ordinal);

        var path = town.Write([Town.Header, "VISITS,WK000101,2022,,40,report,2022", "VISITS,WK000101,2022,,44,letter,2022"]);
        var quarrel = await town.RunAsync("import", "visits", path);
        Assert.Equal(2, quarrel.Code);
        Assert.Contains("figures.csv(3): value: line 2 has another word on the same cell (VISITS WK000101 2022); remove one of the two, or record the contradiction with --accept-quarrels",
            quarrel.Errors, StringComparison.Ordinal);

        var accepted = await town.RunAsync("import", "visits", path, "--accept-quarrels");
        Assert.Contains("2 of them recorded as contradicting each other", accepted.Out, StringComparison.Ordinal);
        Assert.Equal(2, await town.Database.Owner.OneAsync<long>("select count(*) from restricted.cell where is_disputed"));
    }

    [Fact]
    public async Task A_total_that_does_not_add_up_is_refused_or_recorded_by_choice()
    {
        await using var town = await Town.MakeAsync(postgres);
        string[] rows = ["VISITS,WK000101,2022,,37", "VISITS,WK000101,2022,age=OLD,12", "VISITS,WK000101,2022,age=YOUNG,15"];

        var refused = await town.ImportAsync("visits", rows);
        Assert.Equal(2, refused.Code);
        Assert.Contains(
            "figures.csv(2): value: VISITS WK000101 2022 is 37, and its parts (line 3, line 4) come to 27; correct one of them, or record the contradiction with --accept-quarrels",
            refused.Errors, StringComparison.Ordinal);

        Assert.Equal(0, (await town.ImportAsync("visits", rows, "--accept-quarrels")).Code);
        Assert.Equal(["2|True", "3|True", "4|True"], await town.Database.Owner.RowsAsync("select line, is_disputed from restricted.cell order by line"));
    }

    [Fact]
    public async Task A_total_with_parts_left_out_has_to_be_meant_so()
    {
        await using var town = await Town.MakeAsync(postgres);
        string[] rows = ["VISITS,GM0001,2022,,37", "VISITS,WK000101,2022,,12", "VISITS,WK000102,2022,,15"];

        Assert.Contains("add the parts that are missing, or say --accept-rest", (await town.ImportAsync("visits", rows)).Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await town.ImportAsync("visits", rows, "--accept-rest")).Code);
    }

    [Fact]
    public async Task Persons_may_be_in_two_parts_and_a_part_is_never_more_than_the_whole()
    {
        await using var town = await Town.MakeAsync(postgres);

        Assert.Equal(0, (await town.ImportAsync("visits", ["PEOPLE,WK000101,2022,,20", "PEOPLE,WK000101,2022,hobby=CHESS,12", "PEOPLE,WK000101,2022,hobby=CHOIR,15"])).Code);
        Assert.Contains(
            "PEOPLE WK000102 2022 is 10, less than one of its parts (line 3, line 4)",
            (await town.ImportAsync("visits", ["PEOPLE,WK000102,2022,,10", "PEOPLE,WK000102,2022,hobby=CHESS,12", "PEOPLE,WK000102,2022,hobby=CHOIR,5"])).Errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_has_to_agree_with_what_is_there()
    {
        await using var town = await Town.MakeAsync(postgres);
        await town.MustImportAsync("visits", "VISITS,WK000101,2022,,27", "VISITS,WK000101,2022,age=OLD,12", "VISITS,WK000101,2022,age=YOUNG,15");

        var alone = await town.ImportAsync("visits", ["VISITS,WK000101,2022,age=OLD,14"]);
        Assert.Contains("(2): value: VISITS WK000101 2022 is 27, and its parts (line 2, load 1 line 4) come to 29", alone.Errors, StringComparison.Ordinal);
        await town.MustImportAsync("visits", "VISITS,WK000101,2022,age=OLD,14", "VISITS,WK000101,2022,,29");
    }

    [Fact]
    public async Task A_percentage_has_to_be_one_of_so_many()
    {
        await using var town = await Town.MakeAsync(postgres);
        const string header = "indicator,area,time_period,value,denominator,source,stated_on";

        Assert.Contains("93.7 can't be 37 of 40, the nearest whole number",
            (await town.RunAsync("import", "visits", town.Write([header, "CONTENT,WK000101,2022,93.7,40,report,2022"]))).Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await town.RunAsync("import", "visits", town.Write([header, "CONTENT,WK000101,2022,92.5,40,report,2022"]))).Code);
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once_and_those_of_a_hopeless_file_up_to_a_hundred()
    {
        var town = quiet.Town;

        var outcome = await town.ImportAsync("visits", Enumerable.Range(0, 150).Select(number => $"VISITS,WK000101,x{number},,x"));

        Assert.Contains("figures.csv has 300 mistakes, so nothing was imported:", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("... and 200 more", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_dataset_and_a_missing_file_are_told_in_a_sentence()
    {
        var town = quiet.Town;

        Assert.StartsWith("There is no dataset \"visit\" (did you mean visits?); the datasets are copies, rounded, visits.", (await town.ImportAsync("visit", [])).Errors, StringComparison.Ordinal);
        var missing = await town.RunAsync("import", "visits", Path.Combine(town.Folder, "nowhere.csv"));
        Assert.Equal(2, missing.Code);
        Assert.Contains("nowhere.csv can't be read", missing.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_that_was_made_elsewhere_gets_its_raw_figures_when_they_fit()
    {
        await using var elsewhere = await Town.MakeAsync(postgres);
        string[] rows = ["VISITS,big,2022,,75", "VISITS,WK000101,2022,,31", "VISITS,WK000102,2022,,3", "VISITS,WK000103,2022,,41"];
        await elsewhere.MustImportAsync("visits", rows);
        await elsewhere.MustReleaseAsync("visits", "--date", "2023-05-01", "--out", elsewhere.Folder);
        await using var town = await Town.MakeAsync(postgres);
        await using (var connection = await town.Database.Owner.OpenConnectionAsync())
        await using (var file = File.OpenRead(Path.Combine(elsewhere.Folder, ReleaseFile.Name("visits", 1))))
        {
            var checksum = Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(file));
            file.Position = 0;
            await new ReleaseLoader(connection).AddAsync(new("visits", 1, new(2023, 5, 1), "Made elsewhere.", checksum), file, null, default);
        }

        // Without them nobody can know what the next release would tell together with it.
        await town.MustImportAsync("visits", "VISITS,WK000104,2022,,50");
        var blind = await town.RunAsync("release", "visits", "--notes", "One wijk more.");
        Assert.Equal(2, blind.Code);
        Assert.Contains("Release 1 of visits was made elsewhere", blind.Errors, StringComparison.Ordinal);
        Assert.Contains("opensocialmap figures import visits FILE.csv --for-release 1", blind.Errors, StringComparison.Ordinal);

        var told = (await elsewhere.PublishedAsync()).Where(line => !line.EndsWith("SUPPRESSED", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(told);
        var other = await town.ImportAsync("visits", rows.Select(row => told.Any(line => row.Split(',') is var cells && line == $"VISITS {cells[1]} 2022 = {cells[4]}") ? row.Replace(",,", ",,1", StringComparison.Ordinal) : row), "--for-release", "1", "--accept-quarrels");
        Assert.Equal(2, other.Code);
        Assert.Contains("The file can't be what release 1 was made of: that has another value for", other.Errors, StringComparison.Ordinal);
        var fewer = await town.ImportAsync("visits", rows[..3], "--for-release", "1", "--accept-rest");
        Assert.Contains("The file can't be what release 1 was made of: it has 3 cells of its periods and the release 4", fewer.Errors, StringComparison.Ordinal);
        var none = await town.ImportAsync("visits", rows, "--for-release", "2");
        Assert.Contains("visits has no release 2 without raw figures", none.Errors, StringComparison.Ordinal);
        Assert.Equal(1, await town.Database.Owner.OneAsync<long>("select count(*) from restricted.load"));

        var fitting = await town.ImportAsync("visits", rows, "--for-release", "1");
        Assert.True(fitting.Code == 0, fitting.Errors);
        Assert.Contains("It is what release 1 was made of.", fitting.Out, StringComparison.Ordinal);
        Assert.Contains("visits has no release 1 without raw figures", (await town.ImportAsync("visits", rows, "--for-release", "1")).Errors, StringComparison.Ordinal);
        await town.MustReleaseAsync("visits");
        Assert.Contains("VISITS WK000102 2022 = SUPPRESSED", await town.PublishedAsync());
    }

    [Fact]
    public async Task Loads_are_only_added_to_and_noted_by_role()
    {
        await using var town = await Town.MakeAsync(postgres);
        await town.MustImportAsync("visits", "VISITS,WK000101,2022,,40");

        Assert.Equal("23001", await town.Database.Owner.RefusalAsync("update restricted.cell set value = 41"));
        Assert.Equal("23001", await town.Database.Owner.RefusalAsync("delete from restricted.load"));
        Assert.Equal(["socialmap_steward|import|visits|{\"load\": 1, \"rows\": 1, \"disputed\": 0}"],
            await town.Database.Owner.RowsAsync("select role, command, slug, what from restricted.audit join core.dataset on dataset.key = dataset_key"));
    }
}
