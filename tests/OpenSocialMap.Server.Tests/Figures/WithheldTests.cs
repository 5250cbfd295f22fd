using System.Text.Json;
using OpenSocialMap.Data;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Figures;

/// <summary>
/// Withheld cells have no value for anybody, so nothing that can be asked tells one from another: east hides one person and town a number
/// that no table here could have, and both look the same from everywhere.
/// </summary>
[Collection(DatabaseCollection.Name)]
public sealed class WithheldTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Secret = "987654";

    private SocialMapDatabase _database = null!;
    private RunningServer _running = null!;

    public async Task InitializeAsync()
    {
        _database = await postgres.OpenAsync();
        var world = new World();
        await world.SaveAsync(_database.Owner, world.Indicator("people", world.Dataset("census")), world.Activity("soup", area: world.West));
        await _database.Owner.RunAsync(
            $"""
            insert into restricted.load (dataset_key, number, file_name, sha256) select key, 1, 'raw.csv', repeat('0', 64) from core.dataset;
            insert into restricted.cell (load_key, line, indicator_key, area_key, time_period, breakdown, value, obs_status, source_key, stated_on)
            select load.key, area.key, indicator.key, area.key, '2022', '', case area.slug when 'west' then 400 when 'east' then 1 else {Secret} end, 'A', source.key, '2022'
            from restricted.load, core.indicator, core.area, core.source
            where area.slug in ('west', 'east', 'town');
            """);
        await Releases.AddAsync(
            _database.Owner, "census", 1, Releases.Row("PEOPLE", "WK000101", "2022", 400), Releases.Row("PEOPLE", "WK000102", "2022", null), Releases.Row("PEOPLE", "GM0001", "2022", null));
        _running = await RunningServer.StartAsync(_database);
    }

    public async Task DisposeAsync()
    {
        await _running.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("{eq: 1}", "")]
    [InlineData("{eq: 987654}", "")]
    [InlineData("{gt: 0}", "west")]
    [InlineData("{gte: 1}", "west")]
    [InlineData("{lt: 5}", "")]
    [InlineData("{lte: 1000000}", "west")]
    [InlineData("{in: [1, 987654]}", "")]
    [InlineData("{eq: null}", "east town")]
    [InlineData("{neq: null}", "west")]
    [InlineData("{neq: 1}", "east town west")]
    [InlineData("{neq: 987654}", "east town west")]
    [InlineData("{nin: [1]}", "east town west")]
    [InlineData("{ngt: 500000}", "east town west")]
    [InlineData("{nlt: 5}", "east town west")]
    public async Task No_condition_on_the_value_tells_them_apart(string condition, string areas)
    {
        var list = await AskAsync($"{{ observations(where: {{value: {condition}}}) {{ totalCount nodes {{ area {{ slug }} }} }} }}");
        var found = list.GetProperty("observations");
        var slugs = found.GetProperty("nodes").EnumerateArray().Select(it => it.GetProperty("area").GetProperty("slug").GetString()).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(areas, string.Join(' ', slugs));
        Assert.Equal(slugs.Count, found.GetProperty("totalCount").GetInt32());
        foreach (var slug in (string[])["east", "town"])
        {
            var some = await AskAsync(
                $"{{ areas: indicator(by: {{slug: \"people\"}}) {{ observations(area: \"{slug}\", where: {{value: {condition}}}) {{ totalCount }} }} }}");
            Assert.Equal(areas.Contains(slug, StringComparison.Ordinal) ? 1 : 0, some.GetProperty("areas").GetProperty("observations").GetProperty("totalCount").GetInt32());
        }
    }

    [Theory]
    [InlineData("ASC", "west", "town", "east")]
    [InlineData("DESC", "east", "town", "west")]
    public async Task An_order_by_value_puts_them_at_one_end_in_the_order_of_the_file(string direction, params string[] areas)
    {
        var list = await AskAsync($"{{ observations(order: [{{value: {direction}}}]) {{ nodes {{ area {{ slug }} }} edges {{ cursor }} }} }}");
        var slugs = list.GetProperty("observations").GetProperty("nodes").EnumerateArray().Select(it => it.GetProperty("area").GetProperty("slug").GetString()!).ToList();
        // Ties follow the file, one way or the other, whatever the raw values are.
        Assert.Equal(areas, slugs);
        foreach (var edge in list.GetProperty("observations").GetProperty("edges").EnumerateArray())
            AssertTellsNothing(System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(Padded(edge.GetProperty("cursor").GetString()!))));
    }

    [Fact]
    public async Task Everything_that_is_told_of_them_is_the_same()
    {
        var list = await AskAsync(
            """
            { observations(where: {status: {eq: SUPPRESSED}}) { nodes {
              value status confidentiality note unit timePeriod breakdown modifiedAt conflictsWith { id } categories { code }
              provenance { source { slug } locator statedOn note confirmedOn } release { number } indicator { slug }
            } } }
            """);
        var told = list.GetProperty("observations").GetProperty("nodes").EnumerateArray().Select(it => it.GetRawText()).ToList();
        Assert.Equal(2, told.Count);
        Assert.Equal(told[0], told[1]);
        Assert.Contains("\"value\":null", told[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ search(text: \"987654\") { totalCount } }")]
    [InlineData("{ suggest(text: \"987654\") { text } }")]
    [InlineData("{ observations(indicator: \"987654\") { totalCount } }")]
    [InlineData("{ observations(area: \"987654\") { totalCount } }")]
    [InlineData("{ observations(release: \"987654\") { totalCount } }")]
    [InlineData("{ observations(breakdown: \"x\") { totalCount } }")]
    [InlineData("{ observations(order: [{value: ASC}], after: \"W10\") { totalCount } }")]
    [InlineData("{ cube(dataset: \"census\", rows: [\"area\"], columns: [\"timePeriod\"]) { rows { members { code } } cells { row observation { value status } } } }")]
    [InlineData("{ cube(dataset: \"census\", rows: [\"area\"], columns: [\"timePeriod\"], where: {value: {lt: 5}}) { cells { row } rows { position } } }")]
    [InlineData("{ indicators(where: {observations: {some: {value: {lt: 5}}}}) { totalCount } }")]
    [InlineData("{ indicators(where: {observations: {all: {value: {gt: 300}}}}) { totalCount } }")]
    [InlineData("{ wijken { nodes { slug indicators { totalCount } observations { totalCount nodes { value status } } } } }")]
    [InlineData("{ dataset(by: {slug: \"census\"}) { release(number: 1) { observationCount checksum observations(where: {value: {lt: 5}}) { totalCount } } } }")]
    [InlineData("{ restricted }")]
    [InlineData("{ activities { facets { theme { value count } } totalCount } }")]
    public async Task No_answer_and_no_error_names_a_raw_value(string query)
    {
        var answer = await _running.Client.Ask(query);
        AssertTellsNothing(answer.Text.Replace($"\\\"{Secret}\\\"", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_superseded_or_withdrawn_says_no_more()
    {
        var ids = (await AskAsync("{ observations { nodes { id } } }")).GetProperty("observations").GetProperty("nodes").EnumerateArray().Select(it => it.GetProperty("id").GetString()!).ToList();
        await Releases.AddAsync(
            _database.Owner, "census", 2, Releases.Row("PEOPLE", "WK000101", "2022", 405), Releases.Row("PEOPLE", "WK000102", "2022", null), Releases.Row("PEOPLE", "GM0001", "2022", null));
        foreach (var id in ids)
        {
            var old = (await AskAsync($"{{ node(id: \"{id}\") {{ ... on Observation {{ id status release {{ number status }} }} }} }}")).GetProperty("node");
            Assert.Equal("SUPERSEDED", old.GetProperty("release").GetProperty("status").GetString());
            Assert.Equal(id, old.GetProperty("id").GetString());
        }
        Assert.Equal("400", (await AskAsync("{ observations(release: \"1\", where: {value: {gt: 0}}) { nodes { value } } }")).GetProperty("observations").GetProperty("nodes")[0].GetProperty("value").GetRawText());
        Assert.Equal("405", (await AskAsync("{ observations(where: {value: {gt: 0}}) { nodes { value } } }")).GetProperty("observations").GetProperty("nodes")[0].GetProperty("value").GetRawText());

        await _database.Owner.RunAsync("update core.release set status = 'WITHDRAWN', withdrawn_on = '2023-02-01', withdrawn_reason = 'Wrong.' where number = 1");
        var withdrawn = await AskAsync($"{{ nodes(ids: {JsonSerializer.Serialize(ids)}) {{ ... on Observation {{ value status confidentiality release {{ status }} }} }} }}");
        Assert.Single(withdrawn.GetProperty("nodes").EnumerateArray().Select(it => it.GetRawText()).Distinct());
        Assert.Equal("WITHDRAWN", withdrawn.GetProperty("nodes")[0].GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, withdrawn.GetProperty("nodes")[0].GetProperty("value").ValueKind);
    }

    private async Task<JsonElement> AskAsync(string query)
    {
        var answer = await _running.Client.Ask(query);
        Assert.Empty(answer.Errors);
        AssertTellsNothing(answer.Text);
        return answer.Data;
    }

    private static void AssertTellsNothing(string text) => Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);

    private static string Padded(string cursor)
    {
        var text = cursor.Replace('-', '+').Replace('_', '/');
        return text.PadRight((text.Length + 3) / 4 * 4, '=');
    }
}
