using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Tests.Types;

public sealed class SchemaPrinterTests
{
    [Fact]
    public void Printing_what_was_read_gives_the_same_text_in_order_and_with_its_directives()
    {
        var text = Golden.Read("map.graphql");

        Assert.Equal(text, SchemaPrinter.Print(Sdl.Build(text)));
    }

    [Theory]
    [InlineData("type Query { a: Int }", "type Query {\n  a: Int\n}\n")]
    [InlineData("schema { query: Query } type Query { a: Int }", "type Query {\n  a: Int\n}\n")]
    [InlineData("schema { query: Q } type Q { a: Int }", "schema {\n  query: Q\n}\n\ntype Q {\n  a: Int\n}\n")]
    [InlineData("schema { query: Query } type Query { a: Int } type Mutation { a: Int }",
        "schema {\n  query: Query\n}\n\ntype Query {\n  a: Int\n}\n\ntype Mutation {\n  a: Int\n}\n")]
    [InlineData("extend type Query { b(x: Int=1,y:[Int]): Int } type Query { a: Int }",
        "type Query {\n  a: Int\n  b(x: Int = 1, y: [Int]): Int\n}\n")]
    [InlineData("extend schema @d directive @d on SCHEMA type Query { a: Int }",
        "schema @d {\n  query: Query\n}\n\ndirective @d on SCHEMA\n\ntype Query {\n  a: Int\n}\n")]
    public void A_schema_prints_as_one_text_without_what_goes_without_saying(string sdl, string printed)
    {
        Assert.Equal(printed, SchemaPrinter.Print(Sdl.Build(sdl)));
        Assert.Equal(printed, SchemaPrinter.Print(Sdl.Build(printed)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" led by a space")]
    [InlineData("trailing space ")]
    [InlineData("\nstarts on a new line")]
    [InlineData("ends on a new line\n")]
    [InlineData("  both lines\n  indented")]
    [InlineData("tab\tand \"quote\" and \\ and \"\"\"")]
    [InlineData("ends in a quote\"")]
    [InlineData("ends in a backslash\\")]
    [InlineData("carriage\r\nreturn")]
    [InlineData("bell \u0007, emoji 😀, delete \u007f")]
    public void Every_description_is_read_back_as_it_was(string description)
    {
        var literal = Printer.Print(new StringValue(default, description, Block: false));
        var schema = Sdl.Build($"{literal} type Query {{ {literal} a({literal} x: Int): Int }}");

        var again = Sdl.Build(SchemaPrinter.Print(schema));

        Assert.Equal(description, again.Query.Description);
        Assert.Equal(description, again.Query.Fields.Find("a")!.Description);
        Assert.Equal(description, again.Query.Fields.Find("a")!.Argument("x")!.Description);
    }
}
