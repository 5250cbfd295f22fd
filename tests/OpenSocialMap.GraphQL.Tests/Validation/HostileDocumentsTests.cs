namespace OpenSocialMap.GraphQL.Tests.Validation;

/// <summary>Documents that are made to be costly. Each is answered at once, by errors or by a refusal, and none overflows the stack.</summary>
public sealed class HostileDocumentsTests
{
    private static string Repeat(int count, Func<int, string> part) => string.Join(' ', Enumerable.Range(0, count).Select(part));

    // A cost that grows with the square of these documents takes minutes, and then the run is ended as one that hangs.
    private static IReadOnlyList<GraphQLError> Errors(string document) => GraphQL.Validation.Validator.Validate(Map.Schema, Map.Parse(document));

    private static void Accepted(string document) => Assert.Empty(Errors(document));

    private static void Refused(string document, string because)
    {
        var error = Errors(document)[^1];
        Assert.Equal(ErrorCodes.Limit, error.Code);
        Assert.Contains(because, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Thousands_of_the_same_leaf_are_compared_as_one() =>
        Accepted($"{{ place(id: 1) {{ {Repeat(3000, _ => "address")} }} }}");

    [Fact]
    public void Thousands_of_the_same_field_with_arguments_are_too_many_to_compare() =>
        Refused($"{{ place(id: 1) {{ {Repeat(3000, _ => "name(lang: \"nl\")")} }} }}", "50000 comparisons");

    [Fact]
    public void Thousands_of_the_same_object_are_too_many_to_compare() =>
        Refused($"{{ {Repeat(3000, _ => "place(id: 1) { buurt { name } }")} }}", "50000 comparisons");

    [Fact]
    public void A_hundred_inline_fragments_with_fifty_fields_each_are_fine() =>
        Accepted($"{{ place(id: 1) {{ {Repeat(100, _ => $"... on Place {{ {Repeat(50, i => $"a{i}: name")} }}")} }} }}");

    [Fact]
    public void A_fragment_that_doubles_itself_many_times_is_fine() =>
        Accepted($"{{ area(by: {{id: 1}}) {{ ...F0 }} }} {Repeat(30, i => $"fragment F{i} on Area {{ ...F{i + 1} ...F{i + 1} parent {{ ...F{i + 1} }} }}")} "
            + "fragment F30 on Area { name }");

    [Fact]
    public void A_chain_of_thousands_of_fragments_is_refused_before_the_stack_ends() =>
        Refused($"{{ area(by: {{id: 1}}) {{ name ...F0 }} }} {Repeat(10_000, i => $"fragment F{i} on Area {{ ...F{i + 1} name }}")} "
            + "fragment F10000 on Area { name }", "256 levels");

    [Fact]
    public void Two_chains_of_sub_selections_are_refused_before_the_stack_ends() =>
        Refused($"{{ area(by: {{id: 1}}) {{ ...F0 ...G0 }} }} "
            + Repeat(1000, i => $"fragment F{i} on Area {{ name parent {{ ...F{i + 1} }} }} fragment G{i} on Area {{ name parent {{ ...G{i + 1} }} }}")
            + " fragment F1000 on Area { name } fragment G1000 on Area { name }", "256 levels");

    [Fact]
    public void A_cycle_of_thousands_of_fragments_is_one_error_of_bounded_size()
    {
        var errors = Errors($"{{ area(by: {{id: 1}}) {{ ...F0 }} }} {Repeat(10_000, i => $"fragment F{i} on Area {{ ...F{(i + 1) % 10_000} }}")}");

        Assert.StartsWith("Cannot spread fragment \"F0\" within itself via \"F1\", ", errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fragments_that_all_spread_each_other_end_in_the_error_limit() =>
        Assert.Equal(51, Errors($"{{ area(by: {{id: 1}}) {{ ...F0 }} }} {Repeat(60, i => $"fragment F{i} on Area {{ {Repeat(60, j => $"...F{j}")} }}")}").Count);

    [Fact]
    public void Many_operations_that_share_many_fragments_are_refused() =>
        Refused($"{Repeat(1000, i => $"query Q{i} {{ area(by: {{id: 1}}) {{ ...F0 }} }}")} "
            + $"{Repeat(200, i => $"fragment F{i} on Area {{ ...F{i + 1} }}")} fragment F200 on Area {{ name }}", "50000 steps");

    [Fact]
    public void A_subscription_through_thousands_of_fragments_does_not_overflow() =>
        Accepted($"subscription {{ ...F0 }} {Repeat(10_000, i => $"fragment F{i} on Subscription {{ ...F{i + 1} }}")} "
            + "fragment F10000 on Subscription { placeChanged { id } }");

    [Fact]
    public void Introspection_through_thousands_of_fragments_does_not_overflow() =>
        Accepted($"{{ {Repeat(300, i => $"a{i}: __schema {{ ...F0 }}")} }} {Repeat(5000, i => $"fragment F{i} on __Schema {{ ...F{i + 1} }}")} "
            + "fragment F5000 on __Schema { types { name } }");

    [Fact]
    public void Thousands_of_equal_arguments_after_a_long_comment_are_located_at_once()
    {
        var error = Assert.Single(Errors($"# {new string('x', 240_000)}\n{{ count({Repeat(3000, _ => "min: 1")}) }}"));

        Assert.Equal(3000, error.Locations.Count);
        Assert.Equal(new(2, 9), error.Locations[0]);
    }

    [Fact]
    public void After_the_most_errors_one_more_says_so()
    {
        var errors = Errors($"{{ {Repeat(4000, i => $"unknown{i}")} }}");

        Assert.Equal(51, errors.Count);
        Assert.Equal("Too many validation errors, error limit reached. Validation aborted.", errors[50].Message);
        Assert.Equal("Cannot query field \"unknown49\" on type \"Query\".", errors[49].Message);
    }

    [Fact]
    public void The_deepest_document_that_parses_is_checked()
    {
        var deep = $"area(by: {{id: 1}}) {{ {Repeat(126, _ => "parent {")} name {Repeat(126, _ => "}")} }}";

        Accepted($"{{ {deep} }}");
        Accepted($"{{ {deep} {deep} }}");
    }
}
