using System.Text;
using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Tests.Language;

public sealed class SpanTests
{
    [Theory]
    [InlineData(Samples.Executable)]
    [InlineData(Samples.TypeSystem)]
    public void The_span_of_a_node_holds_that_node_and_nothing_else(string sample)
    {
        var source = new Source("# Vóór alles\n" + sample);
        foreach (var node in Nodes.Within(Parser.Parse(source)).Where(n => n is not Document))
        {
            var text = Encoding.UTF8.GetString(source.Body.Span[node.Span.Start..node.Span.End]);
            Assert.Equal(text.Trim(), text);
            if (node is Name or ValueNode and not StringValue { Block: true } or TypeNode or Argument or DirectiveNode)
            {
                Assert.Equal(WithoutBlocks(text), WithoutBlocks(Printer.Print(node)));
            }
        }
    }

    [Theory]
    [InlineData("{\n  é😀\n}", 4, 2, 3)]
    [InlineData("{\r\n  a\r\n}", 5, 2, 3)]
    [InlineData("{\r  a\r}", 4, 2, 3)]
    [InlineData("{\n\n\n}", 4, 4, 1)]
    [InlineData("{ \"é😀\" }", 9, 1, 7)]
    public void A_place_is_a_line_and_a_column_in_UTF_16(string text, int offset, int line, int column) =>
        Assert.Equal(new Location(line, column), new Source(text).LocationOf(offset));

    private static string WithoutBlocks(string text) => text.Contains("\"\"\"", StringComparison.Ordinal) ? "" : text;
}
