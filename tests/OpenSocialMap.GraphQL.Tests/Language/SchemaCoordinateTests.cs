using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Tests.Language;

public sealed class SchemaCoordinateTests
{
    [Fact]
    public void Every_form_is_read()
    {
        Assert.Equal(new(false, "Place"), SchemaCoordinate.Parse("Place"));
        Assert.Equal(new(false, "Place", "name"), SchemaCoordinate.Parse("Place.name"));
        Assert.Equal(new(false, "Query", "places", "near"), SchemaCoordinate.Parse("Query.places(near:)"));
        Assert.Equal(new(true, "oneOf"), SchemaCoordinate.Parse("@oneOf"));
        Assert.Equal(new(true, "deprecated", Argument: "reason"), SchemaCoordinate.Parse("@deprecated(reason:)"));
    }

    [Theory]
    [InlineData("Place")]
    [InlineData("__Type.name")]
    [InlineData("Query.places(near:)")]
    [InlineData("@oneOf")]
    [InlineData("@deprecated(reason:)")]
    public void It_is_written_as_it_was_read(string text) => Assert.Equal(text, SchemaCoordinate.Parse(text).ToString());

    [Theory]
    [InlineData("", "Expected Name, found <EOF>. (1)")]
    [InlineData("@", "Expected Name, found <EOF>. (2)")]
    [InlineData("Query.", "Expected Name, found <EOF>. (7)")]
    [InlineData("Query.a(b", "Expected \":\", found <EOF>. (10)")]
    [InlineData("Query.a(b:", "Expected \")\", found <EOF>. (11)")]
    [InlineData("Query.a()", "Expected Name, found \")\". (9)")]
    [InlineData("Query.a(b:)c", "Expected <EOF>, found Name \"c\". (12)")]
    [InlineData("Query(a:)", "Expected <EOF>, found \"(\". (6)")]
    [InlineData("A.b.c", "Expected <EOF>, found \".\". (4)")]
    [InlineData("@a.b", "Expected <EOF>, found \".\". (3)")]
    [InlineData("A .b", "Invalid character: \" \". (2)")]
    [InlineData("1", "Invalid character: \"1\". (1)")]
    [InlineData("A.é", "Invalid character: U+00E9. (3)")]
    [InlineData("A.\"", "Invalid character: '\"'. (3)")]
    public void Anything_else_is_a_syntax_error(string text, string refusal)
    {
        var error = Assert.Single(Assert.Throws<GraphQLException>(() => SchemaCoordinate.Parse(text)).Errors);

        var column = Assert.Single(error.Locations).Column;
        Assert.Equal($"Syntax Error: {refusal}", $"{error.Message.Split('\n')[0]} ({column})");
        Assert.Equal(ErrorCodes.Syntax, error.Code);
    }
}
