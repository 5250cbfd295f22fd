namespace OpenSocialMap.GraphQL.Tests.Validation;

public sealed class VariableRulesTests
{
    [Fact]
    public void Variables_of_one_operation_have_different_names()
    {
        Map.AssertErrors("""query ($a: Int, $a: String, $b: Int, $a: ID) { count(min: $b) search(text: $a) { __typename } }""",
            """There can be only one variable named "$a". @ 1:9, 1:18, 1:39""",
            """Variable "$a" of type "ID" used in position expecting type "String!". @ 1:38, 1:76""");
    }

    [Fact]
    public void A_variable_has_an_input_type()
    {
        Map.AssertErrors("""query ($a: Place, $b: [Found!]!, $c: Node) { count }""",
            """Variable "$a" cannot be non-input type "Place". @ 1:12""",
            """Variable "$b" cannot be non-input type "[Found!]!". @ 1:23""",
            """Variable "$c" cannot be non-input type "Node". @ 1:38""",
            """Variable "$a" is never used. @ 1:8""",
            """Variable "$b" is never used. @ 1:19""",
            """Variable "$c" is never used. @ 1:34""");
        Map.AssertErrors("""query ($a: Plce) { count(min: $a) }""",
            """Unknown type "Plce". Did you mean "Place"? @ 1:12""");
        Map.AssertErrors("""query ($a: [AreaBy!]) { count }""",
            """Variable "$a" is never used. @ 1:8""");
    }

    [Fact]
    public void A_variable_that_is_used_is_defined()
    {
        Map.AssertErrors("""{ place(id: $id) { id } }""",
            """Variable "$id" is not defined. @ 1:13, 1:1""");
        Map.AssertErrors("""query Q { place(id: $id) { ...A } } fragment A on Place { name(lang: $lang) }""",
            """Variable "$id" is not defined by operation "Q". @ 1:21, 1:1""",
            """Variable "$lang" is not defined by operation "Q". @ 1:70, 1:1""");
        Map.AssertErrors("""query Q($id: ID!) { place(id: $id) { ...A } } query R { place(id: 1) { ...A } } fragment A on Place { """ +
            """name(lang: $lang) }""",
            """Variable "$lang" is not defined by operation "Q". @ 1:114, 1:1""",
            """Variable "$lang" is not defined by operation "R". @ 1:114, 1:47""");
        Map.AssertErrors("""query ($a: Float!) { places(near: {latitude: $a, longitude: $b}) { id } }""",
            """Variable "$b" is not defined. @ 1:61, 1:1""");
    }

    [Fact]
    public void A_variable_that_is_defined_is_used()
    {
        Map.AssertErrors("""query ($id: ID!) { count }""",
            """Variable "$id" is never used. @ 1:8""");
        Map.AssertErrors("""query Q($id: ID!, $lang: String) { place(id: $id) { ...A } } fragment A on Place { id }""",
            """Variable "$lang" is never used in operation "Q". @ 1:19""");
        Map.AssertValid("""query Q($lang: String) { place(id: 1) { ...A } } fragment A on Place { name(lang: $lang) }""");
        Map.AssertValid("""query ($if: Boolean!) { count @include(if: $if) }""");
    }

    [Fact]
    public void A_variable_fits_where_it_is_used()
    {
        Map.AssertErrors("""query ($id: ID) { place(id: $id) { id } }""",
            """Variable "$id" of type "ID" used in position expecting type "ID!". @ 1:8, 1:29""");
        Map.AssertErrors("""query ($id: String!) { place(id: $id) { id } }""",
            """Variable "$id" of type "String!" used in position expecting type "ID!". @ 1:8, 1:34""");
        Map.AssertValid("""query ($id: ID = 1) { place(id: $id) { id } }""");
        Map.AssertErrors("""query ($id: ID = null) { place(id: $id) { id } }""",
            """Variable "$id" of type "ID" used in position expecting type "ID!". @ 1:8, 1:36""");
        Map.AssertValid("""query ($min: Int) { count(min: $min) }""");
        Map.AssertErrors("""query ($t: Theme) { places(themes: $t) { id } }""",
            """Variable "$t" of type "Theme" used in position expecting type "[Theme!]". @ 1:8, 1:36""");
        Map.AssertErrors("""query ($t: [Theme]) { places(themes: $t) { id } }""",
            """Variable "$t" of type "[Theme]" used in position expecting type "[Theme!]". @ 1:8, 1:38""");
        Map.AssertValid("""query ($t: [Theme!]!) { places(themes: $t) { id } }""");
        Map.AssertValid("""query ($t: Theme!) { places(themes: [$t, CARE]) { id } }""");
        Map.AssertValid("""query ($w: Int) { places(near: {latitude: 1, longitude: 1, within: $w}) { id } }""");
        Map.AssertErrors("""query ($a: Float) { places(near: {latitude: $a, longitude: 1}) { id } }""",
            """Variable "$a" of type "Float" used in position expecting type "Float!". @ 1:8, 1:45""");
        Map.AssertErrors("""query ($i: Boolean) { count @skip(if: $i) }""",
            """Variable "$i" of type "Boolean" used in position expecting type "Boolean!". @ 1:8, 1:39""");
        Map.AssertErrors("""query ($g: [[Int]], $h: [Int]) { a: activities(grid: $g) { id } b: activities(grid: [$h]) { id } c: """ +
            """activities(grid: $h) { id } }""",
            """Variable "$h" of type "[Int]" used in position expecting type "[[Int]]". @ 1:21, 1:118""");
        Map.AssertErrors("""query ($lang: Int) { place(id: 1) { ...A } } fragment A on Place { name(lang: $lang) }""",
            """Variable "$lang" of type "Int" used in position expecting type "String". @ 1:8, 1:79""");
    }
}
