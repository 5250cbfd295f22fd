using System.Text;
using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Tests.Language;

public sealed class LexerTests
{
    [Fact]
    public void Whitespace_commas_comments_and_byte_order_marks_mean_nothing()
    {
        var document = Parser.Parse(new Source("\uFEFF#first\r\n,,{\t# names, {not} (read)\r a,b\uFEFFc\n}#last"));

        Assert.Equal("{\n  a\n  b\n  c\n}", Printer.Print(document));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("42")]
    [InlineData("-9007199254740993")]
    public void An_integer_keeps_its_text(string text) => Assert.Equal(text, Assert.IsType<IntValue>(ValueOf(text)).Text);

    [Theory]
    [InlineData("0.0")]
    [InlineData("-4.123")]
    [InlineData("1e50")]
    [InlineData("1E+05")]
    [InlineData("-0.5e-3")]
    public void A_float_keeps_its_text(string text) => Assert.Equal(text, Assert.IsType<FloatValue>(ValueOf(text)).Text);

    [Theory]
    [InlineData("00", "Invalid number, unexpected digit after 0: \"0\". (1:7)")]
    [InlineData("-01", "Invalid number, unexpected digit after 0: \"1\". (1:8)")]
    [InlineData("+1", "Unexpected character: \"+\". (1:6)")]
    [InlineData("-", "Invalid number, expected digit but got: \")\". (1:7)")]
    [InlineData("1.", "Invalid number, expected digit but got: \")\". (1:8)")]
    [InlineData(".5", "Unexpected character: \".\". (1:6)")]
    [InlineData("1.e1", "Invalid number, expected digit but got: \"e\". (1:8)")]
    [InlineData("1.2.3", "Invalid number, expected digit but got: \".\". (1:9)")]
    [InlineData("1e", "Invalid number, expected digit but got: \")\". (1:8)")]
    [InlineData("1e+x", "Invalid number, expected digit but got: \"x\". (1:9)")]
    [InlineData("12km", "Invalid number, expected digit but got: \"k\". (1:8)")]
    [InlineData("0x10", "Invalid number, expected digit but got: \"x\". (1:7)")]
    [InlineData("1_000", "Invalid number, expected digit but got: \"_\". (1:7)")]
    public void A_malformed_number_is_refused(string number, string refusal) =>
        Assert.Equal("Syntax Error: " + refusal, Refusal.InShort($"{{f(a:{number})}}"));

    [Theory]
    [InlineData("""
        "plain"
        """, "plain")]
    [InlineData("""
        ""
        """, "")]
    [InlineData("""
        " \" \\ \/ \b \f \n \r \t "
        """, " \" \\ / \b \f \n \r \t ")]
    [InlineData("""
        "caf\u00e9 \u{E9} \u{1F600} \u{00000041}"
        """, "café é 😀 A")]
    [InlineData("""
        "\uD83D\uDE00 \u{0} \u{10FFFF}"
        """, "😀 \0 \U0010FFFF")]
    [InlineData("\"Wijk é ☂ 😀 # no comment\"", "Wijk é ☂ 😀 # no comment")]
    public void A_string_resolves_its_escapes(string text, string value)
    {
        var read = Assert.IsType<StringValue>(ValueOf(text));
        Assert.Equal((value, false), (read.Value, read.Block));
    }

    [Theory]
    [InlineData("\"", "Unterminated string. (1:7)")]
    [InlineData("\"a\nb\"", "Unterminated string. (1:8)")]
    [InlineData("\"a\r\nb\"", "Unterminated string. (1:8)")]
    [InlineData("\"\\\"", "Unterminated string. (1:9)")]
    [InlineData("\"\"\"a\n\"\"", "Unterminated string. (2:3)")]
    [InlineData("\"a \\z\"", "Invalid character escape sequence: \"\\z\". (1:9)")]
    [InlineData("\"\\é\"", "Invalid character escape sequence: \"\\é\". (1:7)")]
    [InlineData("\"\\u12G4\"", "Invalid Unicode escape sequence: \"\\u12G4\". (1:7)")]
    [InlineData("\"\\u1\"", "Invalid Unicode escape sequence: \"\\u1\"\". (1:7)")]
    [InlineData("\"\\uD83D\"", "Invalid Unicode escape sequence: \"\\uD83D\". (1:7)")]
    [InlineData("\"\\uDE00\\uD83D\"", "Invalid Unicode escape sequence: \"\\uDE00\". (1:7)")]
    [InlineData("\"\\uD83D\\u0041\"", "Invalid Unicode escape sequence: \"\\uD83D\". (1:7)")]
    [InlineData("\"\\u{}\"", "Invalid Unicode escape sequence: \"\\u{}\". (1:7)")]
    [InlineData("\"\\u{D800}\"", "Invalid Unicode escape sequence: \"\\u{D800}\". (1:7)")]
    [InlineData("\"\\u{110000}\"", "Invalid Unicode escape sequence: \"\\u{110000}\". (1:7)")]
    [InlineData("\"\\u{FFFFFFFF}\"", "Invalid Unicode escape sequence: \"\\u{FFFFFFFF\". (1:7)")]
    [InlineData("\"\\u{0000000041}\"", "Invalid Unicode escape sequence: \"\\u{000000004\". (1:7)")]
    public void A_malformed_string_is_refused(string text, string refusal) =>
        Assert.Equal("Syntax Error: " + refusal, Refusal.InShort($"{{f(a:{text}"));

