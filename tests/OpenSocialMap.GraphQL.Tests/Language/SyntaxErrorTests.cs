using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Tests.Language;

public sealed class SyntaxErrorTests
{
    [Fact]
    public void The_message_shows_the_line_and_a_caret()
    {
        var error = Refusal.Of(new Source("query Places {\n  places(first: 10 {\n    name\n  }\n}", "places.graphql"));

        Assert.Equal("""
            Syntax Error: Expected Name, found "{".
            places.graphql:2:20
            2 |   places(first: 10 {
              |                    ^
            """, error.Message);
        Assert.Equal(ErrorCodes.Syntax, error.Code);
        Assert.Equal([new Location(2, 20)], error.Locations);
    }

    [Fact]
    public void The_caret_stands_right_below_tabs_and_accents()
    {
        var text = new string('\n', 10) + "{\n\tf(a: \"café\")\t{}";

        Assert.Equal(
            "Syntax Error: Expected Name, found \"}\".\nGraphQL request:12:16\n12 | \tf(a: \"café\")\t{}\n   | \t            \t ^",
            Refusal.Of(text).Message);
    }

    [Fact]
    public void A_missing_end_is_shown_at_the_end()
    {
        Assert.Equal("Syntax Error: Expected Name, found <EOF>.\nGraphQL request:2:1\n2 |\n  | ^", Refusal.Of("{ places\r\n").Message);
        Assert.Equal("Syntax Error: Unexpected <EOF>.\nGraphQL request:1:1\n1 |\n  | ^", Refusal.Of("").Message);
    }

    [Fact]
    public void A_long_line_is_shown_around_the_fault()
    {
        var left = string.Concat(Enumerable.Repeat("abcdefghi ", 30));

        Assert.Equal("""
            Syntax Error: Expected Name, found "!".
            GraphQL request:1:303
            1 | …abcdefghi abcdefghi abcdefghi abcdefghi ! abcdefghi abcdefghi abcdefghi abcdefgh…
              |                                          ^
            """, Refusal.Of($"{{ {left}! {left}}}").Message);
        Assert.Equal("""
            Syntax Error: Expected Name, found "!".
            GraphQL request:1:3
            1 | { ! abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi abcdef…
              |   ^
            """, Refusal.Of($"{{ ! {left}}}").Message);
        Assert.Equal("""
            Syntax Error: Expected Name, found <EOF>.
            GraphQL request:1:302
            1 | … abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi
              |                                                                                  ^
            """, Refusal.Of($"{{ {left[..^1]}").Message);
    }

