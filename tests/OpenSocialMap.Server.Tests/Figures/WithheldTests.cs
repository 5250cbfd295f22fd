using System.Text.Json;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Figures;

/// <summary>
/// Withheld cells have no value for anybody, so nothing that can be asked tells one from another: east hides one person and town a number
/// that no table here could have, and both look the same from everywhere.
/// </summary>
[Collection(DatabaseCollection.Name)]
public sealed class WithheldTests(CensusDatabase census) : IClassFixture<CensusDatabase>
{
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
        var answer = await census.Server.Client.Ask(query);
        AssertTellsNothing(answer.Text.Replace($"\\\"{CensusDatabase.Secret}\\\"", "", StringComparison.Ordinal));
    }

    private async Task<JsonElement> AskAsync(string query)
    {
        var answer = await census.Server.Client.Ask(query);
        Assert.Empty(answer.Errors);
        AssertTellsNothing(answer.Text);
        return answer.Data;
    }

    private static void AssertTellsNothing(string text) => Assert.DoesNotContain(CensusDatabase.Secret, text, StringComparison.Ordinal);

    private static string Padded(string cursor)
    {
        var text = cursor.Replace('-', '+').Replace('_', '/');
        return text.PadRight((text.Length + 3) / 4 * 4, '=');
    }
}
