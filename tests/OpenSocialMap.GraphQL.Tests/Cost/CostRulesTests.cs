namespace OpenSocialMap.GraphQL.Tests.Cost;

/// <summary>A schema whose cost directives make no sense is refused, and each fault is named.</summary>
public sealed class CostRulesTests
{
    [Theory]
    [InlineData("type Query { a: Int @cost(weight: \"much\") }", "The weight of Query.a is \"much\", which is no number.")]
    [InlineData("type Query { a(b: Int @cost(weight: \"NaN\")): Int }", "The weight of Query.a(b:) is \"NaN\", which is no number.")]
    [InlineData("input I { x: Int @cost(weight: \"\") } type Query { a(b: I): Int }", "The weight of I.x is \"\", which is no number.")]
    [InlineData("type T @cost(weight: \"1e999\") { x: Int } type Query { a: T }", "The weight of T is \"1e999\", which is no number.")]
    [InlineData("interface I { x: Int @cost(weight: \"1\") } type Query implements I { x: Int }",
        "I.x is a field of an interface, which has no weight of its own: put @cost on the types that implement it.")]
    [InlineData("type Query { a: Int @listSize(assumedSize: 3) }", "Query.a has @listSize and is no list: name its lists in sizedFields.")]
    [InlineData("type C { x: Int } type Query { c: C @listSize(assumedSize: 3, sizedFields: [\"x\"]) }", "Query.c names the sized field \"x\", which is no list of C.")]
    [InlineData("type Query { a(n: String): [Int] @listSize(slicingArguments: [\"n\"]) }", "Query.a names the slicing argument \"n\", which is no argument of type Int.")]
    [InlineData("type Query { a(n: Int): [Int] @listSize(assumedSize: 1, slicingArguments: [\"n\"]) }",
        "Query.a has an assumedSize that no query could use: its slicing arguments are required or have defaults.")]
    [InlineData("type T { x: Int } type Query { a: [T] }",
        "Query.a is a list of objects and nothing says how long it can be: give it @listSize, or name it in the sizedFields of what leads to it.")]
    public void A_fault_is_named(string sdl, string message) => Assert.Equal([message], new Costing(sdl).BrokenRules);
}
