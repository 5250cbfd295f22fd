namespace OpenSocialMap.GraphQL.Tests.Validation;

public sealed class OverlappingFieldsTests
{
    [Fact]
    public void The_same_field_may_be_selected_twice()
    {
        Map.AssertValid("""{ count count }""");
        Map.AssertValid("""{ place(id: 1) { id } place(id: 1) { name } }""");
        Map.AssertValid("""{ place(id: 1) { name(lang: "nl") name(lang: "nl") } }""");
        Map.AssertValid("""{ activities(where: {theme: CARE, limit: 1}) { id } activities(where: {limit: 1, theme: CARE}) { name } }""");
    }

    [Fact]
    public void One_response_name_is_one_field()
    {
        Map.AssertErrors("""{ place(id: 1) { name: address name } }""",
            """Fields "name" conflict because "address" and "name" are different fields. Use different aliases on the fields """ +
                """to fetch both if this was intentional. @ 1:18, 1:32""");
        Map.AssertErrors("""{ place(id: 1) { a: name a: address a: id } }""",
            """Fields "a" conflict because "name" and "address" are different fields. Use different aliases on the fields to """ +
                """fetch both if this was intentional. @ 1:18, 1:26""",
            """Fields "a" conflict because "name" and "id" are different fields. Use different aliases on the fields to fetch """ +
                """both if this was intentional. @ 1:18, 1:37""",
            """Fields "a" conflict because "address" and "id" are different fields. Use different aliases on the fields to """ +
                """fetch both if this was intentional. @ 1:26, 1:37""");
        Map.AssertErrors("""{ place(id: 1) { id: name ...A } } fragment A on Place { id }""",
            """Fields "id" conflict because "name" and "id" are different fields. Use different aliases on the fields to fetch """ +
                """both if this was intentional. @ 1:18, 1:58""");
    }

    [Fact]
    public void One_response_name_has_one_set_of_arguments()
    {
        Map.AssertErrors("""{ place(id: 1) { name(lang: "nl") name(lang: "en") } }""",
            """Fields "name" conflict because they have differing arguments. Use different aliases on the fields to fetch both """ +
                """if this was intentional. @ 1:18, 1:35""");
        Map.AssertErrors("""{ place(id: 1) { name(lang: "nl") name } }""",
            """Fields "name" conflict because they have differing arguments. Use different aliases on the fields to fetch both """ +
                """if this was intentional. @ 1:18, 1:35""");
        Map.AssertErrors("""{ place(id: 1) { id } place(id: "1") { id } }""",
            """Fields "place" conflict because they have differing arguments. Use different aliases on the fields to fetch """ +
                """both if this was intentional. @ 1:3, 1:23""");
        Map.AssertErrors("""query ($a: Int) { a: count(min: $a) a: count(min: 1) }""",
            """Fields "a" conflict because they have differing arguments. Use different aliases on the fields to fetch both if """ +
                """this was intentional. @ 1:19, 1:37""");
    }

    [Fact]
    public void Fields_that_never_meet_may_differ()
    {
        Map.AssertErrors("""{ search { ... on Place { a: name } ... on Activity { a: id } } }""",
            """Fields "a" conflict because they return conflicting types "String" and "ID!". Use different aliases on the """ +
                """fields to fetch both if this was intentional. @ 1:27, 1:55""");
        Map.AssertValid("""{ search { ... on Place { a: address } ... on Partner { a: name(lang: "nl") } } }""");
    }

    [Fact]
    public void Fields_that_never_meet_still_return_one_shape()
    {
        Map.AssertErrors("""{ search { ... on Place { capacity } ... on Activity { capacity } } }""",
            """Fields "capacity" conflict because they return conflicting types "Int" and "Int!". Use different aliases on the """ +
                """fields to fetch both if this was intentional. @ 1:27, 1:56""");
        Map.AssertErrors("""{ search { ... on Place { a: floors } ... on Activity { a: capacity } } }""",
            """Fields "a" conflict because they return conflicting types "[Int!]" and "Int!". Use different aliases on the """ +
                """fields to fetch both if this was intentional. @ 1:27, 1:57""");
        Map.AssertErrors("""{ search { ... on Place { a: buurt { x: name } } ... on Activity { a: place { x: capacity } } } }""",
            """Fields "a" conflict because subfields "x" conflict because they return conflicting types "String" and "Int". """ +
                """Use different aliases on the fields to fetch both if this was intentional. @ 1:27, 1:38, 1:68, 1:79""");
        Map.AssertErrors("""{ search { ... on Place { themes } ... on Activity { themes } } }""",
            """Fields "themes" conflict because they return conflicting types "[Theme!]!" and "[Theme]". Use different aliases """ +
                """on the fields to fetch both if this was intentional. @ 1:27, 1:54""");
    }

