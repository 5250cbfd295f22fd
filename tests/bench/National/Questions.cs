using System.Globalization;

namespace OpenSocialMap.Bench.National;

/// <summary>What researchers and sites ask of a country's figures; each question with other areas, indicators and years each time.</summary>
internal sealed class Questions(BenchDatabase database, int indicators, int periods)
{
    private const int Different = 1_000;

    public async Task<IReadOnlyList<Question>> AllAsync(CancellationToken cancellation)
    {
        var buurten = await database.ReadAsync("select code from core.area where key >= 3000000 order by md5(code) limit 1000", cancellation);
        var municipalities = await database.ReadAsync("select code from core.area where key between 1000000 and 1999999 order by md5(code)", cancellation);
        var releases = await database.ReadAsync(
            "select id from core.release where dataset_key = (select key from core.dataset where slug = 'country') order by md5(id)", cancellation);
        var ids = await database.ReadAsync(
            """
            select observation.id
            from api.observation
            where key in (select first_key + n * 863 from core.release, generate_series(1, 25) n where dataset_key = (select key from core.dataset where slug = 'country'))
            order by md5(observation.id)
            limit 1000
            """,
            cancellation);
        return
        [
            new("all figures of a buurt, the first 50",
                "query ($a: String!) { buurt(by: {code: $a}) { name observations(first: 50) { nodes { indicator { code unit } timePeriod value status } pageInfo { hasNextPage endCursor } } } }",
                Each(nth => new { a = buurten[nth % buurten.Count] })),
            new("the same, of one year, with how many there are",
                "query ($a: String!, $t: String!) { buurt(by: {code: $a}) { name observations(first: 50, where: {timePeriod: {eq: $t}}) { totalCount nodes { indicator { code unit } value status } } } }",
                Each(nth => new { a = buurten[nth % buurten.Count], t = Period(nth) })),
            new("all years of an indicator in a buurt",
                "query ($i: String!, $a: String!) { indicator(by: {slug: $i}) { name series(area: $a) { timePeriod value status } } }",
                Each(nth => new { i = Indicator(nth), a = buurten[nth % buurten.Count] })),
            new("what is measured in a buurt",
                "query ($a: String!) { buurt(by: {code: $a}) { name indicators(first: 50) { nodes { code name } } } }",
                Each(nth => new { a = buurten[nth % buurten.Count] })),
            new("an indicator, the first 100",
                "query ($i: String!) { indicator(by: {slug: $i}) { observations(first: 100) { nodes { area { code } timePeriod value status } pageInfo { endCursor } } } }",
                Each(nth => new { i = Indicator(nth) })),
            new("an indicator in one year, the highest 20",
                "query ($i: String!, $t: String!) { indicator(by: {slug: $i}) { observations(first: 20, where: {timePeriod: {eq: $t}, value: {neq: null}}, order: [{value: DESC}]) { nodes { area { code name } value } } } }",
                Each(nth => new { i = Indicator(nth), t = Period(nth) })),
            new("an indicator in all years, the highest 20",
                "query ($i: String!) { indicator(by: {slug: $i}) { observations(first: 20, where: {value: {neq: null}}, order: [{value: DESC}]) { nodes { area { code name } timePeriod value } } } }",
                Each(nth => new { i = Indicator(nth) })),
            new("a table of a municipality's wijken by indicator",
                "query ($w: String!, $t: String!) { cube(dataset: \"country\", rows: [\"area\"], columns: [\"indicator\"], where: {timePeriod: {eq: $t}, area: {code: {startsWith: $w}}}) "
                    + "{ rows { position members { code name } } columns { position members { code } } cells { row column observation { value status } } } }",
                Each(nth => new { w = "WK" + municipalities[nth % municipalities.Count][2..], t = Period(nth) })),
            new("figures of a buurt with what conflicts with each",
                "query ($a: String!) { buurt(by: {code: $a}) { name observations(first: 50) { nodes { value conflictsWith { value provenance { source { title } } } } } } }",
                Each(nth => new { a = buurten[nth % buurten.Count] })),
            new("a page of a release",
                "query ($r: ID!) { release(by: {id: $r}) { number observations(first: 100) { nodes { indicator { code } area { code } value status } pageInfo { endCursor } } } }",
                Each(nth => new { r = releases[nth % releases.Count] })),
            new("a page of a release with what conflicts with each",
                "query ($r: ID!) { release(by: {id: $r}) { number observations(first: 100) { nodes { value conflictsWith { value } } } } }",
                Each(nth => new { r = releases[nth % releases.Count] })),
            new("a buurt in a release",
                "query ($r: ID!, $a: String!) { release(by: {id: $r}) { number observations(first: 50, area: $a) { nodes { indicator { code } value status } } } }",
                Each(nth => new { r = releases[nth % releases.Count], a = buurten[nth % buurten.Count] })),
            new("20 figures by their ids",
                "query ($o: [ID!]!) { nodes(ids: $o) { ... on Observation { indicator { code } area { code } timePeriod value status release { number } } } }",
                Each(nth => new { o = Enumerable.Range(0, 20).Select(more => ids[((nth * 20) + more) % ids.Count]).ToArray() })),
        ];
    }

    private static object[] Each(Func<int, object> variables) => [.. Enumerable.Range(0, Different).Select(variables)];

    private string Indicator(int nth) => string.Create(CultureInfo.InvariantCulture, $"country-{1 + (nth * 7 % indicators):00}");

    private string Period(int nth) => (2022 - (nth * 11 % periods)).ToString(CultureInfo.InvariantCulture);
}
