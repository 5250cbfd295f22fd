using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Tests.Language;

/// <summary>Whatever arrives, the parser answers with a tree or with an error, and what it reads it can print and read again.</summary>
public sealed class HostileInputTests
{
    private static readonly string[] Scraps =
    [
        "{", "}", "(", ")", "[", "]", ":", "=", "@", "!", "|", "&", "$", "...", ".", "\"", "\"\"\"", "\\", "\\u{", "\\uD83D", "#", "\n",
        "\r", "\uFEFF", "on", "query", "fragment", "type", "extend", "input", "directive", "true", "null",
        "0", "-", "1.5", "1e", "name", "é", "😀", "\0", " ",
    ];

    [Fact]
    public void Random_bytes_are_refused_cleanly()
    {
        var random = new Random(20250901);
        for (var round = 0; round < 20_000; round++)
        {
            var body = new byte[random.Next(64)];
            random.NextBytes(body);
            ReadOrRefuse(new Source(body));
        }
    }

    [Fact]
    public void Random_scraps_of_grammar_are_read_or_refused_cleanly()
    {
        var random = new Random(505);
        for (var round = 0; round < 20_000; round++)
        {
            var scraps = Enumerable.Range(0, random.Next(1, 40)).Select(_ => Scraps[random.Next(Scraps.Length)]);
            ReadOrRefuse(new Source(string.Join(' ', scraps)));
        }
    }

    [Theory]
    [InlineData(Samples.Executable)]
    [InlineData(Samples.TypeSystem)]
    public void Damaged_documents_are_read_or_refused_cleanly(string sample)
    {
        var random = new Random(78);
        var intact = new Source(sample).Body;
        var read = 0;
        for (var round = 0; round < 3_000; round++)
        {
            var damaged = intact.ToArray();
            for (var damage = random.Next(1, 4); damage > 0; damage--)
            {
                damaged[random.Next(damaged.Length)] =
                    random.Next(3) == 0 ? (byte)random.Next(256) : intact.Span[random.Next(intact.Length)];
            }
            read += ReadOrRefuse(new Source(damaged)) ? 1 : 0;
        }
        Assert.InRange(read, 100, 2_900);
    }

    [Theory]
    [InlineData(Samples.Executable)]
    [InlineData(Samples.TypeSystem)]
    public void Every_beginning_of_a_document_is_read_or_refused_cleanly(string sample)
    {
        var body = new Source(sample).Body;
        for (var length = 0; length < body.Length; length++)
        {
            ReadOrRefuse(new Source(body[..length]));
        }
    }

    private static bool ReadOrRefuse(Source source)
    {
        Document document;
        try
        {
            document = Parser.Parse(source);
        }
        catch (GraphQLException refusal)
        {
            var error = Assert.Single(refusal.Errors);
            Assert.Contains(error.Code, new[] { ErrorCodes.Syntax, ErrorCodes.Limit });
            Assert.Single(error.Locations);
            return false;
        }
        var printed = Printer.Print(document);
        Assert.Equal(printed, Printer.Print(Parser.Parse(new Source(printed))));
        return true;
    }
}
