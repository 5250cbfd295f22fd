namespace OpenSocialMap.GraphQL.Tests.Validation;

public sealed class ArgumentRulesTests
{
    [Fact]
    public void An_argument_is_one_that_its_field_has()
    {
        Map.AssertErrors("""{ place(idd: 1, id: 1) { id } }""",
            """Unknown argument "idd" on field "Query.place". Did you mean "id"? @ 1:9""");
        Map.AssertErrors("""{ place(id: 1) { name(language: "nl") activities(frst: 1, wher: null) { id } } }""",
            """Unknown argument "language" on field "Place.name". Did you mean "lang"? @ 1:23""",
            """Unknown argument "frst" on field "Place.activities". Did you mean "first"? @ 1:50""",
            """Unknown argument "wher" on field "Place.activities". Did you mean "where"? @ 1:59""");
        Map.AssertErrors("""{ plaza(x: 1) }""",
            """Cannot query field "plaza" on type "Query". Did you mean "place" or "places"? @ 1:3""");
    }

    [Fact]
    public void An_argument_is_one_that_its_directive_has()
    {
        Map.AssertErrors("""query @cached(second: 1) { count }""",
            """Unknown argument "second" on directive "@cached". Did you mean "seconds"? @ 1:15""");
        Map.AssertErrors("""{ count @label(text: "a", colour: "b") }""",
            """Unknown argument "colour" on directive "@label". @ 1:27""");
        Map.AssertErrors("""{ count @skip(if: true, unless: false) }""",
            """Unknown argument "unless" on directive "@skip". @ 1:25""");
    }

    [Fact]
    public void Arguments_of_one_field_have_different_names()
    {
        Map.AssertErrors("""{ place(id: 1, id: 2, id: 3) { id } }""",
            """There can be only one argument named "id". @ 1:9, 1:16, 1:23""");
        Map.AssertErrors("""{ count @include(if: true, if: true) }""",
            """There can be only one argument named "if". @ 1:18, 1:28""");
        Map.AssertValid("""{ a: count(min: 1) b: count(min: 1) }""");
    }

    [Fact]
    public void A_required_argument_is_given()
    {
        Map.AssertErrors("""{ place { id } }""",
            """Field "place" argument "id" of type "ID!" is required, but it was not provided. @ 1:3""");
        Map.AssertErrors("""{ place(id: null) { id } }""",
            """Expected value of type "ID!", found null. @ 1:13""");
        Map.AssertErrors("""mutation { rename { id } }""",
            """Field "rename" argument "id" of type "ID!" is required, but it was not provided. @ 1:12""",
            """Field "rename" argument "name" of type "String!" is required, but it was not provided. @ 1:12""");
        Map.AssertValid("""{ count search { __typename } }""");
        Map.AssertErrors("""{ count @include }""",
            """Directive "@include" argument "if" of type "Boolean!" is required, but it was not provided. @ 1:9""");
        Map.AssertErrors("""{ count @label }""",
            """Directive "@label" argument "text" of type "String!" is required, but it was not provided. @ 1:9""");
        Map.AssertValid("""query @cached { count }""");
    }
}
