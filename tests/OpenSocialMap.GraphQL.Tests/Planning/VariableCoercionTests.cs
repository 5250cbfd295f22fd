using System.Text;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Planning;

namespace OpenSocialMap.GraphQL.Tests.Planning;

public sealed class VariableCoercionTests
{
    [Theory]
    [InlineData("Int", "5", 5)]
    [InlineData("Int!", "5.0", 5)]
    [InlineData("Float", "5", 5.0)]
    [InlineData("String", "\"Kasperspad\"", "Kasperspad")]
    [InlineData("Boolean", "true", true)]
    [InlineData("ID", "5", "5")]
    [InlineData("Direction", "\"DESC\"", "DESC")]
    [InlineData("String", "null", null)]
    public void A_leaf_becomes_a_plain_value(string type, string json, object? expected) =>
        Assert.Equal(expected, Variables.Value(type, $$"""{"v": {{json}}}"""));

    [Fact]
    public void A_list_becomes_a_list()
    {
        Assert.Equal([1, null, 3], (IReadOnlyList<object?>)Variables.Value("[Int]", """{"v": [1, null, 3]}""")!);
        Assert.Empty((IReadOnlyList<object?>)Variables.Value("[Int]", """{"v": []}""")!);
    }

    [Fact]
    public void A_single_value_becomes_a_list_of_one()
    {
        Assert.Equal(["a"], (IReadOnlyList<object?>)Variables.Value("[String!]!", """{"v": "a"}""")!);
        var outer = (IReadOnlyList<object?>)Variables.Value("[[Int]]", """{"v": 1}""")!;
        Assert.Equal([1], (IReadOnlyList<object?>)Assert.Single(outer)!);
        Assert.Null(Variables.Value("[String]", """{"v": null}"""));
    }

    [Fact]
    public void An_input_object_keeps_the_order_of_the_client_with_defaults_after()
    {
        var near = (InputObject)Variables.Value("Near", """{"v": {"longitude": 4.67, "latitude": 51.81}}""")!;

        Assert.Equal(["longitude", "latitude", "within", "unit"], near.Fields.Select(f => f.Key));
        Assert.Equal([4.67, 51.81, 500, "ASC"], near.Fields.Select(f => f.Value));
        Assert.True(near.TryGet("within", out var within));
        Assert.Equal(500, within);
    }

    [Fact]
    public void A_field_given_as_null_is_there_and_a_field_not_given_is_not()
    {
        var where = (InputObject)Variables.Value("Where", """{"v": {"name": null}}""")!;

        Assert.True(where.TryGet("name", out var name));
        Assert.Null(name);
        Assert.False(where.TryGet("capacity", out _));
    }

    [Fact]
    public void Of_two_properties_with_one_name_the_last_counts()
    {
        var where = (InputObject)Variables.Value("Where", """{"v": {"capacity": 1, "free": true, "capacity": 2}}""")!;

        Assert.Equal([("capacity", 2), ("free", true), ("limit", 20)], where.Fields.Select(f => (f.Key, f.Value)));
    }

    [Fact]
    public void A_variable_that_is_not_given_takes_its_default_or_is_absent()
    {
        var variables = Variables.Coerce("$a: Int = 3, $b: Int, $c: [Direction] = DESC, $d: Near! = {longitude: 4, latitude: 51}, $e: Int = 3", """{"e": null}""");

        Assert.True(variables.TryGet("a", out var a));
        Assert.Equal(3, a);
        Assert.False(variables.TryGet("b", out _));
        Assert.True(variables.TryGet("c", out var c));
        Assert.Equal(["DESC"], (IReadOnlyList<object?>)c!);
        Assert.True(variables.TryGet("d", out var d));
        Assert.Equal(["longitude", "latitude", "within", "unit"], ((InputObject)d!).Fields.Select(f => f.Key));
        Assert.True(variables.TryGet("e", out var e));
        Assert.Null(e);
    }

