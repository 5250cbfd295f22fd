using System.Globalization;
using System.Net;
using System.Text.Json;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.BadInput;

/// <summary>What is wrong with a document or its values: each mistake has its code, its place in the document, and a message to act on.</summary>
[Collection(ServerCollection.Name)]
public sealed class BadInputTests(SeededServer server) : IClassFixture<SeededServer>
{
    private const string Within = "query (^$g: Geometry!) {\n  meetingPlaces(where: { location: { within: { geometry: $g } } }) { totalCount }\n}";

    /// <summary>The request is refused as a whole, with an error at the caret in the query.</summary>
    private async Task Refused(string query, string variables, string code, string message)
    {
        var (text, at) = Place.In(query);
        var answer = await server.Client.Ask(text, variables);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.False(answer.Json.TryGetProperty("data", out _));
        Is(answer, code, at, message);
    }

    private static void Is(Answer answer, string code, Place at, string message)
    {
        Wording.IsOurs(answer);
        Assert.Equal(code, answer.Code);
        Assert.Contains(message, answer.Message, StringComparison.Ordinal);
        var location = answer.Errors[0].GetProperty("locations")[0];
        Assert.Equal(at, new Place(location.GetProperty("line").GetInt32(), location.GetProperty("column").GetInt32()));
    }

