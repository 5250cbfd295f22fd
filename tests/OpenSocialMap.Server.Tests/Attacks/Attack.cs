using System.Text.Json;

namespace OpenSocialMap.Server.Tests.Attacks;

/// <summary>A request that tries to cost the server more than it costs the sender.</summary>
/// <param name="Query">The document.</param>
/// <param name="Variables">A JSON object.</param>
internal sealed record Attack(string Query, string Variables = "{}")
{
    /// <summary>The body; the number makes each a document of its own, so that no answer is a remembered one.</summary>
    public string Body(int number) => $$"""{"query":{{JsonSerializer.Serialize($"{Query}#{number}")}},"variables":{{Variables}}}""";

    private const string Where = "query ($w: WijkFilterInput) { wijken(where: $w) { totalCount } }";
    private const string Names = "query ($n: [String]) { wijken(where: { name: { in: $n } }) { totalCount } }";
    private const string Inside = "query ($g: Geometry!) { meetingPlaces(where: { location: { within: { geometry: $g } } }) { totalCount } }";

    /// <summary>What must be refused, with the limit that it must run into; null where the document is wrong in itself.</summary>
    public static readonly IReadOnlyDictionary<string, (Attack Attack, string? Limit)> Refused = new Dictionary<string, (Attack, string?)>
    {
        ["deep nesting of fields"] = (new($"{{ wijken {Nested("{ nodes { meetingPlaces ", 14, "{ totalCount }", " } }")} }}"), "depth"),
        ["deep nesting of braces"] = (new(Nested("{ a ", 500, "", "}")), "nesting"),
        ["deep nesting through fragments"] = (new("{ wijken { nodes { ...F0 } } }" + Many(40, i => $" fragment F{i} on Wijk {{ municipality {{ wijken {{ nodes {{ ...F{i + 1} }} }} }} }}") + " fragment F40 on Wijk { name }"), "depth"),
        ["alias overload"] = (new($"{{ {Many(1500, i => $"a{i}: __typename ")}}}"), "aliases"),
        ["root field overload"] = (new($"{{ {Many(190, i => $"a{i}: wijken {{ totalCount }} ")}}}"), "rootFields"),
        ["directive overload"] = (new($"{{ __typename {Many(2000, _ => "@x ")}}}"), "directives"),
        ["directive overload on the operation"] = (new($"query {Many(1000, i => $"@x{i} ")} {{ __typename }}"), "directivesPerPlace"),
        ["cycle of fragments"] = (new("{ wijken { nodes { ...A } } } fragment A on Wijk { ...B } fragment B on Wijk { ...A }"), null),
        ["cycle of many fragments"] = (new("{ wijken { nodes { ...F0 } } }" + Many(400, i => $" fragment F{i} on Wijk {{ ...F{(i + 1) % 400} ...F{(i + 7) % 400} }}")), null),
        ["wide bomb of fragments"] = (new("{ wijken { nodes { ...F0 } } }" + Many(100, i => $" fragment F{i} on Wijk {{ {Many(10, _ => $"...F{i + 1} ")}}}") + " fragment F100 on Wijk { name }"), "fields"),
        ["deep bomb of fragments"] = (new("{ wijken { nodes { ...F0 } } }" + Many(50, i => $" fragment F{i} on Wijk {{ a: municipality {{ wijken {{ nodes {{ ...F{i + 1} }} }} }} b: municipality {{ wijken {{ nodes {{ ...F{i + 1} }} }} }} }}") + " fragment F50 on Wijk { name }"), "fields"),
        ["types inside types"] = (new($"{{ node(id: \"x\") {Nested("{ ... on Area { activities { nodes { area ", 5, "{ id }", " } } } }")} }}"), "fields"),
        ["circular introspection"] = (new($"{{ __schema {{ types {Nested("{ fields { type ", 6, "{ name }", " } }")} }} }}"), "introspectionDepth"),
        ["introspection again and again"] = (new($"{{ {Many(45, i => $"a{i}: __schema {{ types {{ name description }} }} ")}}}"), "fieldCost"),
        ["field duplication"] = (new($"{{ {Many(10_000, _ => "__typename ")}}}"), "tokens"),
        ["field duplication within the tokens"] = (new($"{{ wijken {{ {Many(4500, _ => "totalCount ")}}} }}"), "fields"),
        ["duplicated objects"] = (new($"{{ wijken {{ {Many(900, _ => "nodes { name } ")}}} }}"), "comparisons"),
        ["many operations"] = (new(Many(900, i => $"query Q{i} {{ __typename }} ") + "{ __typename }"), null),
        ["huge list in the document"] = (new($"{{ wijken(where: {{ name: {{ in: [{Many(10_000, _ => "\"x\" ")}] }} }}) {{ totalCount }} }}"), "tokens"),
        ["huge list in a variable"] = (new(Names, $$"""{"n":[{{string.Join(',', Enumerable.Repeat("\"x\"", 10_000))}}]}"""), "listLength"),
        ["many values"] = (new(Where, Or("""{"and":[{"and":[{},{},{}]},{"and":[{},{},{}]},{"and":[{},{},{}]}]}""", 900)), "variableValues"),
        ["many conditions"] = (new(Where, Or("""{"name":{"eq":"x","neq":"x","in":[],"nin":[]}}""", 900)), "parameters"),
        ["many dear conditions"] = (new(Where, Or("""{"name":{"contains":"x","ncontains":"y"}}""", 900)), "fieldCost"),
        ["one key many times"] = (new(Where, Given("w", $"{{{string.Join(',', Enumerable.Repeat("\"name\":{\"eq\":\"x\"}", 40_000))}}}")), "variableValues"),
        ["many keys beside the variables"] = (new("{ __typename }", $"{{{string.Join(',', Enumerable.Range(0, 60_000).Select(i => $"\"key{i}\":1"))}}}"), "variables"),
        ["many keys inside a variable"] = (new(Where, Given("w", $"{{{string.Join(',', Enumerable.Range(0, 60_000).Select(i => $"\"key{i}\":1"))}}}")), null),
        ["many definitions of variables"] = (new($"query ({Many(600, i => $"$v{i}: Int ")}) {{ __typename }}"), "variables"),
        ["deep JSON"] = (new(Where, Given("w", Nested("{\"and\":", 20_000, "{}", "}"))), "variableDepth"),
        ["deep JSON that nobody reads"] = (new("{ __typename }", Given("x", Nested("[", 300_000, "", "]"))), "variableDepth"),
        ["deep filter in the document"] = (new($"{{ wijken(where: {Nested("{ and: [", 40, "", "] }")}) {{ totalCount }} }}"), "nesting"),
        ["huge number in the document"] = (new($"{{ wijken(first: {new string('9', 20_000)}) {{ totalCount }} }}"), null),
        ["huge number in a variable"] = (new("query ($n: Int) { wijken(first: $n) { totalCount } }", """{"n":1e999}"""), null),
        ["huge page"] = (new("query ($n: Int) { wijken(first: $n) { totalCount } }", """{"n":2147483647}"""), "pageSize"),
        ["pages in pages"] = (new("{ wijken(first: 100) { nodes { activities(first: 100) { nodes { partners(first: 100) { nodes { name } } } } } } }"), "typeCost"),
        ["shapes for each item"] = (new("{ wijken(first: 100) { nodes { meetingPlaces(where: { location: { intersects: { geometry: { type: \"Point\", coordinates: [4.6, 51.8] }, buffer: 50000 } }, wijk: { geometry: { overlaps: { geometry: { type: \"Point\", coordinates: [4.6, 51.8] } } } } }) { totalCount } } } }"), "fieldCost"),
        ["huge polygon"] = (new(Inside, Given("g", Circle(10_001))), null),
        ["scribble"] = (new(Inside, Given("g", Line(1_500, i => (i * 7919 % 1500 / 4000.0, i * 104729 % 1499 / 8000.0)))), null),
        ["comb of ten thousand corners"] = (new(Inside, Given("g", Comb(2_400))), null),
        ["many shapes of many corners"] = (new("query ($g: Geometry!) { meetingPlaces(where: { or: [" + Many(3, _ => "{ location: { within: { geometry: $g } } }") + "] }) { totalCount } }", Given("g", Circle(9_999))), "fieldCost"),
        ["shape that is dear to widen"] = (new("query ($g: Geometry!) { wijken(where: { geometry: { within: { geometry: $g, buffer: 50000 } } }) { totalCount } }", Given("g", Circle(101))), "widenedPositions"),
        ["many ids"] = (new("query ($i: [ID!]!) { nodes(ids: $i) { id } }", $$"""{"i":[{{string.Join(',', Enumerable.Repeat("\"x\"", 500))}}]}"""), "ids"),
        ["long search"] = (new("query ($t: String!) { search(text: $t) { totalCount } }", $$"""{"t":"{{new string('a', 500_000)}}"}"""), "searchText"),
        ["long document"] = (new($"{{ __typename }} # {new string('x', 400_000)}"), "documentSize"),
        ["long body"] = (new("{ __typename }", $$"""{"x":"{{new string('x', 1_100_000)}}"}"""), "bodySize"),
    };

    /// <summary>What is answered, because the work is bounded: by an index, by the number of rows, by one comparison for a whole list.</summary>
    public static readonly IReadOnlyDictionary<string, Attack> Answered = new Dictionary<string, Attack>
    {
        ["patterns that match nothing, slowly"] = new("query ($a: String) { activities(where: { name: { contains: $a } }) { totalCount } }", """{"a":"%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%____"}"""),
        ["escapes of escapes"] = new("query ($a: String) { activities(where: { name: { startsWith: $a } }) { totalCount } }", $$"""{"a":"{{string.Concat(Enumerable.Repeat("\\\\%_", 5_000))}}"}"""),
        ["regular expressions that explode"] = new("query ($a: String) { activities(where: { name: { endsWith: $a } }) { totalCount } }", """{"a":"(a+)+$(a|aa)*$^(([a-z])+.)+[A-Z]([a-z])+$"}"""),
        ["a search of signs"] = new("query ($a: String!) { search(text: $a) { totalCount } }", $$"""{"a":"{{string.Concat(Enumerable.Repeat("%_&|!():*", 20))}}"}"""),
        ["a long text"] = new("query ($a: String) { activities(where: { name: { eq: $a } }) { totalCount } }", $$"""{"a":"{{new string('a', 900_000)}}"}"""),
        ["a thousand values"] = new(Names, $$"""{"n":[{{string.Join(',', Enumerable.Range(0, 1_000).Select(i => $"\"x{i}\""))}}]}"""),
        ["a polygon of ten thousand corners"] = new(Inside, Given("g", Circle(9_999))),
        ["a polygon of ten thousand corners and what lies around it"] = new("query ($g: Geometry!) { meetingPlaces(where: { location: { within: { geometry: $g, buffer: 50000 } } }) { totalCount } }", Given("g", Circle(9_999))),
        ["a long line and what lies around it"] = new("query ($g: Geometry!) { buurten(where: { geometry: { intersects: { geometry: $g, buffer: 50000 } } }) { totalCount } }", Given("g", Line(9_999, i => (i / 100_000.0, i % 2 / 1000.0)))),
        ["a filter of sixty levels"] = new(Where, Given("w", Nested("{\"and\":", 60, "{\"name\":{\"eq\":\"x\"}}", "}"))),
        ["five hundred branches"] = new(Where, Or("""{"name":{"eq":"x"}}""", 500)),
    };

    private static string Given(string variable, string json) => "{\"" + variable + "\":" + json + "}";

    private static string Or(string branch, int times) => Given("w", "{\"or\":[" + string.Join(',', Enumerable.Repeat(branch, times)) + "]}");

    private static string Many(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));

    private static string Nested(string open, int times, string inside, string close) =>
        string.Concat(Enumerable.Repeat(open, times)) + inside + string.Concat(Enumerable.Repeat(close, times));

    /// <summary>A polygon in the sea, far from everything, of that many positions.</summary>
    private static string Circle(int positions) => Polygon(Enumerable.Range(0, positions)
        .Select(i => i % (positions - 1) * 2 * Math.PI / (positions - 1)).Select(angle => (0.1 * Math.Cos(angle), 0.1 * Math.Sin(angle))));

    /// <summary>A polygon of long slanting teeth, each beside all the others.</summary>
    private static string Comb(int teeth) => Polygon([
        .. Enumerable.Range(0, teeth).Select(i => (double)i / teeth).SelectMany(x => new[] { (x, 0.0), (x + 1, 0.2), (x + 1 + 0.5 / teeth, 0.2), (x + 0.5 / teeth, 0.0) }),
        (1, -0.1), (0, -0.1), (0, 0),
    ]);

    private static string Polygon(IEnumerable<(double East, double North)> ring) => "{\"type\":\"Polygon\",\"coordinates\":[[" + Positions(ring) + "]]}";

    private static string Line(int positions, Func<int, (double East, double North)> position) =>
        "{\"type\":\"LineString\",\"coordinates\":[" + Positions(Enumerable.Range(0, positions).Select(position)) + "]}";

    private static string Positions(IEnumerable<(double East, double North)> offsets) =>
        string.Join(',', offsets.Select(offset => FormattableString.Invariant($"[{3 + offset.East:F7},{53 + offset.North:F7}]")));
}
