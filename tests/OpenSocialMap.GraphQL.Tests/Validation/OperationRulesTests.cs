namespace OpenSocialMap.GraphQL.Tests.Validation;

public sealed class OperationRulesTests
{
    [Fact]
    public void A_request_holds_no_type_system()
    {
        Map.AssertErrors("""{ count } type Extra { id: ID }""",
            """The "Extra" definition is not executable. @ 1:11""");
        Map.AssertErrors("""{ count } extend type Place { x: Int }""",
            """The "Place" definition is not executable. @ 1:11""");
        Map.AssertErrors("""{ count } schema { query: Query }""",
            """The schema definition is not executable. @ 1:11""");
        Map.AssertErrors("""{ count } directive @x on FIELD""",
            """The "x" definition is not executable. @ 1:11""");
    }

    [Fact]
    public void Operations_have_different_names()
    {
        Map.AssertValid("""query A { count } query B { count }""");
        Map.AssertErrors("""query A { count } query A { count }""",
            """There can be only one operation named "A". @ 1:7, 1:25""");
        Map.AssertErrors("""query A { count } mutation A { rename(id: 1, name: "x") { id } }""",
            """There can be only one operation named "A". @ 1:7, 1:28""");
    }

    [Fact]
    public void An_operation_may_share_its_name_with_a_fragment()
    {
        Map.AssertValid("""query A { place(id: 1) { ...A } } fragment A on Place { id }""");
    }

    [Fact]
    public void An_anonymous_operation_stands_alone()
    {
        Map.AssertValid("""{ count }""");
        Map.AssertErrors("""{ count } query A { count }""",
            """This anonymous operation must be the only defined operation. @ 1:1""");
        Map.AssertErrors("""{ count } { count }""",
            """This anonymous operation must be the only defined operation. @ 1:1""",
            """This anonymous operation must be the only defined operation. @ 1:11""");
        Map.AssertValid("""{ place(id: 1) { ...P } } fragment P on Place { id }""");
    }

    [Fact]
    public void A_subscription_selects_one_root_field()
    {
        Map.AssertValid("""subscription { placeChanged { id } }""");
        Map.AssertErrors("""subscription S { placeChanged { id } activityChanged { id } }""",
            """Subscription "S" must select only one top level field. @ 1:38""");
        Map.AssertErrors("""subscription { placeChanged { id } ...More } fragment More on Subscription { a: activityChanged { id } b: """ +
            """activityChanged { id } }""",
            """Anonymous Subscription must select only one top level field. @ 1:78, 1:104""");
        Map.AssertValid("""subscription { placeChanged { id } placeChanged { address } }""");
        Map.AssertErrors("""subscription { ... on Subscription { placeChanged { id } activityChanged { id } } }""",
            """Anonymous Subscription must select only one top level field. @ 1:58""");
    }

    [Fact]
    public void A_subscription_selects_no_introspection_field()
    {
        Map.AssertErrors("""subscription { __typename }""",
            """Anonymous Subscription must not select an introspection top level field. @ 1:16""");
        Map.AssertErrors("""subscription S { t: __typename }""",
            """Subscription "S" must not select an introspection top level field. @ 1:18""");
        Map.AssertValid("""subscription { placeChanged { __typename } }""");
    }
}