    /// <summary>A line and column, which the texts of these tests mark with a caret.</summary>
    private readonly record struct Place(int Line, int Column)
    {
        public static (string Text, Place Place) In(string marked)
        {
            var before = marked[..marked.IndexOf('^', StringComparison.Ordinal)];
            return (marked.Remove(before.Length, 1), new Place(before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n')));
        }
    }

    [Theory]
    [InlineData("{ wijken { nodes { name }^", "Syntax Error")]
    [InlineData("{ wijken(first: 0^1) { totalCount } }", "Syntax Error")]
    [InlineData("{ wijk(by: {slug: \"^\\uD800\"}) { name } }", "Syntax Error")]
    public async Task A_malformed_document(string query, string message) => await Refused(query, "{}", "GRAPHQL_PARSE_FAILED", message);

    [Theory]
    [InlineData("{ wijken { nodes { ^naam } } }", "Cannot query field \"naam\" on type \"Wijk\". Did you mean \"name\"")]
    [InlineData("{ wijken { ^nodes } }", "must have a selection of subfields")]
    [InlineData("{ wijken(^naam: 1) { totalCount } }", "Unknown argument \"naam\"")]
    [InlineData("{ wijken(where: { ^naam: { eq: \"x\" } }) { totalCount } }", "Field \"naam\" is not defined by type \"WijkFilterInput\"")]
    [InlineData("{ wijken(first: ^\"3\") { totalCount } }", "Int cannot represent non-integer value: \"3\"")]
    [InlineData("{ activities(themes: [^FOOD]) { totalCount } }", "Value \"FOOD\" does not exist in \"Theme\" enum.")]
    [InlineData("{ wijk(by: ^{ slug: \"a\", code: \"b\" }) { name } }", "OneOf Input Object \"WijkByInput\" must specify exactly one key.")]
    [InlineData("{ areaAt(latitude: ^1e999, longitude: 4) { wijk { name } } }", "Float cannot represent non numeric value")]
    [InlineData("^mutation { delete }", "mutation")]
    public async Task A_document_for_another_schema(string query, string message) => await Refused(query, "{}", "GRAPHQL_VALIDATION_FAILED", message);

    [Theory]
    [InlineData("Int", "\"3\"", "Int cannot represent non-integer value: \"3\"")]
    [InlineData("Int", "2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("Int", "1e400", "Int cannot represent non-integer value: 1e400")]
    [InlineData("Int!", "null", "must not be null")]
    public async Task A_variable_of_another_type(string type, string value, string message) =>
        await Refused($"query (^$n: {type}) {{ wijken(first: $n) {{ totalCount }} }}", $$"""{"n":{{value}}}""", "BAD_VARIABLES", message);

    [Fact]
    public async Task A_variable_that_is_missing() =>
        await Refused("query (^$s: String!) { wijk(by: { slug: $s }) { name } }", "{}", "BAD_VARIABLES", "Variable \"$s\" of required type \"String!\" was not provided.");

    // A variable with a default may stand where null may not, and null may be its value.
    [Theory]
    [InlineData("ID = \"x\"", "node(id: ^$v) { id }")]
    [InlineData("ID = \"x\"", "nodes(ids: [^$v]) { id }")]
    [InlineData("[ID!] = [\"x\"]", "nodes(ids: ^$v) { id }")]
    [InlineData("String = \"x\"", "search(text: ^$v) { totalCount }")]
    [InlineData("Int", "suggest(text: \"a\", first: ^$v) { text }")]
    [InlineData("WijkByInput = { slug: \"x\" }", "wijk(by: ^$v) { name }")]
    [InlineData("Theme = CARE", "activities(themes: [^$v]) { totalCount }")]
    [InlineData("Float = 51.8", "meetingPlaces(near: { latitude: ^$v, longitude: 4.67 }) { totalCount }")]
    [InlineData("Float = 1", "meetingPlaces(near: { latitude: 51.8, longitude: 4.67, within: ^$v }) { totalCount }")]
    [InlineData("Float = 51.8", "meetingPlaces(bbox: { west: 4, south: ^$v, east: 5, north: 52 }) { totalCount }")]
    [InlineData("Geometry = { type: \"Point\", coordinates: [4.67, 51.8] }", "meetingPlaces(where: { location: { within: { geometry: ^$v } } }) { totalCount }")]
    [InlineData("GeoPointInput = { latitude: 51.8, longitude: 4.67 }", "meetingPlaces { nodes { distance(from: ^$v) } }")]
    [InlineData("MeetingPlaceFilterInput = {}", "meetingPlaces(where: { and: [^$v] }) { totalCount }")]
    [InlineData("MeetingPlaceSortInput = { name: ASC }", "meetingPlaces(order: [^$v]) { totalCount }")]
    [InlineData("Float = 1", "meetingPlaces(where: { location: { distance: { geometry: { type: \"Point\", coordinates: [4.67, 51.8] }, in: [^$v] } } }) { totalCount }")]
    [InlineData("SummarySize", "meetingPlaces { nodes { openingHoursSummary(size: ^$v) } }")]
    [InlineData("CoordinateReferenceSystem", "wijken { nodes { geometry(crs: ^$v) { type } } }")]
    [InlineData("String = \"Query\"", "__type(name: ^$v) { name }")]
    [InlineData("Boolean = true", "__typename @skip(if: ^$v)")]
    [InlineData("Boolean = true", "... @include(if: ^$v) { __typename }")]
    public async Task Null_where_a_value_is_needed(string type, string field) =>
        await Refused($"query ($v: {type}) {{ {field} }}", """{"v":null}""", "BAD_VARIABLES", "Variable \"$v\" is null where a value of type \"");

    [Theory]
    [InlineData("String!", "wijk(by: { slug: $v }) { name }")]
    [InlineData("ID!", "node(id: $v) { id }")]
    [InlineData("Theme!", "activities(themes: [$v]) { totalCount }")]
    [InlineData("Date!", "activities(where: { schedule: { startDate: { gt: $v } } }) { totalCount }")]
    [InlineData("Duration!", "activities(where: { schedule: { repeatFrequency: { eq: $v } } }) { totalCount }")]
    public async Task Half_a_surrogate_pair_is_no_text(string type, string field) =>
        await Refused($"query (^$v: {type}) {{ {field} }}", """{"v":"\ud800"}""", "BAD_VARIABLES", "Variable \"$v\" got invalid value");

    [Fact]
    public async Task A_NUL_character_is_text_that_nothing_has()
    {
        var answer = await server.Client.Ask("""
            query ($t: String!) {
              literal: wijken(where: { name: { contains: "\u0000" } }) { totalCount }
              variable: wijken(where: { name: { in: [$t, "Sterrenburg"] } }) { nodes { name } }
              search(text: $t) { totalCount }
            }
            """, """{"t":"Sterren\u0000burg"}""");
        Assert.Empty(answer.Errors);
        Assert.Equal(0, answer.Data.GetProperty("literal").GetProperty("totalCount").GetInt32());
        Assert.Equal("Sterrenburg", answer.Data.GetProperty("variable").GetProperty("nodes").EnumerateArray().Single().GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("""{"type":"Polygon","coordinates":[[[4.6,51.8],[4.7,51.9],[4.7,51.8],[4.6,51.9],[4.6,51.8]]]}""", "Geometry is not valid: Self-intersection at")]
    [InlineData("""{"type":"Polygon","coordinates":[[[4.6,51.8],[4.7,51.8],[4.7,51.9],[4.6,51.9]]]}""", "A ring of the Geometry is open")]
    [InlineData("""{"type":"Polygon","coordinates":[[[4.6,51.8],[4.7,51.8],[4.6,51.8]]]}""", "fewer than four positions")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "has no ring")]
    [InlineData("""{"type":"Point","coordinates":[4.67,91]}""", "lies off the globe")]
    [InlineData("""{"type":"Point","coordinates":[1e999,51.8]}""", "something other than a number")]
    [InlineData("""{"type":"Point","coordinates":["4.67","51.8"]}""", "something other than a number")]
    [InlineData("""{"type":"Point","coordinates":[4.67]}""", "not a list of two numbers")]
    [InlineData("""{"type":"LineString","coordinates":[[4.67,51.8]]}""", "fewer than two positions")]
    [InlineData("""{"type":"Circle","coordinates":[4.67,51.8]}""", "unknown \"type\"")]
    [InlineData("""{"type":"\ud800","coordinates":[4.67,51.8]}""", "has no \"type\"")]
    [InlineData("""{"type":"Point","coordinates":[4.67,51.8],"crs":3857}""", "unknown \"crs\"")]
    [InlineData("\"POINT(4.67 51.8)\"", "must be a GeoJSON object")]
    public async Task An_impossible_geometry(string geometry, string message) =>
        await Refused(Within, $$"""{"g":{{geometry}}}""", "BAD_VARIABLES", message);

    [Fact]
    public async Task A_crossing_ring_in_the_document_is_found_there() =>
        await Refused("{ meetingPlaces(where: { location: { within: { geometry: ^{ type: \"Polygon\", coordinates: [[[4.6, 51.8], [4.7, 51.9], [4.7, 51.8], [4.6, 51.9], [4.6, 51.8]]] } } } }) { totalCount } }",
            "{}", "GRAPHQL_VALIDATION_FAILED", "Geometry is not valid: Self-intersection at");

    [Fact]
    public async Task A_polygon_with_more_than_ten_thousand_positions()
    {
        var ring = Enumerable.Range(0, 10_001).Select(i => string.Create(CultureInfo.InvariantCulture, $"[{4.67 + 0.01 * Math.Cos(i / 10_000.0 * Math.Tau):0.########},{51.8 + 0.01 * Math.Sin(i / 10_000.0 * Math.Tau):0.########}]"));
        await Refused(Within, $$$"""{"g":{"type":"Polygon","coordinates":[[{{{string.Join(',', ring)}}}]]}}""", "BAD_VARIABLES", "Geometry has more than 10000 positions. Simplify it first.");
    }

    [Fact]
    public async Task A_shape_that_crosses_itself_only_once_it_is_projected_is_answered()
    {
        var answer = await server.Client.Ask("""
            query ($g: Geometry!) { wijken(where: { geometry: { intersects: { geometry: $g, buffer: 50000 } } }) { totalCount } }
            """, """{"g":{"type":"LineString","coordinates":[[103084,424958],[34,-25],[10000000,10000000],[109910,428532],[105708,425748]],"crs":28992}}""");
        Assert.Equal("""{"wijken":{"totalCount":13}}""", answer.Data.GetRawText());
    }

    [Theory]
    [InlineData("meetingPlaces(near: { latitude: ^91, longitude: 4.67 }) { totalCount }", "A latitude of 91 can't be")]
    [InlineData("meetingPlaces(near: ^{ latitude: 4.67, longitude: 51.8 }) { totalCount }", "lies outside the Netherlands")]
    [InlineData("meetingPlaces(near: { latitude: 51.8, longitude: 4.67, within: ^0 }) { totalCount }", "\"within\" is a distance in metres")]
    [InlineData("meetingPlaces(near: { latitude: 51.8, longitude: 4.67, within: ^50001 }) { totalCount }", "at most 50000")]
    [InlineData("areaAt(latitude: ^-90.5, longitude: 4.67) { wijk { name } }", "A latitude of -90.5 can't be")]
    [InlineData("meetingPlaces(bbox: ^{ west: 5, south: 51, east: 4, north: 52 }) { totalCount }", "The box is inside out")]
    [InlineData("meetingPlaces(order: [{ distance: ^ASC }]) { totalCount nodes { name } }", "Ordering by distance needs the list's own \"near\" argument")]
    [InlineData("meetingPlaces(first: 3, last: ^3) { totalCount }", "Give \"first\" or \"last\", not both")]
    [InlineData("meetingPlaces(first: ^-1) { totalCount }", "A page can't have -1 items")]
    [InlineData("meetingPlaces(after: ^\"nonsense\") { nodes { name } }", "This is no cursor of this list in this order.")]
    [InlineData("meetingPlaces(after: ^\"\") { nodes { name } }", "This is no cursor of this list in this order.")]
    [InlineData("wijken { nodes { geometry(simplify: ^0.5) { type } } }", "\"simplify\" is a tolerance in metres")]
    [InlineData("meetingPlaces(where: { location: { distance: { geometry: { type: \"Point\", coordinates: [4.67, 51.8] }, lte: ^-1 } } }) { totalCount }", "A distance is given in metres")]
    [InlineData("meetingPlaces(where: { location: { within: { geometry: { type: \"Point\", coordinates: [4.67, 51.8] }, buffer: ^1e9 } } }) { totalCount }", "\"buffer\" is a distance in metres")]
    public async Task A_value_that_cannot_be_used(string field, string message) => await Refused($"{{ {field} }}", "{}", "BAD_USER_INPUT", message);

    [Theory]
    [InlineData("meetingPlaces(first: ^101) { totalCount }", "A page has at most 100 items, and 101 are asked for.")]
    [InlineData("meetingPlaces(last: ^2147483647) { totalCount }", "A page has at most 100 items")]
    public async Task A_page_that_is_too_large(string field, string message) => await Refused($"{{ {field} }}", "{}", "LIMIT_EXCEEDED", message);

    [Fact]
    public async Task A_search_text_of_three_hundred_characters() =>
        await Refused("query ($t: String!) { search(text: ^$t) { totalCount } }", $$"""{"t":"{{new string('a', 300)}}"}""", "LIMIT_EXCEEDED", "A search text has at most 200 characters, and this one has 300.");

    [Fact]
    public async Task More_than_a_hundred_ids() =>
        await Refused("query ($i: [ID!]!) { nodes(ids: ^$i) { id } }", $$"""{"i":[{{string.Join(',', Enumerable.Repeat("\"x\"", 101))}}]}""", "LIMIT_EXCEEDED", "At most 100 ids");

    [Theory]
    [InlineData("meetingPlaces(area: ^\"sterenburg\") { totalCount }", "No area has the code or slug \"sterenburg\".", "Did you mean \"sterrenburg\"?")]
    [InlineData("wijk(by: { slug: ^\"sterrenberg\" }) { name }", "No wijk has the slug \"sterrenberg\".", "Did you mean \"sterrenburg\"?")]
    [InlineData("wijk(by: { code: ^\"WK000000\" }) { name }", "No wijk has the code \"WK000000\".", null)]
    [InlineData("meetingPlace(by: { id: ^\"'; drop table x; --\" }) { name }", "No meeting place has the id \"'; drop table x; --\".", null)]
    public async Task An_unknown_name_has_a_hint(string field, string message, string? hint)
    {
        var (query, at) = Place.In($"{{ {field} }}");
        var answer = await server.Client.Ask(query);
        Is(answer, "NOT_FOUND", at, message);
        Assert.Equal(hint, answer.Errors[0].GetProperty("extensions").TryGetProperty("hint", out var given) ? given.GetString() : null);
    }

    [Fact]
    public async Task An_unknown_record_leaves_the_rest_of_the_answer_whole()
    {
        var answer = await server.Client.Ask("{ a: wijk(by: { slug: \"nergens\" }) { name } b: wijk(by: { slug: \"sterrenburg\" }) { name } }");
        Assert.Equal("""{"a":null,"b":{"name":"Sterrenburg"}}""", answer.Data.GetRawText());
        Assert.Equal("a", Assert.Single(answer.Errors).GetProperty("path")[0].GetString());
    }

    [Fact]
    public async Task A_cursor_of_another_order_or_one_that_was_tampered_with_is_refused()
    {
        var page = await server.Client.Ask("{ byName: partners(first: 1) { pageInfo { endCursor } } bySlug: partners(first: 1, order: [{ slug: DESC }]) { pageInfo { endCursor } } }");
        string Cursor(string list) => page.Data.GetProperty(list).GetProperty("pageInfo").GetProperty("endCursor").GetString()!;
        foreach (var cursor in new[] { Cursor("bySlug"), Cursor("byName")[..^6], Cursor("byName") + "AAAA", "W10", "bnVsbA", "WyJuYW1lLGtleSIsMSwyXQ" })
            await Refused("query ($c: String!) { partners(after: ^$c) { nodes { name } } }", $$"""{"c":{{JsonSerializer.Serialize(cursor)}}}""", "BAD_USER_INPUT", "This is no cursor of this list in this order.");
    }

    [Fact]
    public async Task Nesting_without_end_in_the_document()
    {
        var deep = string.Concat(Enumerable.Repeat("{ and: [", 100_00)) + string.Concat(Enumerable.Repeat("] }", 100_00));
        var answer = await server.Client.Ask($"{{ wijken(where: {deep}) {{ totalCount }} }}");
        Assert.Equal((HttpStatusCode.BadRequest, "LIMIT_EXCEEDED"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData(50, null)]
    [InlineData(5000, "LIMIT_EXCEEDED")]
    public async Task Nesting_without_end_in_the_variables(int levels, string? code)
    {
        var deep = string.Concat(Enumerable.Repeat("""{"and":""", levels)) + "{}" + new string('}', levels);
        var answer = await server.Client.Ask("query ($w: WijkFilterInput) { wijken(where: $w) { totalCount } }", $$"""{"w":{{deep}}}""");
        Assert.Equal(code, answer.Errors.Count == 0 ? null : answer.Code);
        Wording.IsOurs(answer);
    }

    [Fact]
    public async Task Tens_of_thousands_of_conditions()
    {
        var many = string.Join(',', Enumerable.Repeat("""{"name":{"eq":"","neq":""}}""", 35_000));
        var answer = await server.Client.Ask("query ($w: [WijkFilterInput!]) { wijken(where: { or: $w }) { totalCount } }", $$"""{"w":[{{many}}]}""");
        Assert.Equal((HttpStatusCode.BadRequest, "LIMIT_EXCEEDED"), (answer.Status, answer.Code));
        Wording.IsOurs(answer);
    }

    [Fact]
    public async Task A_thousand_values_are_one_condition()
    {
        var many = string.Join(',', Enumerable.Range(0, 1_000).Select(i => $"\"buurt {i}\""));
        var answer = await server.Client.Ask("query ($n: [String]) { wijken(where: { name: { nin: $n } }) { totalCount } }", $$"""{"n":[{{many}}]}""");
        Assert.Equal(13, answer.Data.GetProperty("wijken").GetProperty("totalCount").GetInt32());
    }
}
