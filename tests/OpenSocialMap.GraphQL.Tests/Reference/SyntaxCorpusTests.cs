namespace OpenSocialMap.GraphQL.Tests.Reference;

/// <summary>The corners of the grammar, right and wrong: the reference implementation and ours read and print them alike, or refuse them alike.</summary>
public sealed class SyntaxCorpusTests
{
    private const string Quotes = "\"\"\"";

    // What can stand where a value can.
    private static readonly string[] Values =
    [
        // Numbers
        "0", "-0", "1", "-1", "00", "01", "-01", "1.", "1.0", "-1.50", ".5", "1.5.5", "1e5", "1E+5", "1e-05", "1e", "1e+", "1.e5", "1.5e300", "0xF1", "1a", "1_000", "1.5a", "+1", "--1", "-", "- 1",
        "1e99999", "9223372036854775808", "-a", "1\"a\"", "1$a", "1...",
        // Strings
        "\"\"", "\"a\"", "\"é😀\"", "\"\t\"", "\"\u007f\"", "\"\0\"", "\"\u0007\"", "\"\uFEFF\"", "\"", "\"a", "\"a\nb\"", "\"a\rb\"", "\"\u2028\"", "\"\\\"\"", "\"\\\\\"", "\"\\/\\b\\f\\n\\r\\t\"", "\"\\a\"", "\"\\'\"", "\"\\0\"",
        "\"\\", "\"\\\"", "'a'", "\"a\" \"b\"",
        // Escapes
        "\"\\u0041\\u00e9\\uFFFF\\u0000\"", "\"\\u00\"", "\"\\u00G0\"", "\"\\uXXXX\"", "\"\\U0041\"", "\"\\uD83D\\uDE00\"", "\"\\uD83D\"", "\"\\uDE00\"", "\"\\uD83D\\u0041\"", "\"\\uD83Dx\"", "\"\\uDE00\\uD83D\"",
        "\"\\u{1F600}\"", "\"\\u{0}\"", "\"\\u{000000000041}\"", "\"\\u{10FFFF}\"", "\"\\u{110000}\"", "\"\\u{D800}\"", "\"\\u{}\"", "\"\\u{41\"", "\"\\u{4G}\"", "\"\\u{FFFFFFFFFFFFFFFF}\"", "\"\\u{D83D}\\u{DE00}\"",
        // Block strings
        $"{Quotes}{Quotes}", $"{Quotes}a{Quotes}", $"{Quotes} a {Quotes}", $"{Quotes}\n\n  a\n    b\n\n  c\n\n{Quotes}", $"{Quotes}a\n  b\n c{Quotes}", $"{Quotes}\r\n\ta\r\n\tb\r{Quotes}", $"{Quotes}a\\{Quotes}b{Quotes}",
        $"{Quotes}\"{Quotes}", $"{Quotes}\"a\" {Quotes}", $"{Quotes}a\"{Quotes}", $"{Quotes}a\\{Quotes}", $"{Quotes}\\n\\u0041\\{Quotes}", $"{Quotes}a", Quotes, $"{Quotes}\0{Quotes}", $"{Quotes}\u0007{Quotes}", $"{Quotes}é😀\t{Quotes}",
        $"{Quotes}\n   \n \n{Quotes}", $"{Quotes}  leading\nand\n  more{Quotes}", $"{Quotes}a\\\\{Quotes}", $"{Quotes}\n{new string('x', 90)}\n{Quotes}", $"{Quotes}a\\\n{Quotes}",
        // Names, lists, objects and variables
        "true", "false", "null", "True", "trueish", "nullish", "_", "__a9", "é", "a-b", "[]", "[,]", "[ , 1,,2 , ]", "[[], [[]]]", "[1", "]", "[1}", "{}", "{a:1}", "{a:1,b:{c:[2]}}", "{a}", "{a:}", "{:1}", "{\"a\":1}", "{a:1", "{1:a}",
        "{a:1 a:2}", "$a", "$", "$ a", "$1", "$true", "[$a {b: $c}]", "query", "on", "fragment", "@a", "&", "|", "!", "?", "%", "\\", "~", "...", "..", ".", "\u0001", "\u00A0", "\u2028",
    ];