    [Fact]
    public void An_interface_may_share_an_object_with_anything()
    {
        Map.AssertErrors("""{ node(id: 1) { ... on Place { a: name } ... on Located { a: address } } }""",
            """Fields "a" conflict because "name" and "address" are different fields. Use different aliases on the fields to """ +
                """fetch both if this was intentional. @ 1:32, 1:59""");
        Map.AssertErrors("""{ search { ... on Place { a: name } ... on Located { a: address } } }""",
            """Fields "a" conflict because "name" and "address" are different fields. Use different aliases on the fields to """ +
                """fetch both if this was intentional. @ 1:27, 1:54""");
    }

    [Fact]
    public void Conflicts_below_are_reported_where_they_begin()
    {
        Map.AssertErrors("""{ place(id: 1) { buurt { a: name } } place(id: 1) { buurt { a: id } } }""",
            """Fields "place" conflict because subfields "buurt" conflict because subfields "a" conflict because "name" and """ +
                "\"id\" are different fields. Use different aliases on the fields to fetch both if this was intentional. @ 1:3, " +
                """1:18, 1:26, 1:38, 1:53, 1:61""");
        Map.AssertErrors("""{ a: place(id: 1) { x: name y: id } a: place(id: 1) { x: id y: name } }""",
            """Fields "a" conflict because subfields "x" conflict because "name" and "id" are different fields and subfields """ +
                "\"y\" conflict because \"id\" and \"name\" are different fields. Use different aliases on the fields to fetch both if " +
                """this was intentional. @ 1:3, 1:21, 1:29, 1:37, 1:55, 1:61""");
        Map.AssertErrors("""{ place(id: 1) { buurt { ...A } buurt { name: id } } } fragment A on Area { name parent { ...B } } fragment B """ +
            """on Area { id }""",
            """Fields "buurt" conflict because subfields "name" conflict because "id" and "name" are different fields. Use """ +
                """different aliases on the fields to fetch both if this was intentional. @ 1:18, 1:41, 1:33, 1:77""");
    }

    [Fact]
    public void Conflicts_between_fragments_are_found_once()
    {
        Map.AssertErrors("""{ place(id: 1) { ...A ...B } } fragment A on Place { x: name } fragment B on Place { x: id }""",
            """Fields "x" conflict because "name" and "id" are different fields. Use different aliases on the fields to fetch """ +
                """both if this was intentional. @ 1:54, 1:86""");
        Map.AssertErrors("""{ place(id: 1) { ...A ...B ...C } } fragment A on Place { x: name } fragment B on Place { x: id } fragment C on """ +
            """Place { x: address }""",
            """Fields "x" conflict because "name" and "id" are different fields. Use different aliases on the fields to fetch """ +
                """both if this was intentional. @ 1:59, 1:91""",
            """Fields "x" conflict because "name" and "address" are different fields. Use different aliases on the fields to """ +
                """fetch both if this was intentional. @ 1:59, 1:121""",
            """Fields "x" conflict because "id" and "address" are different fields. Use different aliases on the fields to """ +
                """fetch both if this was intentional. @ 1:91, 1:121""");
        Map.AssertErrors("""{ place(id: 1) { ...A } } fragment A on Place { x: name ...B } fragment B on Place { ...C } fragment C on Place """ +
            """{ x: id }""",
            """Fields "x" conflict because "name" and "id" are different fields. Use different aliases on the fields to fetch """ +
                """both if this was intentional. @ 1:49, 1:115""");
    }

    [Fact]
    public void Fragments_that_spread_each_other_come_to_an_end()
    {
        Map.AssertErrors("""{ place(id: 1) { ...A name: id } } fragment A on Place { name ...B } fragment B on Place { ...A }""",
            """Fields "name" conflict because "id" and "name" are different fields. Use different aliases on the fields to """ +
                """fetch both if this was intentional. @ 1:23, 1:58""",
            """Cannot spread fragment "A" within itself via "B". @ 1:63, 1:92""");
    }
}
