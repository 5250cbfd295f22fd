using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Tests.Types;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Tests.Planning;

public sealed class LiteralCoercionTests
{
    private static readonly Schema Schema = Sdl.Build("""
        enum Theme { CARE SPORT }
        input Near { latitude: Float! longitude: Float! within: Int! = 500 themes: [Theme!] = CARE }
        type Query { count: Int }
        """);

    private static object? Coerce(string type, string literal) =>
        LiteralCoercion.Coerce(Schema.Resolve(Parser.ParseType(new Source(type)))!, Parser.ParseValue(new Source(literal)));

    [Theory]
    [InlineData("Int!", "5", 5)]
    [InlineData("Float", "5", 5.0)]
    [InlineData("ID", "5", "5")]
    [InlineData("String", "\"\"\"\n  block\n  \"\"\"", "block")]
    [InlineData("Boolean!", "false", false)]
    [InlineData("Theme", "SPORT", "SPORT")]
    [InlineData("[Theme]", "null", null)]
    public void A_leaf_becomes_a_plain_value(string type, string literal, object? expected) => Assert.Equal(expected, Coerce(type, literal));

    [Fact]
    public void A_single_value_becomes_a_list_of_one()
    {
        Assert.Equal([1, null], (IReadOnlyList<object?>)Coerce("[Int]", "[1, null]")!);
        Assert.Equal([1], (IReadOnlyList<object?>)Coerce("[Int!]!", "1")!);
        Assert.Equal(["SPORT"], (IReadOnlyList<object?>)Assert.Single((IReadOnlyList<object?>)Coerce("[[Theme]]", "SPORT")!)!);
    }

    [Fact]
    public void An_input_object_keeps_its_order_with_defaults_after()
    {
        var near = (InputObject)Coerce("Near", "{longitude: 4, latitude: 51}")!;

        Assert.Equal(["longitude", "latitude", "within", "themes"], near.Fields.Select(f => f.Key));
        Assert.Equal([4.0, 51.0, 500], near.Fields.Take(3).Select(f => f.Value));
        Assert.Equal(["CARE"], (IReadOnlyList<object?>)near.Fields[3].Value!);
    }
}