    private static readonly string[] Documents =
    [
        // White space, commas, comments and the byte order mark
        "", " ", ",", "#", "# only a comment", "#\n{a}", "{a}#", "{a#}\n}", "{a,b,,,c,}", ",{,a,}", "\uFEFF{a}", "{\uFEFFa\uFEFF}", "\t{\r\n a\r b\n}\r\n", "{a\u00A0b}", "{a\u2028b}", "{a\u000Bb}", "#\u0000\n{a}", "#\u0007é😀\n{a}", "{a}\0", "{a ?}",
        "\r\n\r\n\n\r{ a ! }", "# é😀\n{ é }", "{\n\n\t\té }", "{ \"😀\" }", "{ a(b: \"😀\" ! ) }",
        // Operations
        "{", "}", "{}", "{a", "{a}}", "{a}{b}", "query", "query{a}", "query Q{a}", "query Q", "query on{a}", "query true{a}", "query query{a}", "mutation{a}", "subscription S{a}", "Query{a}", "queryQ{a}", "{query mutation fragment on true false null}",
        "query(){a}", "query($a:Int){a}", "query($a:Int=1$b:[Int!]!=[1]){a}", "query($a Int){a}", "query($a:){a}", "query($a:Int!!){a}", "query($a:[Int){a}", "query($a:Int]){a}", "query($a:$b){a}", "query(a:Int){a}", "query($a:Int=){a}",
        "query($a:Int=$b){a}", "query($a:[Int]=[1,[$b]]){a}", "query($a:A={b:$c}){a}", "query($a:Int@d(e:$f)){a}", "query($a:Int@d@e(f:1)){a}", "query@d@e(f:$g){a}", "query Q($a:Int)@d{a}", "query Q@d($a:Int){a}", "query Q Q{a}",
        "\"described\" query{a}", "\"described\" {a}", "\"described\" fragment F on A{a}", "\"\"\"described\n  twice\"\"\" query Q($a:Int){a}", "query(\"described\" $a:Int \"\"\"and\"\"\" $b:Int){a}", "query(\"a\" \"b\" $a:Int){a}", "\"a\" extend type A{b:C}",
        // Fields
        "{a:b}", "{a:b:c}", "{a:}", "{:a}", "{a()}", "{a(b)}", "{a(b:)}", "{a(b:1,c:2)}", "{a(b:1 c:2}", "{a(b:1)(c:2)}", "{a{}}", "{a{b}}", "{a{b}{c}}", "{a@b}", "{a@}", "{a@b()}", "{a@b(c:1)@d}", "{a(b:1)@c{d}}", "{a@c(b:1){d}}", "{a{b}@c}", "{1}", "{$a}", "{\"a\"}",
        $"{{a({string.Join(',', Enumerable.Range(0, 30).Select(i => $"argument{i}:{i}"))}){{b}}}}", "{a:b(c:\"\"\"block\"\"\",d:\"\"\"\n  more\n  lines\n\"\"\")}", $"{{a(b:\"{new string('x', 60)}\")}}", $"{{a(b:\"{new string('x', 90)}\")}}",
        // Fragments
        "{...}", "{...F}", "{... F}", "{...on}", "{...on A}", "{...on A{b}}", "{...{a}}", "{...@a{b}}", "{...on A@b{c}}", "{...F@a}", "{...F{a}}", "{..F}", "{....F}", "{...on on{a}}", "{...true}", "fragment F on A{b}", "fragment F on A@b{c}", "fragment on on A{b}", "fragment F A{b}",
        "fragment F on{a}", "fragment F on A", "fragment F($a:Int) on A{b}", "fragment on A{b}", "fragment F on on{b}", "fragment fragment on fragment{fragment}",
        // Type system definitions in a document
        "schema{query:Q}", "type A{b:C}", "type A implements B&C@d{e(f:G=1@h):[I!]!}", "type A{}", "extend type A@b", "extend type A", "scalar A@b", "union A=|B|C", "union A=", "enum A{B C@d}", "enum A{true}", "input A{b:C=1}", "directive@a(b:C)repeatable on|FIELD|QUERY",
        "directive@a on NOWHERE", "interface A implements B{c:D}", "extend schema@a", "extend input A{b:C}", "extend {a}", "extend query{a}", "\"a\"", "nonsense", "type", "123", "$a",
    ];

    [Fact]
    public async Task Every_corner_of_the_grammar_is_read_and_printed_as_by_the_reference_implementation()
    {
        string[] texts = [.. Documents, .. Values.SelectMany(value => new[] { $"{{ f(a: {value}) }}", $"query ($v: Int = {value}) {{ f }}", $"{{ f(a: [1, {{b: {value}}}]) }}" })];

        await ReferenceImplementation.AssertAgreement([.. texts.Select(text => new Question(Schemas.Small, text))], i => texts[i]);
    }

    [Fact]
    public async Task What_is_printed_is_read_as_the_same_document()
    {
        string[] printed = [.. RuleCorpus.All.SelectMany(rule => rule.Documents).Select(d => Verdict.Ours(Schemas.Get(Schemas.Public), new Question(Schemas.Public, d.Document)).Printed!)];

        var compared = await ReferenceImplementation.AssertAgreement([.. printed.Select(text => new Question(Schemas.Public, text))], i => printed[i]);

        Assert.Equal(printed, compared.Select(c => c.Theirs.Printed));
    }
}
