namespace OpenSocialMap.GraphQL.Tests.Validation;

public sealed class ValueRulesTests
{
    [Fact]
    public void A_leaf_value_fits_its_type()
    {
        Map.AssertErrors("""{ count(min: "1") }""",
            """Int cannot represent non-integer value: "1" @ 1:14""");
        Map.AssertErrors("""{ count(min: 1.0) }""",
            """Int cannot represent non-integer value: 1.0 @ 1:14""");
        Map.AssertErrors("""{ count(min: 3000000000) }""",
            """Int cannot represent non 32-bit signed integer value: 3000000000 @ 1:14""");
        Map.AssertErrors("""{ place(id: true) { name(lang: 5) } }""",
            """ID cannot represent a non-string and non-integer value: true @ 1:13""",
            """String cannot represent a non string value: 5 @ 1:32""");
        Map.AssertErrors("""{ places(free: 1) { id } }""",
            """Boolean cannot represent a non boolean value: 1 @ 1:16""");
        Map.AssertErrors("""{ places(near: {latitude: 1, longitude: "4"}) { id } }""",
            """Float cannot represent non numeric value: "4" @ 1:41""");
        Map.AssertValid("""{ places(near: {latitude: 1, longitude: 4.5e1}) { id } }""");
        Map.AssertValid("""{ place(id: 5) { name(lang: "nl") } }""");
        Map.AssertErrors("""{ place(id: {a: [1]}) { name(lang: [1, 2]) } }""",
            """ID cannot represent a non-string and non-integer value: {a: [1]} @ 1:13""",
            """String cannot represent a non string value: [1, 2] @ 1:36""");
        Map.AssertErrors("""query ($name: String) { place(id: {a: $name}) { name(lang: [$name]) } }""",
            """ID cannot represent a non-string and non-integer value: {a: $name} @ 1:35""",
            """String cannot represent a non string value: [$name] @ 1:60""");
    }

    [Fact]
    public void An_enum_value_is_written_without_quotes()
    {
        Map.AssertValid("""{ places(themes: CARE) { id } }""");
        Map.AssertErrors("""{ places(themes: [CARE, "CARE"]) { id } }""",
            """Enum "Theme" cannot represent non-enum value: "CARE". Did you mean the enum value "CARE"? @ 1:25""");
        Map.AssertErrors("""{ places(themes: [care]) { id } }""",
            """Value "care" does not exist in "Theme" enum. Did you mean the enum value "CARE"? @ 1:19""");
        Map.AssertErrors("""{ places(themes: [MEET, PARKING]) { id } }""",
            """Value "MEET" does not exist in "Theme" enum. @ 1:19""",
            """Value "PARKING" does not exist in "Theme" enum. @ 1:25""");
        Map.AssertErrors("""{ places(themes: 1) { id } }""",
            """Enum "Theme" cannot represent non-enum value: 1. @ 1:18""");
    }

    [Fact]
    public void Null_fits_only_where_it_may()
    {
        Map.AssertValid("""{ places(themes: null, near: null) { id } }""");
        Map.AssertErrors("""{ places(themes: [null]) { id } }""",
            """Expected value of type "Theme!", found null. @ 1:19""");
        Map.AssertErrors("""{ count(min: null) }""",
            """Expected value of type "Int!", found null. @ 1:14""");
        Map.AssertErrors("""{ area(by: null) { id } }""",
            """Expected value of type "AreaBy!", found null. @ 1:12""");
    }

    [Fact]
    public void An_input_object_has_the_fields_of_its_type()
    {
        Map.AssertErrors("""{ places(near: {latitude: 1}) { id } }""",
            """Field "Near.longitude" of required type "Float!" was not provided. @ 1:16""");
        Map.AssertErrors("""{ places(near: {latitude: 1, longitude: 2, withing: 3}) { id } }""",
            """Field "withing" is not defined by type "Near". Did you mean "within"? @ 1:44""");
        Map.AssertErrors("""{ places(near: {lat: 1, latitude: 1, longitude: 2}) { id } }""",
            """Field "lat" is not defined by type "Near". @ 1:17""");
        Map.AssertErrors("""{ places(near: 5) { id } }""",
            """Expected value of type "Near", found 5. @ 1:16""");
        Map.AssertErrors("""{ places(near: [1]) { id } }""",
            """Expected value of type "Near", found [1]. @ 1:16""");
        Map.AssertErrors("""{ activities(where: {and: {name: {eq: 5}}, or: [{limit: null}]}) { id } }""",
            """String cannot represent a non string value: 5 @ 1:39""",
            """Expected value of type "Int!", found null. @ 1:57""");
        Map.AssertValid("""{ activities(order: {name: ASC}) { id } }""");
    }

    [Fact]
    public void A_oneOf_input_has_exactly_one_field()
    {
        Map.AssertValid("""{ area(by: {code: "WK050501"}) { id } }""");
        Map.AssertErrors("""{ area(by: {}) { id } }""",
            """OneOf Input Object "AreaBy" must specify exactly one key. @ 1:12""");
        Map.AssertErrors("""{ area(by: {code: "x", slug: "y"}) { id } }""",
            """OneOf Input Object "AreaBy" must specify exactly one key. @ 1:12""");
        Map.AssertErrors("""{ area(by: {code: null}) { id } }""",
            """Field "AreaBy.code" must be non-null. @ 1:12""");
        Map.AssertErrors("""{ area(by: {cod: "x"}) { id } }""",
            """Field "cod" is not defined by type "AreaBy". Did you mean "code" or "id"? @ 1:13""");
        Map.AssertErrors("""{ area(by: {code: 1}) { id } }""",
            """String cannot represent a non string value: 1 @ 1:19""");
    }

    [Fact]
    public void Fields_of_one_input_object_have_different_names()
    {
        Map.AssertErrors("""{ activities(where: {name: {eq: "a", eq: "b"}, theme: CARE, theme: SPORT, and: [{name: {eq: "a"}}]}) { id } }""",
            """There can be only one input field named "eq". @ 1:29, 1:38""",
            """There can be only one input field named "theme". @ 1:48, 1:61""");
    }

    [Fact]
    public void A_default_fits_its_variable()
    {
        Map.AssertErrors("""query ($a: Int = "x", $b: [Theme!]! = [CARE, null], $c: AreaBy! = {}, $d: Near = {latitude: 1}) { count(min: """ +
            """$a) places(themes: $b, near: $d) { id } area(by: $c) { id } }""",
            """Int cannot represent non-integer value: "x" @ 1:18""",
            """Expected value of type "Theme!", found null. @ 1:46""",
            """OneOf Input Object "AreaBy" must specify exactly one key. @ 1:67""",
            """Field "Near.longitude" of required type "Float!" was not provided. @ 1:82""");
    }

    [Fact]
    public void The_value_of_an_unknown_argument_is_not_checked()
    {
        Map.AssertErrors("""{ count(max: {a: [NOPE, "x"]}) }""",
            """Unknown argument "max" on field "Query.count". Did you mean "min"? @ 1:9""");
    }
}