    [Theory]
    [InlineData("one line", "one line")]
    [InlineData("\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n  ", "Hello,\n  World!\n\nYours,\n  GraphQL.")]
    [InlineData("first\n    second\n      third", "first\nsecond\n  third")]
    [InlineData("    kept\n    not kept", "    kept\nnot kept")]
    [InlineData("\n\n  \n  text  \n \n\n", "text  ")]
    [InlineData("\n\ta\n\t\tb", "a\n\tb")]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    [InlineData(" \n \t ", "")]
    [InlineData("no \\n escapes but \\\"\"\"", "no \\n escapes but \"\"\"")]
    [InlineData("\n  a\n b\n\n  c", " a\nb\n\n c")]
    public void A_block_string_loses_its_common_indentation(string raw, string value)
    {
        var read = Assert.IsType<StringValue>(ValueOf($"\"\"\"{raw}\"\"\""));
        Assert.Equal((value, true), (read.Value, read.Block));
    }

    [Theory]
    [InlineData("{ caf\u00e9 }", "Unexpected character: U+00E9. (1:6)")]
    [InlineData("{ 😀 }", "Unexpected character: U+1F600. (1:3)")]
    [InlineData("{ a(b: \"😀é\"); }", "Unexpected character: \";\". (1:14)")]
    [InlineData("{ \0 }", "Unexpected character: U+0000. (1:3)")]
    [InlineData("{ 'a' }", "Unexpected single quote character ('), did you mean to use a double quote (\")? (1:3)")]
    [InlineData("{ ..a }", "Unexpected character: \".\". (1:3)")]
    public void A_character_outside_the_grammar_is_refused_by_name(string text, string refusal) =>
        Assert.Equal("Syntax Error: " + refusal, Refusal.InShort(text));

    [Theory]
    [InlineData(new byte[] { 0x7B, 0x20, 0x61, 0x20, 0xFF, 0x7D }, 5)]
    [InlineData(new byte[] { 0x7B, 0x61, 0x23, 0xC3, 0xA9, 0xC3, 0x28, 0x0A, 0x7D }, 5)]
    [InlineData(new byte[] { 0x7B, 0xED, 0xA0, 0x80, 0x7D }, 2)]
    [InlineData(new byte[] { 0x7B, 0x61, 0x7D, 0xF0, 0x9F }, 4)]
    public void Bytes_that_are_not_UTF_8_are_a_syntax_error_where_they_stand(byte[] body, int column)
    {
        var error = Refusal.Of(new Source(body));

        Assert.StartsWith("Syntax Error: Invalid UTF-8.\n", error.Message, StringComparison.Ordinal);
        Assert.Equal([new Location(1, column)], error.Locations);
    }

    [Fact]
    public void A_long_name_and_a_name_seen_before_read_alike()
    {
        var longName = new string('a', 300);
        for (var round = 0; round < 2; round++)
        {
            var document = Parser.Parse(new Source($"{{ name {longName} _1 __typename }}"));
            var fields = ((OperationDefinition)document.Definitions[0]).Selections.Items.Cast<Field>();
            Assert.Equal(["name", longName, "_1", "__typename"], fields.Select(f => f.Name.Value));
        }
    }

    private static ValueNode ValueOf(string text)
    {
        var value = Parser.ParseValue(new Source(text));
        Assert.Equal(new Span(0, Encoding.UTF8.GetByteCount(text)), value.Span);
        return value;
    }
}
