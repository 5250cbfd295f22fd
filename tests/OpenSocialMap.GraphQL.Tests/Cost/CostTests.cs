using OpenSocialMap.GraphQL.Cost;
using OpenSocialMap.GraphQL.Limits;

namespace OpenSocialMap.GraphQL.Tests.Cost;

/// <summary>Costs worked out by hand over a small social map: sizes, filters, abstract types, merging, and that variables cost what literals do.</summary>
public sealed class CostTests
{
    private static readonly Costing Map = new("""
        enum Heavy @cost(weight: "0.5") { A B }
        interface Node { id: ID! }
        type Place implements Node {
          id: ID!
          name: String
          outline: String @cost(weight: "20")
          heavy: Heavy
          activities(first: Int, last: Int, where: Filter): Activities
            @listSize(assumedSize: 20, slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)
            @cost(weight: "2")
        }
        type Activity implements Node @cost(weight: "3") { id: ID! name: String place: Place }
        type Activities { nodes: [Activity!] edges: [Edge!] totalCount: Int @cost(weight: "10") }
        type Edge { node: Activity }
        union Found = Place | Activity
        input Filter { and: [Filter!] or: [Filter!] name: Text place: Filter }
        input Text { eq: String @cost(weight: "1") in: [String] @cost(weight: "1") contains: String @cost(weight: "10") }
        type Query {
          place: Place
          node(id: ID): Node
          places(first: Int, where: Filter): [Place!] @listSize(assumedSize: 20, slicingArguments: ["first"], requireOneSlicingArgument: false) @cost(weight: "10")
          search: [Found!] @listSize(assumedSize: 4)
        }
        """);

    [Fact]
    public void The_map_obeys_the_rules() => Assert.Empty(Map.BrokenRules);

    [Fact]
    public void Without_an_argument_the_assumed_size_counts() => Map.AssertCost(10, 21, "{ places { name } }");

    [Fact]
    public void Nested_lists_multiply() =>
        // places 10 + 3 * (activities 2 + nodes 1 + 5 * place 1); Query + 3 * (Place + Activities + 5 * (Activity 3 + Place 1)).
        Map.AssertCost(10 + 3 * (2 + 1 + 5), 1 + 3 * (1 + 1 + 5 * 4), "{ places(first: 3) { activities(first: 5) { nodes { place { name } } } } }");

    [Fact]
    public void Nodes_and_edges_of_one_connection_both_count() =>
        Map.AssertCost(1 + 2 + 1 + 1 + 2 * 1 + 10, 1 + 1 + 1 + 2 * 3 + 2 * (1 + 3),
            "{ place { activities(first: 2) { nodes { id } edges { node { id } } totalCount } } }");

    [Fact]
    public void A_weight_on_a_field_counts_for_each_item() => Map.AssertCost(10 + 4 * 20, 5, "{ places(first: 4) { outline } }");

    [Fact]
    public void A_weight_on_an_enum_counts_in_the_types() => Map.AssertCost(10, 1 + 4 * 1.5, "{ places(first: 4) { heavy } }");

    [Fact]
    public void Fields_under_one_key_cost_once() =>
        Map.AssertCost(1 + 20, 2, "{ place { outline outline ...F ... { outline } } place { outline } } fragment F on Place { outline }");

    [Fact]
    public void An_alias_costs_as_much_again() => Map.AssertCost(1 + 40, 2, "{ place { outline b: outline } }");

    [Fact]
    public void Of_an_abstract_type_the_dearest_object_counts_for_each_of_the_two_costs()
    {
        Map.AssertCost(1, 4, "{ node { id } }");
        Map.AssertCost(21, 4, "{ node { ... on Place { outline } ... on Activity { name } } }");
        Map.AssertCost(1 + 4 * 20, 1 + 4 * 3, "{ search { ... on Place { outline } ... on Activity { name } } }");
    }

    [Theory]
    [InlineData("{ place @skip(if: true) { outline } }", "{}", 0, 1)]
    [InlineData("query ($on: Boolean!) { place @include(if: $on) { outline } }", """{"on":false}""", 0, 1)]
    [InlineData("query ($on: Boolean!) { place @include(if: $on) { outline } }", """{"on":true}""", 21, 2)]
    public void What_is_left_out_costs_nothing(string query, string variables, double field, double type) => Map.AssertCost(field, type, query, variables);

