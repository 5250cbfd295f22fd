using System.Text.Json;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Tests.Types;

public sealed class BuiltInScalarTests
{
    [Theory]
    [InlineData("Int", "1", 1)]
    [InlineData("Int", "-2147483648", int.MinValue)]
    [InlineData("Int", "2147483647", int.MaxValue)]
    [InlineData("Int", "1.0", 1)]
    [InlineData("Int", "1e2", 100)]
    [InlineData("Float", "1", 1.0)]
    [InlineData("Float", "-1.5e3", -1500.0)]
    [InlineData("String", "\"\"", "")]
    [InlineData("String", "\"\\u00e9\\ud83d\\ude00\"", "é😀")]
    [InlineData("Boolean", "true", true)]
    [InlineData("Boolean", "false", false)]
    [InlineData("ID", "\"a\"", "a")]
    [InlineData("ID", "4", "4")]
    [InlineData("ID", "4.0", "4")]
    [InlineData("ID", "-0", "0")]
    [InlineData("ID", "123456789012345678901234567890", "123456789012345678901234567890")]
    public void Json_of_the_right_kind_is_taken(string scalar, string json, object expected)
    {
        Assert.Null(Scalar(scalar).FromJson(JsonElement.Parse(json), out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("Int", "1.5", "Int cannot represent non-integer value: 1.5")]
    [InlineData("Int", "\"1\"", "Int cannot represent non-integer value: \"1\"")]
    [InlineData("Int", "true", "Int cannot represent non-integer value: true")]
    [InlineData("Int", "[1]", "Int cannot represent non-integer value: [1]")]
    [InlineData("Int", "{\"a\": 1}", "Int cannot represent non-integer value: { a: 1 }")]
    [InlineData("Int", "2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("Int", "-2147483649", "Int cannot represent non 32-bit signed integer value: -2147483649")]
    [InlineData("Int", "1e100", "Int cannot represent non 32-bit signed integer value: 1e100")]
    [InlineData("Int", "1e999", "Int cannot represent non-integer value: 1e999")]
    [InlineData("Float", "\"1.5\"", "Float cannot represent non numeric value: \"1.5\"")]
    [InlineData("Float", "\"NaN\"", "Float cannot represent non numeric value: \"NaN\"")]
    [InlineData("Float", "1e999", "Float cannot represent non numeric value: 1e999")]
    [InlineData("Float", "{}", "Float cannot represent non numeric value: {}")]
    [InlineData("String", "1", "String cannot represent a non string value: 1")]
    [InlineData("String", "[]", "String cannot represent a non string value: []")]
    [InlineData("String", "\"\\ud800\"", "String cannot represent a non string value: \"\\ud800\"")]
    [InlineData("Boolean", "\"true\"", "Boolean cannot represent a non boolean value: \"true\"")]
    [InlineData("Boolean", "0", "Boolean cannot represent a non boolean value: 0")]
    [InlineData("ID", "1.5", "ID cannot represent value: 1.5")]
    [InlineData("ID", "1e30", "ID cannot represent value: 1e30")]
    [InlineData("ID", "true", "ID cannot represent value: true")]
    [InlineData("ID", "[[[1]], 2, {\"a\": {\"b\": {\"c\": 1}}}]", "ID cannot represent value: [[[Array]], 2, { a: [Object] }]")]
    [InlineData("ID", "[1,2,3,4,5,6,7,8,9,10,11]", "ID cannot represent value: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ... 1 more item]")]
    [InlineData("ID", "[1,2,3,4,5,6,7,8,9,10,11,12]", "ID cannot represent value: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ... 2 more items]")]
    [InlineData("Int", "\"\\u0041\\\"\\n\"", "Int cannot represent non-integer value: \"A\\\"\\n\"")]
    public void Other_json_is_refused_in_plain_english(string scalar, string json, string problem)
    {
        Assert.Equal(problem, Scalar(scalar).FromJson(JsonElement.Parse(json), out var value));
        Assert.Null(value);
    }

    [Theory]
    [InlineData("Int", "-5", -5)]
    [InlineData("Float", "5", 5.0)]
    [InlineData("Float", "5.25e1", 52.5)]
    [InlineData("String", "\"a\\nb\"", "a\nb")]
    [InlineData("String", "\"\"\"block\"\"\"", "block")]
    [InlineData("Boolean", "true", true)]
    [InlineData("ID", "\"a\"", "a")]
    [InlineData("ID", "4", "4")]
    [InlineData("ID", "99999999999999999999", "99999999999999999999")]
    public void Literals_of_the_right_kind_are_taken(string scalar, string literal, object expected)
    {
        Assert.Null(Scalar(scalar).FromLiteral(Literal(literal), out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("Int", "1.0", "Int cannot represent non-integer value: 1.0")]
    [InlineData("Int", "\"1\"", "Int cannot represent non-integer value: \"1\"")]
    [InlineData("Int", "2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("Float", "\"1\"", "Float cannot represent non numeric value: \"1\"")]
    [InlineData("Float", "1e999", "Float cannot represent non numeric value: 1e999")]
    [InlineData("String", "WORD", "String cannot represent a non string value: WORD")]
    [InlineData("String", "{a: [1]}", "String cannot represent a non string value: {a: [1]}")]
    [InlineData("Boolean", "TRUE", "Boolean cannot represent a non boolean value: TRUE")]
    [InlineData("ID", "1.5", "ID cannot represent a non-string and non-integer value: 1.5")]
    public void Other_literals_are_refused_in_plain_english(string scalar, string literal, string problem)
    {
        Assert.Equal(problem, Scalar(scalar).FromLiteral(Literal(literal), out var value));
        Assert.Null(value);
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("1.50e+10", "1.50e+10")]
    [InlineData("WORD", "\"WORD\"")]
    [InlineData("\"\\\"é😀\"", "\"\\u0022\\u00E9\\uD83D\\uDE00\"")]
    [InlineData("[true, null, {a: [{b: -1}], c: {}}]", "[true,null,{\"a\":[{\"b\":-1}],\"c\":{}}]")]
    public void A_literal_is_json_with_its_digits_kept(string literal, string json) =>
        Assert.Equal(json, LiteralJson.Of(Literal(literal)).GetRawText());

    [Fact]
    public void A_literal_as_deep_as_the_parser_allows_is_json()
    {
        var depth = ParserLimits.Trusted.MaxDepth;
        var deep = new string('[', depth) + new string(']', depth);

        Assert.Equal(deep, LiteralJson.Of(Literal(deep)).GetRawText());
    }

    private static ScalarCoercion Scalar(string name) => ((ScalarType)Sdl.Build("type Query { a: Int }").FindType(name)!).Coercion;

    private static ValueNode Literal(string text) => Parser.ParseValue(new Source(text), ParserLimits.Trusted);
}
