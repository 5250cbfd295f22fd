using System.Text.RegularExpressions;
using NpgsqlTypes;
using OpenSocialMap.Server.Catalogue;
using OpenSocialMap.Server.Ide;
using OpenSocialMap.Server.Sql;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Repository;

namespace OpenSocialMap.Server.Tests.Statements;

/// <summary>What PostgreSQL does for the documented operations once tables are large: it goes through an index wherever one is due.</summary>
[Collection(AnswersCollection.Name)]
public sealed partial class PlanTests(GeneratedCity city) : IClassFixture<GeneratedCity>
{
    // Smaller ones are read whole on purpose: sources and indicators, and the names among which one like an unknown name is looked for.
    private const int Large = 5_000;

    public static TheoryData<string> Operations => [.. Clone.Files("schema/operations", "*.graphql")];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_documented_operation_goes_through_its_indexes(string path)
    {
        var example = Example.Parse(path, await File.ReadAllTextAsync(Path.Combine(Clone.Root, path)));
        var plan = await city.Explain(city.Compile(example.Query, example.Variables.Length == 0 ? "{}" : example.Variables));
        var readWhole = WholeTable().Matches(plan).Select(match => match.Groups[1].Value);
        Assert.Empty(readWhole.Intersect(await city.TablesAbove(Large)));
    }

    [Fact]
    public async Task The_tables_that_operations_go_through_are_large()
    {
        var large = await city.TablesAbove(Large);
        Assert.Superset(
            new HashSet<string>
            {
                "activity", "activity_partner", "area_activity", "area_agenda", "area_place", "area_within", "meeting_place", "observation", "occurrence", "search_document",
            },
            large);
    }

    // The first of the area's agenda, and no more than are asked for: neither sorted nor counted before.
    [Fact]
    public async Task What_is_on_in_an_area_is_read_in_its_order()
    {
        var plan = await city.Explain(city.Compile(
            "query ($area: String!) { agenda(area: $area, from: \"2023-01-02\", first: 20) { nodes { id date activity { name } } } }", """{"area": "wijk-5"}"""));
        Assert.Matches(@"Index Only Scan using area_agenda_pkey on area_agenda\n\s+Index Cond: \(\(area_key = .*\) AND \(agenda_at >= .*\) AND \(agenda_at < ", plan);
        Assert.DoesNotContain("Sort Key: occurrence", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_counted_in_an_area_is_looked_up_there()
    {
        var plan = await city.Explain(city.Compile("""{ agenda(area: "wijk-5", until: "2023-03-01", first: 20) { totalCount facets { weekday { value count } } } }""", "{}"));
        Assert.Contains("area_agenda_pkey", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("occurrence_agenda", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_on_near_a_point_is_looked_up_by_the_activities_there()
    {
        var plan = await city.Explain(city.Compile("{ agenda(near: {latitude: 51.8, longitude: 4.7, within: 800}, first: 20) { nodes { date } } }", "{}"));
        Assert.Contains("occurrence_activity", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("occurrence_agenda", plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ indicator(by: {slug: \"cijfer-3\"}) { observations(first: 20) { nodes { area { code } timePeriod value } } } }", "observation_indicator")]
    [InlineData("{ observations(indicator: \"cijfer-3\", first: 20) { nodes { value } pageInfo { hasNextPage endCursor } } }", "observation_indicator")]
    [InlineData("{ indicator(by: {slug: \"cijfer-3\"}) { series(area: \"wijk-5\") { timePeriod value } } }", "observation_")]
    [InlineData("{ wijk(by: {slug: \"wijk-5\"}) { observations(first: 20) { totalCount nodes { indicator { code } value } } } }", "observation_once")]
    [InlineData("{ wijk(by: {slug: \"wijk-5\"}) { observations(indicator: \"cijfer-3\") { nodes { value } } } }", "observation_once")]
    [InlineData("{ wijk(by: {slug: \"wijk-5\"}) { indicators(first: 20) { nodes { code } } } }", "observation_once")]
    [InlineData("{ observations(area: \"wijk-5\", release: \"1\") { nodes { value conflictsWith { value } } } }", "observation_once")]
    [InlineData("{ node(id: \"obs_0000000000000001\") { ... on Observation { value } } }", "observation_pkey")]
    [InlineData("{ observations(where: {id: {in: [\"obs_0000000000000001\"]}}) { nodes { value } } }", "observation_pkey")]
    [InlineData("{ release(by: {id: \"rel_0000000000000001\"}) { observations(first: 50) { nodes { value } } } }", "observation_pkey")]
    public async Task Observations_are_looked_up_from_either_end(string query, string index)
    {
        var plan = await city.Explain(city.Compile(query, "{}"));
        Assert.Contains(index, plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan on observation\n", plan + "\n", StringComparison.Ordinal);
    }

    // A condition on areas is answered first; an index of what it found leads to their figures, and not to those of every indicator or every area.
    [Theory]
    [InlineData("{ cube(dataset: \"tabel-1\", rows: [\"area\"], columns: [\"indicator\"], where: {timePeriod: {eq: \"2022\"}, area: {code: {startsWith: \"WK99990\"}}}) { cells { row observation { value } } } }")]
    [InlineData("{ observations(where: {area: {code: {startsWith: \"WK99990\"}}, indicator: {slug: {eq: \"cijfer-3\"}}}, first: 20, order: [{value: DESC}]) { nodes { value } } }")]
    public async Task Figures_of_some_areas_are_looked_up_by_these(string query) =>
        Assert.Matches(@"Index Scan using observation_once on observation\b[^\n]*\n\s+Index Cond: \(\(area_key = ANY", await city.Explain(city.Compile(query, "{}")));

    public static TheoryData<string, string> CatalogueStatements => new()
    {
        { nameof(CatalogueSql.Figures), "observation_pkey" },
        { nameof(CatalogueSql.FiguresByArea), "observation_once" },
        { nameof(CatalogueSql.Choices), "observation_indicator" },
        { nameof(CatalogueSql.Map), "observation_indicator" },
        { nameof(CatalogueSql.Series), "observation_once" },
    };

    [Theory]
    [MemberData(nameof(CatalogueStatements))]
    public async Task Files_and_pictures_find_their_figures_by_an_index(string statement, string index)
    {
        const NpgsqlDbType number = NpgsqlDbType.Integer, text = NpgsqlDbType.Text;
        var (sql, types) = statement switch
        {
            nameof(CatalogueSql.Figures) => (CatalogueSql.Figures, (NpgsqlDbType[])[number, number]),
            nameof(CatalogueSql.FiguresByArea) => (CatalogueSql.FiguresByArea, [number, number, number]),
            nameof(CatalogueSql.Choices) => (CatalogueSql.Choices, [number, text, text, text, text, number]),
            nameof(CatalogueSql.Map) => (CatalogueSql.Map, [number, text, text, text, text, number]),
            _ => (CatalogueSql.Series, [number, text, text, NpgsqlDbType.Array | text]),
        };
        var plan = await city.Explain(new Statement(sql, [.. types.Select(type => new StatementParameter(type, _ => null))], [], []));
        Assert.Matches($@"using {index} on observation\b[^\n]*\n\s+Index Cond: ", plan);
        Assert.DoesNotContain("Seq Scan on observation\n", plan + "\n", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"Seq Scan on (\w+)")]
    private static partial Regex WholeTable();
}