    [Theory]
    [InlineData("{}", 10)]
    [InlineData("{ name: { eq: null } }", 11 + 1 + 1)]
    [InlineData("{ name: { contains: \"x\" eq: \"y\" } }", 11 + 1 + 11)]
    [InlineData("{ or: [{ name: { eq: \"x\" } } { name: { contains: \"y\" } }] }", 11 + 1 + 2 + 11)]
    [InlineData("{ and: [{ or: [{ place: { name: { in: [\"a\" \"b\" \"c\"] } } }] }] }", 11 + 1 + 1 + 1 + 2)]
    [InlineData("{ and: null name: null }", 11)]
    public void A_filter_costs_what_is_in_it(string where, double field)
    {
        var expected = where == "{}" ? 11 : field;
        Map.AssertCost(expected, 21, $"{{ places(where: {where}) {{ id }} }}");
        var json = System.Text.RegularExpressions.Regex.Replace(where.Replace("[\"a\" \"b\" \"c\"]", "[\"a\",\"b\",\"c\"]").Replace("} {", "},{").Replace("\"x\" eq", "\"x\", eq").Replace("null name", "null, name"), "(\\w+):", "\"$1\":");
        Map.AssertCost(expected, 21, "query ($w: Filter) { places(where: $w) { id } }", $$"""{"w":{{json}}}""");
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("0", 0)]
    [InlineData("null", 20)]
    public void A_size_costs_the_same_in_the_document_and_in_a_variable(string first, int size)
    {
        var expected = new OperationCost(10 + 22 * size, 1 + 2 * size);
        Assert.Equal(expected, Map.Of($"{{ places(first: {first}) {{ outline activities(first: 0) {{ totalCount @skip(if: true) }} }} }}"));
        Assert.Equal(expected, Map.Of("query ($n: Int) { places(first: $n) { outline activities(first: 0) { totalCount @skip(if: true) } } }", $$"""{"n":{{first}}}"""));
    }

    [Fact]
    public void An_absent_variable_is_an_absent_argument() => Map.AssertCost(10, 21, "query ($n: Int) { places(first: $n) { id } }");

    [Fact]
    public void The_default_of_a_variable_counts() => Map.AssertCost(10, 8, "query ($n: Int = 7) { places(first: $n) { id } }");

    [Fact]
    public void One_formula_serves_all_values_of_one_shape()
    {
        const string Query = "query ($n: Int, $m: Int) { places(first: $n) { activities(first: $m) { nodes { id } } } }";
        var (formula, _) = Map.Compile(Query, """{"n":1,"m":1}""");
        foreach (var (n, m) in new[] { (1, 1), (100, 1), (1, 100), (40, 60) })
        {
            var (_, variables) = Map.Compile(Query, $$"""{"n":{{n}},"m":{{m}}}""");
            Assert.Equal(new OperationCost(10 + n * 3, 1 + n * (2 + m * 3)), formula.Evaluate(variables));
        }
    }

    [Fact]
    public void A_page_above_the_largest_counts_as_the_largest()
    {
        var map = new Costing("type A { x: Int } type Query { a(first: Int): [A] @listSize(slicingArguments: [\"first\"]) }") { Limits = new() { LargestPage = 100 } };
        map.AssertCost(1, 101, "{ a(first: 2147483647) { x } }");
        map.AssertCost(1, 101, "query ($n: Int) { a(first: $n) { x } }", """{"n":2147483647}""");
        map.AssertCost(1, 1, "{ a(first: -5) { x } }");
    }

    [Fact]
    public void Introspection_has_a_price_for_each_use() =>
        Map.AssertCost(2 * CostDirectives.SchemaWeight + CostDirectives.TypeWeight, 1,
            "{ __typename __schema { types { fields { name } } } b: __schema { types { name } } __type(name: \"Place\") { name } }");

    [Fact]
    public void Abstract_types_inside_abstract_types_are_stopped_by_the_number_of_fields()
    {
        var types = string.Join('\n', Enumerable.Range(0, 20).Select(i => $"type T{i} implements Node {{ next: Node id: ID }}"));
        var map = new Costing($"interface Node {{ next: Node id: ID }}\n{types}\ntype Query {{ next: Node }}");
        var query = string.Concat(Enumerable.Repeat("{ next ", 12)) + "{ id }" + new string('}', 12);
        var error = Assert.Throws<GraphQLException>(() => map.Of(query)).Errors[0];
        Assert.Equal(new ExceededLimit(LimitNames.Fields, 2001, 2000), error.Limit);
    }
}
