namespace OpenSocialMap.GraphQL.Tests.Validation;

public sealed class DirectiveRulesTests
{
    [Fact]
    public void A_directive_is_known()
    {
        Map.AssertErrors("""{ count @unknown }""",
            """Unknown directive "@unknown". @ 1:9""");
        Map.AssertErrors("""query Q($a: Int @nope) @what { count(min: $a) ... @who { count } }""",
            """Unknown directive "@nope". @ 1:17""",
            """Unknown directive "@what". @ 1:24""",
            """Fields "count" conflict because they have differing arguments. Use different aliases on the fields to fetch """ +
                """both if this was intentional. @ 1:32, 1:58""",
            """Unknown directive "@who". @ 1:51""");
    }

    [Fact]
    public void A_directive_stands_where_it_may()
    {
        Map.AssertErrors("""query @include(if: true) { count }""",
            """Directive "@include" may not be used on QUERY. @ 1:7""");
        Map.AssertErrors("""{ count @live @deprecated }""",
            """Directive "@live" may not be used on FIELD. @ 1:9""",
            """Directive "@deprecated" may not be used on FIELD. @ 1:15""");
        Map.AssertErrors("""{ place(id: 1) { ...A @cached } } fragment A on Place @skip(if: true) { ... @cached { id } }""",
            """Directive "@cached" may not be used on FRAGMENT_SPREAD. @ 1:23""",
            """Directive "@skip" may not be used on FRAGMENT_DEFINITION. @ 1:55""",
            """Directive "@cached" may not be used on INLINE_FRAGMENT. @ 1:77""");
        Map.AssertErrors("""query ($a: Int = 1 @cached) { count(min: $a) }""",
            """Directive "@cached" may not be used on VARIABLE_DEFINITION. @ 1:20""");
        Map.AssertErrors("""mutation @cached { rename(id: 1, name: "x") { id } }""",
            """Directive "@cached" may not be used on MUTATION. @ 1:10""");
        Map.AssertValid("""subscription @live { placeChanged { ... @live { id } } }""");
    }

    [Fact]
    public void A_directive_stands_once_unless_it_is_repeatable()
    {
        Map.AssertErrors("""{ count @skip(if: true) @skip(if: false) @skip(if: true) }""",
            """The directive "@skip" can only be used once at this location. @ 1:9, 1:25""",
            """The directive "@skip" can only be used once at this location. @ 1:9, 1:42""");
        Map.AssertValid("""{ count @label(text: "a") @label(text: "b") }""");
        Map.AssertErrors("""query @cached @cached { count }""",
            """The directive "@cached" can only be used once at this location. @ 1:7, 1:15""");
        Map.AssertErrors("""{ ... @live @live { count } }""",
            """The directive "@live" can only be used once at this location. @ 1:7, 1:13""");
    }
}
