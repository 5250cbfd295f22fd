using System.Text;
using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Tests.Language;

public sealed class ParserLimitsTests
{
    [Fact]
    public void Too_many_tokens_are_refused_with_the_limit_and_a_way_out()
    {
        var limits = new ParserLimits { MaxTokens = 6 };
        Assert.Single(Parser.Parse(new Source("{ a b c d } # comments, commas,,, are free"), limits).Definitions);

        var error = Refusal.Of("{ a b\n  c d e }", limits);

        Assert.Equal("The document has at least 7 tokens and the limit is 6.", error.Message);
        Assert.Equal("Select fewer fields, name what repeats in a fragment, or send several smaller requests.", error.Hint);
        Assert.Equal(ErrorCodes.Limit, error.Code);
        Assert.Equal([new Location(2, 9)], error.Locations);
    }

    [Fact]
    public void Too_many_bytes_are_refused_with_the_limit_and_a_way_out()
    {
        var limits = new ParserLimits { MaxBytes = 8 };
        Assert.Single(Parser.Parse(new Source("{ abcd }"), limits).Definitions);

        var error = Refusal.Of("{ abcde }", limits);

        Assert.Equal("The document has 9 bytes and the limit is 8.", error.Message);
        Assert.Equal("Pass long values as variables, or send several smaller requests.", error.Hint);
        Assert.Equal(ErrorCodes.Limit, error.Code);
    }

    [Theory]
    [InlineData("{ a { b { c } } }", "{ a { b { c { d } } } }", 13)]
    [InlineData("{ a(b: [[1]]) }", "{ a(b: [[[1]]]) }", 10)]
    [InlineData("{ a(b: {c: {d: 1}}) }", "{ a(b: {c: {d: [1]}}) }", 16)]
    [InlineData("query ($a: [[[Int]]]) { a }", "query ($a: [[[[Int]]]]) { a }", 15)]
    [InlineData("{ ... { ... on A { b } } }", "{ ... { ... on A { b(c: {}) } } }", 25)]
    [InlineData("{ a @b(c: [[1]]) }", "{ a @b(c: [[[1]]]) }", 13)]
    public void Selections_lists_objects_and_list_types_share_one_count_of_nesting(string allowed, string refused, int column)
    {
        var limits = new ParserLimits { MaxDepth = 3 };
        Assert.Single(Parser.Parse(new Source(allowed), limits).Definitions);

        var error = Refusal.Of(refused, limits);

        Assert.Equal("The document is nested 4 levels deep here and the limit is 3.", error.Message);
        Assert.Equal("Select fewer levels in one request, or pass nested input as a variable.", error.Hint);
        Assert.Equal(ErrorCodes.Limit, error.Code);
        Assert.Equal([new Location(1, column)], error.Locations);
    }

    [Fact]
    public void Breadth_is_not_depth()
    {
        var text = $"{{ {string.Concat(Enumerable.Repeat("a(b: [{c: [1]}]) { d } ", 100))} }}";

        Assert.Single(Parser.Parse(new Source(text), new ParserLimits { MaxDepth = 4 }).Definitions);
    }

    [Theory]
    [InlineData("{a")]
    [InlineData("{...")]
    [InlineData("[")]
    [InlineData("{a:")]
    public void A_hundred_thousand_levels_are_refused_without_exhausting_the_stack(string level)
    {
        var nested = string.Concat(Enumerable.Repeat(level, 100_000));
        var text = level is "{a" or "{..." ? nested : $"{{ f(x: {nested}";

        Assert.Equal("The document is nested 65 levels deep here and the limit is 64.",
            Refusal.Of(text, new ParserLimits { MaxBytes = int.MaxValue, MaxTokens = int.MaxValue }).Message);
        Assert.Equal(ErrorCodes.Limit, Refusal.Of(text, ParserLimits.Trusted).Code);
        Assert.Equal(ErrorCodes.Limit, Refusal.Of(text).Code);
    }

    [Fact]
    public void A_list_type_of_a_hundred_thousand_levels_is_refused_too()
    {
        var text = new string('[', 100_000);

        Assert.Equal(ErrorCodes.Limit, Refusal.Of($"query ($a: {text}", ParserLimits.Trusted).Code);
        Assert.Equal(ErrorCodes.Limit, Assert.Throws<GraphQLException>(() => Parser.ParseType(new Source(text))).Errors[0].Code);
        Assert.Equal(ErrorCodes.Limit, Assert.Throws<GraphQLException>(() => Parser.ParseValue(new Source(text))).Errors[0].Code);
    }

    [Fact]
    public void The_deepest_trusted_document_fits_a_small_stack()
    {
        var depth = ParserLimits.Trusted.MaxDepth;
        var text = string.Concat(Enumerable.Repeat("{a", depth)) + new string('}', depth);
        string? printed = null;
        var thread = new Thread(
            () => printed = Printer.Print(Parser.Parse(new Source(text), ParserLimits.Trusted)),
            maxStackSize: 512 * 1024);

        thread.Start();
        thread.Join();

        Assert.Equal(depth, printed!.Count(c => c == '{'));
    }

    [Fact]
    public void Nobody_can_set_a_nesting_limit_that_the_stack_does_not_hold()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParserLimits { MaxDepth = 129 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParserLimits { MaxDepth = 0 });
    }

    [Fact]
    public void A_large_schema_of_our_own_is_read_whole()
    {
        var sdl = new StringBuilder();
        for (var i = 0; i < 5_000; i++)
        {
            sdl.Append("\"Type number\" type T").Append(i).Append(" { field(argument: [Int!]! = [1]): String! }\n");
        }

        Assert.Equal(5_000, Parser.Parse(new Source(sdl.ToString()), ParserLimits.Trusted).Definitions.Count);
        Assert.Equal(ErrorCodes.Limit, Refusal.Of(sdl.ToString()).Code);
    }
}
