namespace OpenSocialMap.GraphQL.Tests.Validation;

public sealed class FieldRulesTests
{
    [Fact]
    public void A_field_is_one_that_its_type_has()
    {
        Map.AssertValid("""{ place(id: 1) { id name } }""");
        Map.AssertErrors("""{ place(id: 1) { nmae } }""",
            """Cannot query field "nmae" on type "Place". Did you mean "name"? @ 1:18""");
        Map.AssertErrors("""{ place(id: 1) { completelyUnknown } }""",
            """Cannot query field "completelyUnknown" on type "Place". @ 1:18""");
        Map.AssertErrors("""{ place(id: 1) { adress themez } }""",
            """Cannot query field "adress" on type "Place". Did you mean "address"? @ 1:18""",
            """Cannot query field "themez" on type "Place". Did you mean "themes"? @ 1:25""");
        Map.AssertValid("""{ search { __typename } }""");
        Map.AssertValid("""{ __schema { queryType { name } } }""");
        Map.AssertErrors("""{ place(id: 1) { __schema { queryType { name } } } }""",
            """Cannot query field "__schema" on type "Place". @ 1:18""");
        Map.AssertErrors("""mutation { __type(name: "Place") { name } }""",
            """Cannot query field "__type" on type "Mutation". @ 1:12""");
    }

    [Fact]
    public void An_unknown_field_of_an_abstract_type_names_the_types_that_have_it()
    {
        Map.AssertErrors("""{ node(id: 1) { address } }""",
            """Cannot query field "address" on type "Node". Did you mean to use an inline fragment on "Located", "Partner", or """ +
                "\"Place\"? @ 1:17");
        Map.AssertErrors("""{ node(id: 1) { capacity } }""",
            """Cannot query field "capacity" on type "Node". Did you mean to use an inline fragment on "Activity" or "Place"? """ +
                """@ 1:17""");
        Map.AssertErrors("""{ search { name } }""",
            """Cannot query field "name" on type "Found". Did you mean to use an inline fragment on "Activity", "Partner", or """ +
                "\"Place\"? @ 1:12");
        Map.AssertErrors("""{ located { capacity } }""",
            """Cannot query field "capacity" on type "Located". Did you mean to use an inline fragment on "Place"? @ 1:13""");
        Map.AssertErrors("""{ located { adress } }""",
            """Cannot query field "adress" on type "Located". Did you mean "address"? @ 1:13""");
        Map.AssertErrors("""{ search { id } }""",
            """Cannot query field "id" on type "Found". Did you mean to use an inline fragment on "Node", "Located", """ +
                "\"Activity\", \"Partner\", or \"Place\"? @ 1:12");
        Map.AssertErrors("""{ node(id: 1) { places { id } } }""",
            """Cannot query field "places" on type "Node". Did you mean to use an inline fragment on "Area"? @ 1:17""");
    }

    [Fact]
    public void Below_an_unknown_field_nothing_is_checked()
    {
        Map.AssertErrors("""{ plaza { nonsense(x: 1) { more } } }""",
            """Cannot query field "plaza" on type "Query". Did you mean "place" or "places"? @ 1:3""");
    }

    [Fact]
    public void A_leaf_has_no_selection()
    {
        Map.AssertErrors("""{ count { x } }""",
            """Field "count" must not have a selection since type "Int" has no subfields. @ 1:9""");
        Map.AssertErrors("""{ place(id: 1) { themes { x } } }""",
            """Field "themes" must not have a selection since type "[Theme!]!" has no subfields. @ 1:25""");
    }

    [Fact]
    public void A_composite_field_has_a_selection()
    {
        Map.AssertErrors("""{ place(id: 1) }""",
            """Field "place" of type "Place" must have a selection of subfields. Did you mean "place { ... }"? @ 1:3""");
        Map.AssertErrors("""{ places }""",
            """Field "places" of type "[Place!]!" must have a selection of subfields. Did you mean "places { ... }"? @ 1:3""");
        Map.AssertErrors("""{ search }""",
            """Field "search" of type "[Found!]!" must have a selection of subfields. Did you mean "search { ... }"? @ 1:3""");
        Map.AssertErrors("""{ __schema }""",
            """Field "__schema" of type "__Schema!" must have a selection of subfields. Did you mean "__schema { ... }"? @ 1:3""");
    }

    [Fact]
    public void Introspection_goes_through_few_lists()
    {
        Map.AssertValid("""{ __schema { types { name fields { name } interfaces { name } } } }""");
        Map.AssertErrors("""{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }""",
            """Maximum introspection depth exceeded @ 1:3""");
        Map.AssertErrors("""{ __schema { types { ...T } } } fragment T on __Type { fields { type { interfaces { ...U } } } } fragment U on """ +
            """__Type { possibleTypes { name } }""",
            """Maximum introspection depth exceeded @ 1:3""");
    }
}
