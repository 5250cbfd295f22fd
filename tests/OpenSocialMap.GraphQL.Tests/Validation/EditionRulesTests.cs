namespace OpenSocialMap.GraphQL.Tests.Validation;

/// <summary>Rules that the September 2025 edition has and version 16 of the reference implementation has not, or not wholly.</summary>
public sealed class EditionRulesTests
{
    [Fact]
    public void An_operation_needs_its_root_in_the_schema()
    {
        var schema = Types.Sdl.Build("type Query { count: Int }");

        var errors = GraphQL.Validation.Validator.Validate(schema, Map.Parse("query Q { count } mutation M { add } subscription S { added }"));

        Assert.Equal(
            ["The mutation operation is not supported by the schema.", "The subscription operation is not supported by the schema."],
            errors.Select(e => e.Message));
        Assert.Equal(new(1, 19), errors[0].Locations[0]);
        Assert.All(errors, e => Assert.Equal(ErrorCodes.Validation, e.Code));
    }

    [Fact]
    public void No_condition_can_leave_out_the_root_field_of_a_subscription()
    {
        Map.AssertErrors("""subscription S($a: Boolean!) { placeChanged @skip(if: $a) { id } activityChanged @include(if: $a) { id } }""",
            """Subscription "S" must not use `@skip` or `@include` directives in the top level selection. @ 1:45, 1:82""");
        Map.AssertErrors("""subscription { ... @include(if: true) { ...Root } } fragment Root on Subscription { placeChanged @skip(if: false) { id } }""",
            """Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection. @ 1:20, 1:98""");
        Map.AssertValid("""subscription S($a: Boolean!) { placeChanged { id @skip(if: $a) } }""");
    }

    [Fact]
    public void A_variable_inside_a_oneOf_input_is_never_null()
    {
        Map.AssertErrors("""query ($c: String) { area(by: {code: $c}) { id } }""",
            """Variable "$c" is of type "String" but must be non-nullable to be used for OneOf Input Object "AreaBy". @ 1:8, 1:38""");
        Map.AssertErrors("""query ($c: String = "x") { area(by: {code: $c}) { id } }""",
            """Variable "$c" is of type "String" but must be non-nullable to be used for OneOf Input Object "AreaBy". @ 1:8, 1:44""");
        Map.AssertValid("""query ($c: String!) { area(by: {code: $c}) { id } }""");
        Map.AssertValid("""query ($by: AreaBy!) { area(by: $by) { id } }""");
    }
}
