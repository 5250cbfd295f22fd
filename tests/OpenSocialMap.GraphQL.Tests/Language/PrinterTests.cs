using System.Text;
using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Tests.Language;

public sealed class PrinterTests
{
    [Theory]
    [InlineData(Samples.Executable)]
    [InlineData(Samples.TypeSystem)]
    public void A_document_in_the_customary_layout_is_printed_as_it_was(string sample) =>
        Assert.Equal(sample, Printed(sample));

    [Theory]
    [InlineData(Samples.Executable)]
    [InlineData(Samples.TypeSystem)]
    public void Printing_and_reading_again_changes_nothing_but_the_places(string sample)
    {
        var minified = string.Join(' ', sample.Split('\n').Select(line => line.Trim()));
        Assert.Equal(Printed(minified), Printed(Printed(minified)));
        Assert.Equal(Shape(Parser.Parse(new Source(sample))), Shape(Parser.Parse(new Source(Printed(sample)))));
    }

    [Theory]
    [InlineData("query { a }", "{\n  a\n}")]
    [InlineData("query Q { a }", "query Q {\n  a\n}")]
    [InlineData("query @b { a }", "query @b {\n  a\n}")]
    [InlineData("query ($b: Int) { a }", "query ($b: Int) {\n  a\n}")]
    [InlineData("\"about\" query { a }", "\"about\"\nquery {\n  a\n}")]
    [InlineData("query Q($a: Int \"Hm\" $b: Int) { a }", "query Q(\n$a: Int\n\"Hm\"\n$b: Int\n) {\n  a\n}")]
    [InlineData("mutation { a } subscription S { b }", "mutation {\n  a\n}\n\nsubscription S {\n  b\n}")]
    [InlineData("type A", "type A")]
    [InlineData("type A implements & B & C { d(\"x\" e: F, g: H): I }",
        "type A implements B & C {\n  d(\n    \"x\"\n    e: F\n    g: H\n  ): I\n}")]
    [InlineData("union A = | B | C", "union A = B | C")]
    [InlineData("directive @a(b: C = D) repeatable on | QUERY | FIELD", "directive @a(b: C = D) repeatable on QUERY | FIELD")]
    [InlineData("extend type A @b", "extend type A @b")]
    public void Definitions_are_printed_in_the_customary_layout(string text, string printed) => Assert.Equal(printed, Printed(text));

    [Fact]
    public void Arguments_go_on_lines_of_their_own_when_a_field_passes_eighty_characters()
    {
        var fits = new string('x', 80 - "a(b: \"\")".Length);

        Assert.Equal($"{{\n  a(b: \"{fits}\")\n}}", Printed($"{{ a(b: \"{fits}\") }}"));
        Assert.Equal($"{{\n  a(\n    b: \"{fits}\"\n    c: 1\n  )\n}}", Printed($"{{ a(b: \"{fits}\", c: 1) }}"));
        Assert.Equal($"{{\n  {fits}{fits}\n}}", Printed($"{{ {fits}{fits} }}"));
    }

    [Theory]
    [InlineData("", "\"\"\"\"\"\"")]
    [InlineData("short", "\"\"\"short\"\"\"")]
    [InlineData("two\nlines", "\"\"\"\ntwo\nlines\n\"\"\"")]
    [InlineData(" starts with a space", "\"\"\" starts with a space\"\"\"")]
    [InlineData(" starts with a space, ends with a \"quote\"", "\"\"\" starts with a space, ends with a \"quote\"\n\"\"\"")]
    [InlineData("ends with a \\", "\"\"\"\nends with a \\\n\"\"\"")]
    [InlineData("a \"\"\" inside", "\"\"\"a \\\"\"\" inside\"\"\"")]
    [InlineData("ends with \"\"\"", "\"\"\"\nends with \\\"\"\"\n\"\"\"")]
    [InlineData("more than seventy characters are too many for one line between triple quotes",
        "\"\"\"\nmore than seventy characters are too many for one line between triple quotes\n\"\"\"")]
    public void A_block_string_is_printed_so_that_it_reads_the_same(string value, string printed)
    {
        Assert.Equal(printed, Printer.Print(new StringValue(default, value, Block: true)));
        Assert.Equal(value, ((StringValue)Parser.ParseValue(new Source(printed))).Value);
    }

    [Fact]
    public void A_string_escapes_what_does_not_print()
    {
        var text = new StringValue(default, "\"\\/\b\f\n\r\t\0\u001F\u007F\u0085é😀", Block: false);

        Assert.Equal("""
            "\"\\/\b\f\n\r\t\u0000\u001F\u007F\u0085é😀"
            """, Printer.Print(text));
        Assert.Equal(text.Value, ((StringValue)Parser.ParseValue(new Source(Printer.Print(text)))).Value);
    }

    [Theory]
    [InlineData("$a")]
    [InlineData("-1")]
    [InlineData("1.5e3")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("MEETING")]
    [InlineData("[[], [1, \"two\"], {}]")]
    [InlineData("{a: {b: [$c, false]}}")]
    public void A_value_is_printed_as_it_was(string text) => Assert.Equal(text, Printer.Print(Parser.ParseValue(new Source(text))));

    [Theory]
    [InlineData("Int")]
    [InlineData("[[Int!]]!")]
    public void A_type_reference_is_printed_as_it_was(string text) => Assert.Equal(text, Printer.Print(Parser.ParseType(new Source(text))));

    [Fact]
    public void Every_kind_of_node_can_be_printed_alone()
    {
        var nodes = new[] { Samples.Executable, Samples.TypeSystem }.SelectMany(s => Nodes.Within(Parser.Parse(new Source(s)))).ToList();

        Assert.All(nodes, node => Assert.NotEmpty(Printer.Print(node)));
        var kinds = typeof(Node).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Node)) && !t.IsAbstract).Select(t => t.Name);
        Assert.Equal(kinds.Order(), nodes.Select(n => n.GetType().Name).Distinct().Order());
    }

    private static string Printed(string text) => Printer.Print(Parser.Parse(new Source(text)));

    /// <summary>Kinds and leaf texts in order, without places.</summary>
    private static string Shape(Document document)
    {
        var shape = new StringBuilder();
        foreach (var node in Nodes.Within(document))
        {
            shape.Append(node.GetType().Name).Append(' ').AppendLine(node is Name or ValueNode ? Printer.Print(node) : "");
        }
        return shape.ToString();
    }
}