    [Fact]
    public void A_window_never_cuts_a_character_in_half()
    {
        var emoji = string.Concat(Enumerable.Repeat("😀", 100));
        for (var shift = 0; shift < 2; shift++)
        {
            var message = Refusal.Of($"{{{new string(' ', shift)} f(a: \"{emoji}\", ! b: \"{emoji}\") }}").Message;
            Assert.Contains("\", ! b: \"", message, StringComparison.Ordinal);
            Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(message)));
        }
    }

    [Fact]
    public void A_long_word_is_shortened_in_the_sentence()
    {
        var sentence = Refusal.Of($"{{ a }} {new string('x', 100_000)}").Message.Split('\n')[0];

        Assert.Equal($"Syntax Error: Unexpected Name \"{new string('x', 80)}…\".", sentence);
    }

    [Theory]
    // Documents
    [InlineData("   ", "Unexpected <EOF>. (1:4)")]
    [InlineData("notAnOperation { a }", "Unexpected Name \"notAnOperation\". (1:1)")]
    [InlineData("...", "Unexpected \"...\". (1:1)")]
    [InlineData("{ a } }", "Unexpected \"}\". (1:7)")]
    [InlineData("\"about\" { a }", "Unexpected description, descriptions are not supported on shorthand queries. (1:1)")]
    [InlineData("\"about\" extend type A { b: C }", "Unexpected description, only GraphQL definitions support descriptions. (1:1)")]
    [InlineData("\"about\" nothing", "Unexpected description, only GraphQL definitions support descriptions. (1:1)")]
    [InlineData("\"about\" \"twice\" type A", "Unexpected String \"twice\". (1:9)")]
    // Operations
    [InlineData("{", "Expected Name, found <EOF>. (1:2)")]
    [InlineData("{}", "Expected Name, found \"}\". (1:2)")]
    [InlineData("{ a {} }", "Expected Name, found \"}\". (1:6)")]
    [InlineData("query", "Expected \"{\", found <EOF>. (1:6)")]
    [InlineData("query Q", "Expected \"{\", found <EOF>. (1:8)")]
    [InlineData("query () { a }", "Expected \"$\", found \")\". (1:8)")]
    [InlineData("query ($a) { a }", "Expected \":\", found \")\". (1:10)")]
    [InlineData("query ($a: Int = $b) { a }", "Unexpected variable \"$b\" in constant value. (1:18)")]
    [InlineData("query ($a: [Int] = [1, {b: $c}]) { a }", "Unexpected variable \"$c\" in constant value. (1:28)")]
    [InlineData("query ($a: Int @b(c: $d)) { a }", "Unexpected variable \"$d\" in constant value. (1:22)")]
    [InlineData("query ($a: Int = $) { a }", "Unexpected \"$\". (1:18)")]
    [InlineData("{ a: }", "Expected Name, found \"}\". (1:6)")]
    [InlineData("{ a() }", "Expected Name, found \")\". (1:5)")]
    [InlineData("{ a(b) }", "Expected \":\", found \")\". (1:6)")]
    [InlineData("{ a(b: ) }", "Unexpected \")\". (1:8)")]
    [InlineData("{ a(b: [1) }", "Unexpected \")\". (1:10)")]
    [InlineData("{ a(b: {c}) }", "Expected \":\", found \"}\". (1:10)")]
    [InlineData("{ a @ }", "Expected Name, found \"}\". (1:7)")]
    [InlineData("{ a \"text\" }", "Expected Name, found String \"text\". (1:5)")]
    [InlineData("{ a 12 }", "Expected Name, found Int \"12\". (1:5)")]
    [InlineData("{ a 1.5 }", "Expected Name, found Float \"1.5\". (1:5)")]
    [InlineData("{ a \"\"\"text\"\"\" }", "Expected Name, found BlockString \"text\". (1:5)")]
    // Fragments
    [InlineData("{ ... }", "Expected \"{\", found \"}\". (1:7)")]
    [InlineData("{ ...on }", "Expected Name, found \"}\". (1:9)")]
    [InlineData("fragment on on A { a }", "Unexpected Name \"on\". (1:10)")]
    [InlineData("fragment F { a }", "Expected \"on\", found \"{\". (1:12)")]
    [InlineData("fragment F on A", "Expected \"{\", found <EOF>. (1:16)")]
    [InlineData("fragment F($a: Int) on A { a }", "Expected \"on\", found \"(\". (1:11)")]
    // Type references
    [InlineData("query ($a: [Int) { a }", "Expected \"]\", found \")\". (1:16)")]
    [InlineData("query ($a: Int!!) { a }", "Expected \"$\", found \"!\". (1:16)")]
    [InlineData("query ($a: []) { a }", "Expected Name, found \"]\". (1:13)")]
    // The type system
    [InlineData("schema {}", "Expected Name, found \"}\". (1:9)")]
    [InlineData("schema", "Expected \"{\", found <EOF>. (1:7)")]
    [InlineData("schema { fetch: Query }", "Unexpected Name \"fetch\". (1:10)")]
    [InlineData("type A {}", "Expected Name, found \"}\". (1:9)")]
    [InlineData("type A { b }", "Expected \":\", found \"}\". (1:12)")]
    [InlineData("type A { b(): C }", "Expected Name, found \")\". (1:12)")]
    [InlineData("type A { b: C @d(e: $f) }", "Unexpected variable \"$f\" in constant value. (1:21)")]
    [InlineData("type A implements { b: C }", "Expected Name, found \"{\". (1:19)")]
    [InlineData("type A implements B C { b: C }", "Unexpected Name \"C\". (1:21)")]
    [InlineData("type A implements B, C { b: C }", "Unexpected Name \"C\". (1:22)")]
    [InlineData("union A =", "Expected Name, found <EOF>. (1:10)")]
    [InlineData("union A = | B || C", "Expected Name, found \"|\". (1:16)")]
    [InlineData("enum A {}", "Expected Name, found \"}\". (1:9)")]
    [InlineData("enum A { B true }", "Name \"true\" is reserved and cannot be used for an enum value. (1:12)")]
    [InlineData("enum A { false }", "Name \"false\" is reserved and cannot be used for an enum value. (1:10)")]
    [InlineData("enum A { \"none\" null }", "Name \"null\" is reserved and cannot be used for an enum value. (1:17)")]
    [InlineData("input A {}", "Expected Name, found \"}\". (1:10)")]
    [InlineData("input A { b(c: D): E }", "Expected \":\", found \"(\". (1:12)")]
    [InlineData("directive a on FIELD", "Expected \"@\", found Name \"a\". (1:11)")]
    [InlineData("directive @a repeatable", "Expected \"on\", found <EOF>. (1:24)")]
    [InlineData("directive @a on FIELD | NOWHERE", "Unexpected Name \"NOWHERE\". (1:25)")]
    // Extensions
    [InlineData("extend", "Unexpected <EOF>. (1:7)")]
    [InlineData("extend query { a }", "Unexpected Name \"query\". (1:8)")]
    [InlineData("extend \"about\" type A { b: C }", "Unexpected String \"about\". (1:8)")]
    [InlineData("extend schema", "Unexpected <EOF>. (1:14)")]
    [InlineData("extend scalar A", "Unexpected <EOF>. (1:16)")]
    [InlineData("extend type A", "Unexpected <EOF>. (1:14)")]
    [InlineData("extend interface A", "Unexpected <EOF>. (1:19)")]
    [InlineData("extend union A", "Unexpected <EOF>. (1:15)")]
    [InlineData("extend enum A", "Unexpected <EOF>. (1:14)")]
    [InlineData("extend input A", "Unexpected <EOF>. (1:15)")]
    public void A_text_outside_the_grammar_is_refused_where_it_leaves_it(string text, string refusal) =>
        Assert.Equal("Syntax Error: " + refusal, Refusal.InShort(text));

    [Theory]
    [InlineData("[1 2]]", "Expected <EOF>, found \"]\".")]
    [InlineData("", "Unexpected <EOF>.")]
    public void A_value_must_stand_alone(string text, string refusal)
    {
        var error = Assert.Throws<GraphQLException>(() => Parser.ParseValue(new Source(text)));
        Assert.StartsWith($"Syntax Error: {refusal}\n", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Int!]! Int", "Expected <EOF>, found Name \"Int\".")]
    [InlineData("Int!!", "Expected <EOF>, found \"!\".")]
    public void A_type_must_stand_alone(string text, string refusal)
    {
        var error = Assert.Throws<GraphQLException>(() => Parser.ParseType(new Source(text)));
        Assert.StartsWith($"Syntax Error: {refusal}\n", error.Message, StringComparison.Ordinal);
    }
}
