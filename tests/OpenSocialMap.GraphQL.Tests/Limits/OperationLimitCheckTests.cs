using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Limits;

namespace OpenSocialMap.GraphQL.Tests.Limits;

/// <summary>What an operation comes to by its shape, and that a bomb of fragments is measured without being written out.</summary>
public sealed class OperationLimitCheckTests
{
    private static readonly OperationLimits None = new()
    {
        MaxDepth = 0, MaxFields = 0, MaxRootFields = 0, MaxAliases = -1, MaxDirectives = -1, MaxDirectivesPerPlace = -1, MaxVariables = -1,
    };

    /// <summary>Every measure, by its name: the limits are so low that each is exceeded.</summary>
    private static Dictionary<string, double> Measure(string text) =>
        Check(text, None).Select(error => error.Limit!).ToDictionary(limit => limit.Name, limit => limit.Value);

    private static IReadOnlyList<GraphQLError> Check(string text, OperationLimits limits) =>
        OperationLimitCheck.Check(Parser.Parse(new Source(text), ParserLimits.Trusted), limits);

    [Theory]
    [InlineData("{ a }", 1, 1, 1)]
    [InlineData("{ a { b { c } } d }", 3, 4, 2)]
    [InlineData("{ ... { a { b } } ...F } fragment F on T { c ...G } fragment G on T { d { e { f } } }", 3, 6, 3)]
    [InlineData("{ a { ...F } b { ...F } } fragment F on T { c { d } }", 3, 6, 2)]
    [InlineData("{ ...F ...F a } fragment F on T { b c }", 1, 5, 5)]
    public void Depth_fields_and_root_fields_are_counted_with_fragments_written_out(string text, int depth, int fields, int root)
    {
        var measure = Measure(text);
        Assert.Equal((depth, fields, root), (measure[LimitNames.Depth], measure[LimitNames.Fields], measure[LimitNames.RootFields]));
    }

    [Fact]
    public void Aliases_directives_and_variables_are_counted_wherever_they_stand()
    {
        var measure = Measure("query ($a: Int @d, $b: Int) @d @d { x: a @d ...F @d ... @d @d @d { y: b } } fragment F on T @d { z: c @d }");
        Assert.Equal((3, 10, 3, 2), (measure[LimitNames.Aliases], measure[LimitNames.Directives], measure[LimitNames.DirectivesPerPlace], measure[LimitNames.Variables]));
    }

    [Fact]
    public void Each_limit_names_itself_its_value_and_a_way_out()
    {
        var error = Assert.Single(Check("query A { a } query B { a { b { c } } }", new OperationLimits { MaxDepth = 2 }));
        Assert.Equal("The operation is 3 levels deep, and the limit is 2.", error.Message);
        Assert.Equal(new ExceededLimit(LimitNames.Depth, 3, 2), error.Limit);
        Assert.Equal(ErrorCodes.Limit, error.Code);
        Assert.NotNull(error.Hint);
        Assert.Equal([new(1, 15)], error.Locations);
    }

    [Fact]
    public void A_bomb_that_doubles_in_each_of_a_hundred_fragments_is_measured_at_once()
    {
        var bomb = "{ ...F0 }" + string.Concat(Enumerable.Range(0, 100).Select(i => $" fragment F{i} on T {{ a {{ ...F{i + 1} }} b {{ ...F{i + 1} }} }}")) + " fragment F100 on T { x: leaf @d }";
        var document = Parser.Parse(new Source(bomb));
        OperationLimitCheck.Check(document, new OperationLimits());
        var before = GC.GetAllocatedBytesForCurrentThread();
        var errors = OperationLimitCheck.Check(document, new OperationLimits());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
        Assert.Equal([LimitNames.Depth, LimitNames.Fields, LimitNames.Aliases, LimitNames.Directives], errors.Select(e => e.Limit!.Name));
        Assert.Equal(1_000_000_000, errors[1].Limit!.Value);
    }

    [Fact]
    public void A_chain_of_ten_thousand_fragments_takes_no_stack()
    {
        var chain = "{ ...F0 }" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $" fragment F{i} on T {{ ...F{i + 1} }}")) + " fragment F10000 on T { a }";
        Assert.Empty(Check(chain, new OperationLimits()));
    }

    [Theory]
    [InlineData("{ ...F } fragment F on T { a { ...F } }")]
    [InlineData("{ ...A } fragment A on T { ...B } fragment B on T { b ...C } fragment C on T { ...A ...A }")]
    [InlineData("{ ...Missing }")]
    public void Cycles_and_unknown_fragments_are_left_to_validation(string text) => Assert.Empty(Check(text, new OperationLimits()));
}
