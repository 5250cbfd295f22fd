namespace OpenSocialMap.GraphQL.Tests.Cost;

/// <summary>The worked examples of the cost specification. https://ibm.github.io/graphql-specs/cost-spec.html</summary>
public sealed class SpecificationExampleTests
{
    [Fact]
    public void Five_users_with_their_ages_cost_eleven() =>
        new Costing("""
            type User { name: String age: Int @cost(weight: "2.0") }
            type Query { users(max: Int): [User] @listSize(slicingArguments: ["max"]) }
            """).AssertCost(field: 11, type: 6, "{ users(max: 5) { age } }");

    [Fact]
    public void An_argument_adds_its_weight_when_it_is_given()
    {
        var costing = new Costing("""
            input Filter { field: Boolean! }
            type Query { topProducts(filter: Filter @cost(weight: "15.0")): [String] @cost(weight: "5.0") @listSize(assumedSize: 10) }
            """);
        costing.AssertCost(field: 5, type: 1, "{ topProducts }");
        costing.AssertCost(field: 20, type: 1, "{ topProducts(filter: { field: true }) }");
    }

    [Fact]
    public void A_negative_weight_lowers_a_field() =>
        new Costing("""
            input Approximate { field: Boolean! }
            type Product { name: String }
            type Query { mostPopularProduct(approx: Approximate @cost(weight: "-3.0")): Product @cost(weight: "5.0") }
            """).AssertCost(field: 2, type: 2, "{ mostPopularProduct(approx: { field: true }) { name } }");

    [Fact]
    public void No_field_costs_less_than_nothing() =>
        new Costing("""
            input Approximate { field: Boolean! }
            type Query { a(approx: Approximate @cost(weight: "-30")): Int @cost(weight: "5") b: Int @cost(weight: "4") }
            """).AssertCost(field: 4, type: 1, "{ a(approx: { field: true }) b }");

    [Fact]
    public void An_input_field_adds_its_weight_to_the_argument() =>
        new Costing("""
            input Filter { approx: Approximate @cost(weight: "-12.0") }
            input Approximate { field: Boolean! }
            type Query { topProducts(filter: Filter @cost(weight: "15.0")): [String] @cost(weight: "5.0") @listSize(assumedSize: 10) }
            """).AssertCost(field: 8, type: 1, "{ topProducts(filter: { approx: { field: true } }) }");

    [Fact]
    public void An_argument_of_a_directive_adds_its_weight_to_the_field() =>
        new Costing("""
            directive @approx(tolerance: Float! @cost(weight: "-1.0")) on FIELD
            type Query { count: Int @cost(weight: "5") }
            """).AssertCost(field: 4, type: 1, "{ count @approx(tolerance: 0.1) }");

    [Fact]
    public void Of_several_slicing_arguments_the_largest_counts() =>
        new Costing("""
            type Film { title: String }
            type Query { films(first: Int, last: Int): [Film] @listSize(slicingArguments: ["first", "last"], requireOneSlicingArgument: false) }
            """).AssertCost(field: 1, type: 8, "{ films(first: 3, last: 7) { title } }");

    [Fact]
    public void A_connection_has_the_size_in_its_edges() =>
        new Costing("""
            type Film { title: String @cost(weight: "3") }
            type FilmEdge { cursor: ID node: Film }
            type PageInfo { endCursor: ID }
            type FilmConnection { edges: [FilmEdge] pageInfo: PageInfo }
            type Query { films(first: Int, after: ID, last: Int, before: ID): FilmConnection @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges"]) }
            """)
            // films 1 + edges 1 + pageInfo 1 + four times (node 1 + title 3); Query, connection, page and four times edge and film.
            .AssertCost(field: 19, type: 11, "{ films(first: 4) { edges { node { title } } pageInfo { endCursor } } }");

    [Fact]
    public void A_default_of_the_schema_counts_as_given() =>
        new Costing("""
            type Film { title: String }
            type Query { films(first: Int = 6): [Film] @listSize(slicingArguments: ["first"]) }
            """).AssertCost(field: 1, type: 7, "{ films { title } }");

    [Fact]
    public void One_slicing_argument_can_be_required()
    {
        var costing = new Costing("""
            type Film { title: String }
            type Query { films(first: Int, last: Int): [Film] @listSize(slicingArguments: ["first", "last"]) }
            """);
        Assert.Equal("Field \"films\" needs exactly one of these arguments: first, last.",
            Assert.Throws<GraphQLException>(() => costing.Of("{ films { title } }")).Message);
        Assert.Throws<GraphQLException>(() => costing.Of("{ films(first: 1, last: 1) { title } }"));
    }
}
