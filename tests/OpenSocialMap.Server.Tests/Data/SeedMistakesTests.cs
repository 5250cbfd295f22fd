using Microsoft.Extensions.Logging.Abstractions;
using OpenSocialMap.Data.Seeding;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Data;

/// <summary>Each mistake in a seed file is named with its file, line and column, and how to mend it.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class SeedMistakesTests(EmptyDatabase fixture) : IClassFixture<EmptyDatabase>, IDisposable
{
    readonly SeedFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("partners.csv", "slug,name,kind", "slug,naam,kind",
        "partners.csv(1): name: this column is missing",
        "partners.csv(1): naam: this column is not known (did you mean name?)")]
    [InlineData("partners.csv", "choir,The Choir,,,", "choir,The Choir,,", "partners.csv(3): there are 9 cells for 10 columns")]
    [InlineData("partners.csv", "The Choir", "The \"Choir\"", "partners.csv(3): a quote stands inside a cell")]
    [InlineData("partners.csv", "The Choir", "\"The\nChoir", "partners.csv(3): a quoted cell is never closed")]
    [InlineData("partners.csv", "The Choir", "", "partners.csv(3): name: this cell is empty")]
    [InlineData("partners.csv", "The Choir", "The Choir ", "partners.csv(3): name: there is a space before or after the text")]
    [InlineData("partners.csv", "choir,", "club,", "partners.csv(3): slug: the slug \"club\" is there already")]
    [InlineData("partners.csv", "choir,", "The Choir,", "partners.csv(3): slug: \"The Choir\" is no slug")]
    [InlineData("partners.csv", "ORGANISATION", "ORGANIZATION",
        "partners.csv(2): kind: \"ORGANIZATION\" is not one of the known values (did you mean ORGANISATION?); they are ORGANISATION PUBLIC_BODY RESIDENTS_GROUP CATEGORY")]
    [InlineData("partners.csv", "https://example.org", "www.example.org", "partners.csv(2): website: \"www.example.org\" is no web address")]
    [InlineData("partners.csv", "The Choir,,,,report", "The Choir,,,,", "partners.csv(3): source: this cell is empty")]
    [InlineData("partners.csv", "The Choir,,,,report", "The Choir,,,,repport", "partners.csv(3): source: there is no source \"repport\" (did you mean report?)")]
    [InlineData("partners.csv", "line 1,2022,,", "line 1,2022-02-30,,", "partners.csv(2): stated_on: \"2022-02-30\" is no date", "partners.csv(3): stated_on: \"2022-02-30\" is no date")]
    [InlineData("partners.csv", "The Choir,,,,report,line 1,2022,", "The Choir,,,,report,line 1,2022,2022", "partners.csv(3): confirmed_on: \"2022\" can't be read")]
    [InlineData("sources.csv", ",2022,", ",2022/2023/2024,", "sources.csv(2): temporal_coverage: \"2022/2023/2024\" is no date or interval")]
    [InlineData("wijken.csv", "WK000102,east", "WK000102,harbour",
        "buurten.csv(2): slug: another kind of area has the slug \"harbour\" already",
        "meeting-places.csv(3): area: there is no area \"east\"")]
    [InlineData("wijken.csv", "WK000102,east", "WK000101,east", "wijken.csv(3): code: the code WK000101 is there twice")]
    [InlineData("wijken.csv", "WK000102,east", "WK102,east", "wijken.csv(3): code: \"WK102\" is not as it should be; write it like WK000000")]
    [InlineData("wijken.csv", "2023,400", "2023,4e2", "wijken.csv(2): inhabitants: \"4e2\" is no whole number")]
    [InlineData("buurten.csv", "WK000101", "WK000109", "buurten.csv(2): wijk: there is no wijk \"WK000109\" (did you mean WK000101?)")]
    [InlineData("werkgebied-wijken.csv", "both,WK000102", "both,WK000101", "werkgebied-wijken.csv(3): wijk: this wijk is in this werkgebied already")]
    [InlineData("werkgebied-wijken.csv", "WHOLE,as the report says", "WHOLE,", "werkgebied-wijken.csv(2): reason: this cell is empty")]
    [InlineData("meeting-places.csv", "4.65,51.75,EXACT", "4.65,51.75,", "meeting-places.csv(2): location_precision: a point must say how exact it is")]
    [InlineData("meeting-places.csv", "4.65,51.75,EXACT", ",,EXACT", "meeting-places.csv(2): location_precision: there is no point to be exact about")]
    [InlineData("meeting-places.csv", "4.65,51.75,EXACT", "4.65,,EXACT", "meeting-places.csv(2): latitude: a point needs both longitude and latitude")]
    [InlineData("meeting-places.csv", "4.65,51.75,EXACT", "51.75,4.65,EXACT", "meeting-places.csv(2): longitude: the point is not in the Netherlands")]
    [InlineData("meeting-places.csv", "4.65,51.75,EXACT", "4°39',51.75,EXACT", "meeting-places.csv(2): longitude: \"4°39'\" is no number")]
    [InlineData("meeting-places.csv", "3311 AB", "3311ab", "meeting-places.csv(2): postal_code: \"3311ab\" is not as it should be; write it like 3311 AB")]
    [InlineData("meeting-places.csv", "hall,DEFUNCT", "barn,DEFUNCT", "meeting-places.csv(3): replaced_by: the record leads back to itself")]
    [InlineData("programmes.csv", "1,,,club", "1,,line,club", "programmes.csv(2): part_of: the record leads back to itself")]
    [InlineData("programmes.csv", "PROGRAMME_LINE", "", "programmes.csv(2): kind: this cell is empty")]
    [InlineData("wijkkranten.csv", "WK000101|east", "WK000101||east", "wijkkranten.csv(2): areas: the list has an empty part")]
    [InlineData("wijkkranten.csv", "WK000101|east", "east|east", "wijkkranten.csv(2): areas: \"east\" is in the list twice")]
    [InlineData("alternate-names.csv", "Wijk,west", "Wyk,west", "alternate-names.csv(2): type: \"Wyk\" is not a type (did you mean Wijk?)")]
    [InlineData("alternate-names.csv", "Wijk,west", "Buurt,west", "alternate-names.csv(2): subject: there is no buurt \"west\"")]
    [InlineData("alternate-names.csv", "wild-west", "harbour", "alternate-names.csv(2): slug: the slug \"harbour\" leads to another record already")]
    [InlineData("datasets.csv", "SUPPRESSION,", "HIDING,", "datasets.csv(2): protection_method: \"HIDING\" is not one of the known values")]
    [InlineData("datasets.csv", ",5,PUBLISH,", ",,PUBLISH,", "datasets.csv(2): minimum_count: suppression needs a minimum count")]
    [InlineData("dimensions.csv", "census,age", "consensus,age", "dimensions.csv(2): dataset: there is no dataset \"consensus\" (did you mean census?)")]
    [InlineData("dimensions.csv", "census,help", "census,area", "dimensions.csv(3): code: every table has an axis \"area\"")]
    [InlineData("categories.csv", "age,OLDER,", "age,OLD,", "categories.csv(3): code: the dimension has this category already")]
    [InlineData("categories.csv", "Older,OLD", "Older,OLDEST", "categories.csv(3): parent: no row above this one has the category \"OLDEST\"")]
    [InlineData("indicators.csv", "people,PEOPLE,", "people,People,", "indicators.csv(2): code: \"People\" is not as it should be; write it like INHABITANTS")]
    [InlineData("indicators.csv", "UNIQUE_PERSONS", "HEADS", "indicators.csv(2): counting_unit: \"HEADS\" is not one of the known values")]
    [InlineData("releases.csv", "census,1,", "census,none,", "releases.csv(2): number: \"none\" is no whole number")]
    [InlineData("releases.csv", "releases/census-1.csv", "releases/census.csv", "releases/census.csv(1): the seed has no such file")]
    [InlineData("releases/census-1.csv", ",400,", ",401,", "releases/census-1.csv(1): the checksum of the file is ")]
    [InlineData("activities/west.csv", "EATING_TOGETHER|MEETING", "EATING|MEETING", "activities/west.csv(2): themes: \"EATING\" is not one of the known values")]
    [InlineData("activities/west.csv", "HOST:choir", "choir", "activities/west.csv(2): partners: \"choir\" is no partner with a role; write ROLE:slug, with one of ORGANISER HOST PARTNER FUNDER REFERRER")]
    [InlineData("activities/west.csv", "HOST:choir", "HOST:quire", "activities/west.csv(2): partners: there is no partner \"quire\"")]
    [InlineData("activities/west.csv", "ACTIVE,,every", "ACTIVE,soup,every", "activities/west.csv(2): succeeded_by: the record leads back to itself")]
    [InlineData("activities/west.csv", "18,99", "99,18", "activities/west.csv(2): maximum_age: the maximum age is below the minimum age")]
    [InlineData("activities/west.csv", ",true,", ",yes,", "activities/west.csv(2): is_accessible_for_free: \"yes\" is not one of the known values")]
    [InlineData("activities/west.csv", "P1W,,", "weekly,,", "activities/west.csv(2): repeat_frequency: \"weekly\" is not as it should be; write it like P1W")]
    [InlineData("activities/west.csv", "P1W,,", ",3,", "activities/west.csv(2): times_per_period: so many times in each period, without a period; say in repeatFrequency which period")]
    [InlineData("activities/west.csv", ",WE,", ",Wed,", "activities/west.csv(2): by_day: \"Wed\" is not as it should be")]
    [InlineData("activities/west.csv", "12:00,13:30", "12.00,13:30", "activities/west.csv(2): start_time: \"12.00\" can't be read; write it like 14:30")]
    [InlineData("activities/west.csv", "12:00,13:30", "21:00,23:30", "activities/west.csv(2): day_part: 21:00 is not in the afternoon")]
    [InlineData("activities/west.csv", "P1W,,WE", "P1M1D,,WE", "activities/west.csv(2): repeat_frequency: P1M1D mixes units")]
    [InlineData("activities/west.csv", "nl|en", "Dutch", "activities/west.csv(2): in_language: \"Dutch\" is not as it should be")]
    [InlineData("activities/west.csv", ",A2,", ",easy,", "activities/west.csv(2): language_level: \"easy\" is not one of the known values")]
    [InlineData("activities/west.csv", "Together at the table.", "Call 06-12345678.", "activities/west.csv(2): description: holds a phone number")]
    [InlineData("outlines/wijken.geojson", "[4.7,51.8],[4.6,51.8]", "[4.6,51.8],[4.7,51.8]", "outlines/wijken.geojson(2): geometry: the outline of WK000101 is not valid: Self-intersection at")]
    [InlineData("outlines/wijken.geojson", "[4.6,51.7]", "[51.7,4.6]", "outlines/wijken.geojson(2): geometry: the outline of WK000101 is not in the Netherlands")]
    [InlineData("outlines/wijken.geojson", "\"WK000102\"", "\"WK000103\"", "outlines/wijken.geojson(3): id: no area has the code WK000103")]
    [InlineData("outlines/wijken.geojson", "]}", "]", "outlines/wijken.geojson(")]
    public async Task A_mistake_is_named(string file, string old, string @new, params string[] problems)
    {
        _files.Replace(file, old, @new);
        await AssertProblemsAsync(problems);
    }

    [Theory]
    [InlineData("PEOPLE,WK000101,2023,2023,,,A,F,,report,line 1,2022", "(2): value: there is no value")]
    [InlineData("PEOPLE,WK000101,2023,2023,,3,L,F,,report,line 1,2022", "(2): value: the status says that there is no value")]
    [InlineData("PEOPLE,WK000101,2023,2023,,400.5,A,F,,report,line 1,2022", "(2): value: the value has more decimals than its indicator (0)")]
    [InlineData("PEOPLE,WK000101,2023,23,,400,A,F,,report,line 1,2022", "(2): time_period: \"23\" is no period")]
    [InlineData("PEOPLE,WK000101,2023,2023,,400,Z,F,,report,line 1,2022", "(2): obs_status: \"Z\" is no status of a figure")]
    [InlineData("PEOPLE,WK000101,2023,2023,,,Q,F,,report,line 1,2022", "(2): conf_status: exactly what is withheld")]
    [InlineData("PEOPLE,WK000101,2023,2023,,,Q,C,two people,report,line 1,2022", "(2): note: what is withheld has no note")]
    [InlineData("PEOPLE,WK000101,2022,2023,,400,A,F,,report,line 1,2022", "(2): area_year: the area WK000101 here is of 2023")]
    [InlineData("PEOPLE,WK000109,2023,2023,,400,A,F,,report,line 1,2022", "(2): area: there is no area \"WK000109\"")]
    [InlineData("PEEPLE,WK000101,2023,2023,,400,A,F,,report,line 1,2022", "(2): indicator: the dataset has no indicator with the code \"PEEPLE\" (did you mean PEOPLE?)")]
    [InlineData("PEOPLE,WK000101,2023,2023,help=FOOD|age=OLD,400,A,F,,report,line 1,2022", "(2): breakdown: \"help=FOOD|age=OLD\" is no breakdown")]
    [InlineData("PEOPLE,WK000101,2023,2023,age=YOUNG,400,A,F,,report,line 1,2022", "(2): breakdown: the dataset has no category age=YOUNG")]
    [InlineData("PEOPLE,WK000101,2023,2023,,400,A,F,,repport,line 1,2022", "(2): source: there is no source \"repport\" (did you mean report?)")]
    [InlineData("PEOPLE,WK000101,2023,2023,,400,A,F,call 06-12345678,report,line 1,2022", "(2): note: holds a phone number")]
    public async Task A_mistake_in_a_release_is_named(string row, string problem)
    {
        _files.Release(1, row);
        await AssertProblemsAsync($"releases/census-1.csv{problem}");
    }

    [Fact]
    public async Task Rows_of_a_release_are_sorted_and_there_once()
    {
        const string Row = "PEOPLE,WK000101,2023,2023,,400,A,F,,report,line 1,2022";
        _files.Release(1, "PEOPLE,WK000102,2023,2023,,600,A,F,,report,line 1,2022", Row, Row);
        await AssertProblemsAsync("releases/census-1.csv(3): this row comes before the one above it", "releases/census-1.csv(4): this row is there already");
    }

    [Fact]
    public async Task A_cell_over_several_lines_does_not_spoil_the_line_numbers()
    {
        _files.Replace("partners.csv", "The Club", "\"The\nClub\"");
        _files.Replace("partners.csv", "The Choir,", "The Choir,CHOIR");
        await AssertProblemsAsync("partners.csv(4): kind: \"CHOIR\" is not one of the known values");
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_named()
    {
        File.WriteAllBytes(Path.Combine(_files.Folder, "partners.csv"), [.. "slug,name\ncafe,Caf"u8, 0xE9, .. "\n"u8]);
        await AssertProblemsAsync("partners.csv(2): a letter is not UTF-8");
    }

    [Fact]
    public async Task A_missing_and_a_misnamed_file_are_named()
    {
        File.Move(Path.Combine(_files.Folder, "partners.csv"), Path.Combine(_files.Folder, "partner.csv"));
        await AssertProblemsAsync(
            "partners.csv(1): the seed has no such file", "partner.csv(1): no such file belongs to a seed (did you mean partners.csv?)");
    }

    [Fact]
    public async Task All_mistakes_are_named_at_once()
    {
        _files.Replace("partners.csv", "ORGANISATION", "CLUB");
        _files.Replace("activities/west.csv", ",WE,", ",WED,");
        await AssertProblemsAsync("partners.csv(2): kind:", "activities/west.csv(2): by_day:");
    }

    async Task AssertProblemsAsync(params string[] problems)
    {
        var broken = await Assert.ThrowsAsync<SeedException>(() => new Seeder(fixture.Database.Owner, NullLogger.Instance).SeedAsync(_files.Folder, default));
        foreach (var problem in problems)
            Assert.Contains(broken.Problems, it => it.StartsWith(problem, StringComparison.Ordinal));
        Assert.All(broken.Problems, it => Assert.Matches(@"^\S+\(\d+\): .+; .+", it));
        Assert.Equal(0L, await fixture.Database.Owner.OneAsync<long>("select count(*) from core.source"));
    }
}
