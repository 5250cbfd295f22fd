namespace OpenSocialMap.GraphQL.Tests.Validation;

public sealed class FragmentRulesTests
{
    [Fact]
    public void Fragments_have_different_names()
    {
        Map.AssertErrors("""{ place(id: 1) { ...A } } fragment A on Place { id } fragment A on Place { name }""",
            """There can be only one fragment named "A". @ 1:36, 1:63""");
    }

    [Fact]
    public void A_fragment_names_a_known_type()
    {
        Map.AssertErrors("""{ place(id: 1) { ... on Plaze { id } } }""",
            """Unknown type "Plaze". Did you mean "Place" or "Date"? @ 1:25""");
        Map.AssertErrors("""{ place(id: 1) { ...A } } fragment A on Building { id }""",
            """Unknown type "Building". @ 1:41""");
    }

    [Fact]
    public void A_fragment_stands_on_a_composite_type()
    {
        Map.AssertErrors("""{ place(id: 1) { ... on Theme { x } } }""",
            """Fragment cannot condition on non composite type "Theme". @ 1:25""");
        Map.AssertErrors("""{ place(id: 1) { ...A } } fragment A on ID { x }""",
            """Fragment "A" cannot condition on non composite type "ID". @ 1:41""");
        Map.AssertErrors("""{ place(id: 1) { ... on AreaBy { code } } }""",
            """Fragment cannot condition on non composite type "AreaBy". @ 1:25""");
        Map.AssertValid("""{ place(id: 1) { ... on Node { id } ... @include(if: true) { name } } }""");
    }

    [Fact]
    public void A_spread_names_a_fragment_of_the_document()
    {
        Map.AssertErrors("""{ place(id: 1) { ...Missing } }""",
            """Unknown fragment "Missing". @ 1:21""");
    }

    [Fact]
    public void Every_fragment_is_used()
    {
        Map.AssertErrors("""{ count } fragment A on Place { id }""",
            """Fragment "A" is never used. @ 1:11""");
        Map.AssertValid("""{ place(id: 1) { ...A } } fragment A on Place { ...B } fragment B on Place { id }""");
        Map.AssertErrors("""{ count } fragment A on Place { id ...B } fragment B on Place { id ...A }""",
            """Cannot spread fragment "A" within itself via "B". @ 1:36, 1:68""",
            """Fragment "A" is never used. @ 1:11""",
            """Fragment "B" is never used. @ 1:43""");
    }

    [Fact]
    public void A_fragment_is_spread_only_where_it_can_match()
    {
        Map.AssertValid("""{ place(id: 1) { ... on Node { id } ... on Located { address } ... on Found { __typename } } }""");
        Map.AssertErrors("""{ place(id: 1) { ... on Activity { id } } }""",
            """Fragment cannot be spread here as objects of type "Place" can never be of type "Activity". @ 1:18""");
        Map.AssertErrors("""{ place(id: 1) { ...A } } fragment A on Area { id }""",
            """Fragment "A" cannot be spread here as objects of type "Place" can never be of type "Area". @ 1:18""");
        Map.AssertErrors("""{ located { ... on Activity { id } } }""",
            """Fragment cannot be spread here as objects of type "Located" can never be of type "Activity". @ 1:13""");
        Map.AssertErrors("""{ search { ... on Area { id } ... on Located { id } } }""",
            """Fragment cannot be spread here as objects of type "Found" can never be of type "Area". @ 1:12""");
        Map.AssertErrors("""{ archived { ... on Archived { since } ... on Node { id } } }""",
            """Fragment cannot be spread here as objects of type "Archived" can never be of type "Node". @ 1:40""");
    }

    [Fact]
    public void A_fragment_does_not_spread_itself()
    {
        Map.AssertErrors("""{ place(id: 1) { ...A } } fragment A on Place { ...A }""",
            """Cannot spread fragment "A" within itself. @ 1:49""");
        Map.AssertErrors("""{ place(id: 1) { ...A } } fragment A on Place { ...B } fragment B on Place { buurt { places { ...C } } } """ +
            """fragment C on Place { ...A }""",
            """Cannot spread fragment "A" within itself via "B", "C". @ 1:49, 1:95, 1:128""");
        Map.AssertErrors("""{ place(id: 1) { ...A } } fragment A on Place { ...B ...C } fragment B on Place { ...A } fragment C on Place { """ +
            """...A }""",
            """Cannot spread fragment "A" within itself via "B". @ 1:49, 1:83""",
            """Cannot spread fragment "A" within itself via "C". @ 1:54, 1:112""");
        Map.AssertErrors("""{ place(id: 1) { ...A } } fragment A on Place { buurt { places { ...A } } ... { ...A } ...B } fragment B on """ +
            """Place { ...B ...A }""",
            """Cannot spread fragment "B" within itself. @ 1:117""",
            """Cannot spread fragment "A" within itself via "B". @ 1:88, 1:122""",
            """Cannot spread fragment "A" within itself. @ 1:81""",
            """Cannot spread fragment "A" within itself. @ 1:66""");
    }
}
