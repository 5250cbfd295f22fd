namespace OpenSocialMap.GraphQL.Tests.Reference;

/// <summary>Every kind of type meets every kind of JSON as a variable: the reference implementation and ours make the same value of it, or refuse it alike.</summary>
public sealed class VariableCorpusTests
{
    private static readonly string[] Types =
    [
        "Int", "Int!", "Int = 7", "[Int]", "[Int!]!", "[[Int]]", "[Int] = [1, null]", "Float", "Float!", "Float = 1", "[Float!]", "String", "String!", "String = \"x\"", "[String]", "ID", "ID!", "[ID!]!", "Boolean", "Boolean! = true", "[Boolean]",
        "Theme", "Theme!", "[Theme!]", "[[Theme]!]", "Theme = LANGUAGE", "Date", "Date!", "[Geometry]", "WijkByInput", "WijkByInput!", "[WijkByInput!]", "WijkByInput = {slug: \"a\"}", "NearInput", "NearInput! = {latitude: 51.8, longitude: 4}", "BoundingBoxInput", "[NearInput]",
        "WijkFilterInput", "WijkFilterInput = {and: [{name: {eq: \"a\"}}], or: {}}", "ActivityFilterInput", "StringOperationFilterInput", "IntOperationFilterInput!", "[WijkSortInput!]", "WijkSortInput = {name: DESC}", "ListThemeOperationFilterInput",
    ];

    private static readonly string[] Json =
    [
        "null", "true", "false", "0", "-0", "1", "-1", "5.0", "5.5", "1e3", "1E-2", "2147483647", "2147483648", "-2147483648", "-2147483649", "9007199254740991", "1e15", "0.1", "1.7976931348623157e308",
        "\"\"", "\"a\"", "\"1\"", "\"true\"", "\"null\"", "\"LANGUAGE\"", "\"language\"", "\"LANGAUGE\"", "\"ASC\"", "\"é😀\\n\\\"\\\\\"", "\"\\u0000\"", "\"2024-01-01\"",
        "[]", "[null]", "[1]", "[1,\"a\",null,true,[]]", "[[1]]", "[[1],[2,null],null]", "[\"LANGUAGE\",\"LANGUAGE\"]", "[\"a\",\"b\"]", "[[[1]]]", "[{}]", "[{\"slug\":\"a\"},{\"id\":1},{\"code\":null}]", "[{\"latitude\":1,\"longitude\":2}]",
        "{}", "{\"slug\":\"a\"}", "{\"slug\":null}", "{\"id\":5}", "{\"slug\":\"a\",\"id\":\"b\"}", "{\"slug\":\"a\",\"id\":null}", "{\"slug\":1}", "{\"slag\":\"a\"}", "{\"nothing\":{\"at\":[1,2,3]}}",
        "{\"latitude\":51.8,\"longitude\":4}", "{\"latitude\":51.8,\"longitude\":4,\"within\":400}", "{\"latitude\":51.8,\"longitude\":4,\"within\":null}", "{\"latitude\":\"51.8\",\"longitude\":null}", "{\"longitude\":4}", "{\"west\":1,\"south\":1,\"east\":2,\"north\":2}",
        "{\"name\":{\"eq\":\"a\"}}", "{\"name\":\"DESC\"}", "{\"name\":null,\"code\":null}", "{\"and\":[{\"name\":{\"in\":[\"a\",null]}},{\"or\":{\"name\":{\"neq\":1}}}]}", "{\"and\":{\"and\":{\"and\":[]}}}", "{\"name\":{\"eq\":[\"a\"]}}",
        "{\"eq\":1,\"in\":2,\"nin\":[3]}", "{\"eq\":\"a\",\"contains\":null,\"Eq\":\"b\"}", "{\"some\":{\"eq\":\"LANGUAGE\",\"in\":[\"LANGAUGE\"]},\"any\":\"yes\"}", "{\"themes\":{\"all\":{\"in\":\"LANGUAGE\"}},\"name\":{\"endsWith\":\"x\"}}", "{\"__proto__\":1,\"constructor\":2}",
    ];

    [Fact]
    public async Task Every_type_reads_every_kind_of_JSON_as_the_reference_implementation_does()
    {
        Question[] questions =
        [
            .. Types.SelectMany(type => Json.Select(json => Ask(type, $$"""{"v":{{json}}}"""))),
            .. Types.Select(type => Ask(type, "{}")),
            .. Types.Select(type => Ask(type, """{"V":1,"w":2}""")),
        ];

        var compared = await ReferenceImplementation.AssertAgreement(questions, i => $"{questions[i].Document} {questions[i].Variables}");

        Assert.All(compared, c => Assert.Null(c.Theirs.Syntax));
        Assert.All(compared, c => Assert.True(c.Theirs.Coerced is null != c.Theirs.VariableErrors.Count is 0));
    }

    // Nothing uses the variable, which validation would be right to say.
    private static Question Ask(string type, string variables) => new(Schemas.Public, $"query ($v: {type}) {{ __typename }}", variables, Validate: false);

    [Fact]
    public async Task Several_variables_are_read_each_by_itself() => await ReferenceImplementation.AssertAgreement(
        [
            new(Schemas.Public, "query ($a: Int, $b: Int) { a: wijken(first: $a) { totalCount } b: wijken(first: $b) { totalCount } }", """{"a":1}"""),
            new(Schemas.Public, "query ($a: Int, $b: Int) { a: wijken(first: $a) { totalCount } b: wijken(first: $b) { totalCount } }", """{"a":"1","b":"2"}"""),
            new(Schemas.Public, "query ($a: Int!, $b: Int!) { a: wijken(first: $a) { totalCount } b: wijken(first: $b) { totalCount } }", "{}"),
            new(Schemas.Public, "query ($a: Int = 1, $b: Int = null) { a: wijken(first: $a) { totalCount } b: wijken(first: $b) { totalCount } }", """{"a":null}"""),
            new(Schemas.Public, "query ($by: WijkByInput!, $list: [ID!]!) { wijk(by: $by) { name } nodes(ids: $list) { id } }", """{"by":{"slug":"a"},"list":5}"""),
            new(Schemas.Public, "query ($list: [ID!]!) { nodes(ids: $list) { id } }", $$"""{"list":[{{string.Join(',', Enumerable.Repeat("null", 80))}}]}"""),
        ],
        i => $"{i}");
}
