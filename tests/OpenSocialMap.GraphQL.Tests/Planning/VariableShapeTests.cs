namespace OpenSocialMap.GraphQL.Tests.Planning;

public sealed class VariableShapeTests
{
    [Theory]
    [InlineData("Int", """{"v": 1}""", """{"v": 2}""")]
    [InlineData("String", """{"v": "a"}""", """{"v": ""}""")]
    [InlineData("Float = 1", """{"v": 2.5}""", "{}")]
    [InlineData("[Int]", """{"v": [1, 2, 3]}""", """{"v": []}""")]
    [InlineData("[Int]", """{"v": [1, null]}""", """{"v": [null, null, 3]}""")]
    [InlineData("[Int]", """{"v": 1}""", """{"v": [2]}""")]
    [InlineData("[[Float!]!]", """{"v": [[1, 2], [3]]}""", """{"v": [[4]]}""")]
    [InlineData("[Direction!]", """{"v": ["ASC"]}""", """{"v": ["DESC", "ASC"]}""")]
    [InlineData("Where", """{"v": {"name": {"eq": "a"}}}""", """{"v": {"name": {"eq": "b"}}}""")]
    [InlineData("Where", """{"v": {"limit": 20}}""", "{\"v\": {}}")]
    [InlineData("Anything", """{"v": {"a": 1}}""", """{"v": [2]}""")]
    public void Values_are_not_structure(string type, string one, string other) =>
        Assert.Equal(Variables.Shape($"$v: {type}", one), Variables.Shape($"$v: {type}", other));

    [Theory]
    [InlineData("Int", """{"v": 1}""", """{"v": null}""")]
    [InlineData("Int", """{"v": null}""", "{}")]
    [InlineData("Boolean", """{"v": true}""", """{"v": false}""")]
    [InlineData("Direction", """{"v": "ASC"}""", """{"v": "DESC"}""")]
    [InlineData("[Int]", """{"v": [1]}""", """{"v": [1, null]}""")]
    [InlineData("[[Int]]", """{"v": [[1]]}""", """{"v": [[1], [null]]}""")]
    [InlineData("[Order]", """{"v": [{"name": "ASC"}]}""", """{"v": [{"name": "ASC"}, {"name": "ASC"}]}""")]
    [InlineData("[Order]", """{"v": [{"name": "ASC"}]}""", """{"v": [null]}""")]
    [InlineData("[Order]", """{"v": [{"name": "ASC"}, {"capacity": "ASC"}]}""", """{"v": [{"capacity": "ASC"}, {"name": "ASC"}]}""")]
    [InlineData("Order", """{"v": {"name": "ASC", "capacity": "ASC"}}""", """{"v": {"capacity": "ASC", "name": "ASC"}}""")]
    [InlineData("[Order]", """{"v": [{"name": "ASC", "capacity": "ASC"}]}""", """{"v": [{"name": "ASC"}, {"capacity": "ASC"}]}""")]
    [InlineData("Where", """{"v": {"name": {"eq": "a"}}}""", """{"v": {"name": {"contains": "a"}}}""")]
    [InlineData("Where", """{"v": {"name": {"eq": "a"}}}""", """{"v": {"name": {"eq": null}}}""")]
    [InlineData("Where", """{"v": {"name": {}}}""", """{"v": {"name": null}}""")]
    [InlineData("Where", """{"v": {"free": true}}""", """{"v": {"free": false}}""")]
    [InlineData("Where", """{"v": {"and": [{"name": {"eq": "a"}}]}}""", """{"v": {"or": [{"name": {"eq": "a"}}]}}""")]
    public void Structure_tells_apart(string type, string one, string other) =>
        Assert.NotEqual(Variables.Shape($"$v: {type}", one), Variables.Shape($"$v: {type}", other));

    [Fact]
    public void Which_variable_is_absent_is_structure() =>
        Assert.NotEqual(Variables.Shape("$a: Int, $b: Int", """{"a": 1}"""), Variables.Shape("$a: Int, $b: Int", """{"b": 1}"""));

    [Fact]
    public void The_shape_is_short_and_readable()
    {
        var shape = Variables.Shape(
            "$id: ID, $first: Int, $free: Boolean, $sort: Direction, $tags: [String], $where: Where, $order: [Order!]",
            """{"id": 1, "first": null, "free": true, "sort": "ASC", "tags": ["a"], "where": {"name": {"in": [null]}}, "order": [{"name": "DESC"}]}""");

        Assert.Equal("vnt=ASC;l{name:{in:L}limit:v}[{name:=DESC;}]", shape);
    }

    [Fact]
    public void An_absent_variable_has_a_shape_of_its_own() => Assert.Equal("-v", Variables.Shape("$a: Int, $b: Int", """{"b": 1}"""));
}