    [Fact]
    public void Many_variables_are_all_found()
    {
        var definitions = string.Join(", ", Enumerable.Range(0, 40).Select(i => $"$v{i}: Int"));

        var variables = Variables.Coerce(definitions, $$"""{{{string.Join(", ", Enumerable.Range(0, 40).Select(i => $"\"v{i}\": {i}"))}}}""");

        Assert.All(Enumerable.Range(0, 40), i => Assert.Equal(i, variables.TryGet($"v{i}", out var value) ? value : null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"unknown": 1}""")]
    public void An_operation_without_variables_shares_one_result(string? json) =>
        Assert.Same(CoercedVariables.None, Variables.Coerce(Parser.Parse(new Source("{ count }")), json));

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("\"{}\"")]
    public void Variables_that_are_no_object_are_an_error(string json)
    {
        var error = Assert.Single(Variables.Errors("$v: Int", json));

        Assert.Equal(ErrorCodes.Variables, error.Code);
        Assert.StartsWith("Variables must be a JSON object", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_required_variable_is_given()
    {
        Variables.AssertErrors("Int!", "{}", "Variable \"$v\" of required type \"Int!\" was not provided.");
        Variables.AssertErrors("Int!", """{"v": null}""", "Variable \"$v\" of non-null type \"Int!\" must not be null.");
    }

    [Fact]
    public void A_wrong_value_is_shown_with_its_place_and_the_reason()
    {
        Variables.AssertErrors("Where", """{"v": {"name": {"eq": 5}}}""",
            "Variable \"$v\" got invalid value 5 at \"v.name.eq\"; String cannot represent a non string value: 5");
        Variables.AssertErrors("[Int!]", """{"v": [1, null, "3"]}""",
            "Variable \"$v\" got invalid value null at \"v[1]\"; Expected non-nullable type \"Int!\" not to be null.",
            "Variable \"$v\" got invalid value \"3\" at \"v[2]\"; Int cannot represent non-integer value: \"3\"");
        Variables.AssertErrors("Where", """{"v": [1]}""", "Variable \"$v\" got invalid value [1]; Expected type \"Where\" to be an object.");
        Variables.AssertErrors("Where", """{"v": {"and": [{"or": {"capacity": 1.5}}]}}""",
            "Variable \"$v\" got invalid value 1.5 at \"v.and[0].or.capacity\"; Int cannot represent non-integer value: 1.5");
    }

    [Fact]
    public void A_wrong_enum_value_names_those_that_are_near()
    {
        Variables.AssertErrors("Direction", """{"v": "DES"}""",
            "Variable \"$v\" got invalid value \"DES\"; Value \"DES\" does not exist in \"Direction\" enum. Did you mean the enum value \"DESC\"?");
        Variables.AssertErrors("Direction", """{"v": 1}""",
            "Variable \"$v\" got invalid value 1; Enum \"Direction\" cannot represent non-string value: 1.");
    }

    [Fact]
    public void An_input_object_has_the_fields_of_its_type()
    {
        Variables.AssertErrors("Near", """{"v": {"latitude": 1, "longitud": 2}}""",
            "Variable \"$v\" got invalid value { latitude: 1, longitud: 2 }; Field \"longitude\" of required type \"Float!\" was not provided.",
            "Variable \"$v\" got invalid value { latitude: 1, longitud: 2 }; Field \"longitud\" is not defined by type \"Near\". Did you mean \"longitude\" or \"latitude\"?");
    }

    [Fact]
    public void A_oneOf_input_has_exactly_one_field()
    {
        Variables.AssertErrors("AreaBy", """{"v": {}}""",
            "Variable \"$v\" got invalid value {}; Exactly one key must be specified for OneOf type \"AreaBy\".");
        Variables.AssertErrors("AreaBy", """{"v": {"code": "a", "slug": "b"}}""",
            "Variable \"$v\" got invalid value { code: \"a\", slug: \"b\" }; Exactly one key must be specified for OneOf type \"AreaBy\".");
        Variables.AssertErrors("AreaBy", """{"v": {"code": null}}""",
            "Variable \"$v\" got invalid value null at \"v.code\"; Field \"code\" must be non-null.");
        Assert.Equal(["slug"], ((InputObject)Variables.Value("AreaBy", """{"v": {"slug": "krispijn"}}""")!).Fields.Select(f => f.Key));
    }

    [Fact]
    public void Every_wrong_variable_is_located_where_it_is_defined()
    {
        var errors = Variables.Errors("$a: Int!, $b: String", """{"b": 1}""");

        Assert.Equal([new(1, 8), new(1, 18)], errors.Select(e => Assert.Single(e.Locations)));
    }

    [Fact]
    public void A_long_value_is_cut()
    {
        var message = Assert.Single(Variables.Errors("$v: Int", $$"""{"v": "{{new string('x', 10_000)}}"}""")).Message;

        Assert.StartsWith("Variable \"$v\" got invalid value \"xxx", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 100, 300);
    }

    [Theory]
    [InlineData("String")]
    [InlineData("ID")]
    public void Half_a_surrogate_pair_is_said_to_be_no_text(string type) => Assert.Equal(
        """Variable "$v" got invalid value "\ud800"; It is not valid Unicode: half of a surrogate pair is no character.""",
        Assert.Single(Variables.Errors($"$v: {type}", """{"v": "\ud800"}""")).Message);

    [Theory]
    [InlineData("String", """{"v": "\ud800"}""")]
    [InlineData("Direction", """{"v": "\ud800"}""")]
    [InlineData("Where", """{"v": {"\ud800": 1}}""")]
    [InlineData("Where", """{"v": 5, "\ud800": 1}""")]
    [InlineData("Int", """{"v": [{"\ud800": "\ud800"}]}""")]
    public void Half_a_surrogate_pair_is_a_wrong_value_like_any_other(string type, string json) =>
        Assert.StartsWith("Variable \"$v\" got invalid value ", Assert.Single(Variables.Errors($"$v: {type}", json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Int")]
    [InlineData("String")]
    [InlineData("Direction")]
    [InlineData("Where")]
    public void Bytes_that_are_no_text_are_a_wrong_value_like_any_other(string type)
    {
        byte[] json = [.. "{\"v\": {\"x"u8, 0xFF, .. "\": \""u8, 0xFF, .. "\"}}"u8];

        var error = Assert.Throws<GraphQLException>(() => Variables.Coerce($"$v: {type}", json)).Errors[0];

        Assert.StartsWith("Variable \"$v\" got invalid value ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_nested_too_deep_is_refused()
    {
        var json = new StringBuilder();
        for (var i = 0; i < 300; i++) json.Append("""{"and": [""");
        for (var i = 0; i < 300; i++) json.Append("]}");

        var error = Assert.Single(Variables.Errors("$v: Where", $$"""{"v": {{json}}}"""));

        Assert.Equal(ErrorCodes.Limit, error.Code);
        Assert.Equal("Variable \"$v\" is nested more than 64 levels deep.", error.Message);
    }

    [Fact]
    public void After_fifty_errors_one_more_says_so()
    {
        var errors = Variables.Errors("$v: [Int]", $$"""{"v": [{{string.Join(',', Enumerable.Repeat("\"x\"", 1000))}}]}""");

        Assert.Equal(51, errors.Count);
        Assert.Equal(ErrorCodes.Limit, errors[50].Code);
    }
}
