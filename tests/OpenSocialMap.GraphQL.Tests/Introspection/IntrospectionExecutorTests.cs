using System.Text.Json;
using System.Text.Json.Nodes;
using OpenSocialMap.GraphQL.Tests.Types;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Tests.Introspection;

public sealed class IntrospectionExecutorTests
{
    private static readonly Schema Map = Sdl.Build(Golden.Read("../Types/map.graphql"));

    /// <summary>The file has been given to the reference implementation, which makes of it the same schema as of the SDL.</summary>
    [Fact]
    public void The_standard_query_tells_the_whole_schema() =>
        Golden.Equal("map.introspection.json", IntrospectionQuery.Run(Map, IntrospectionQuery.Standard, indented: true) + "\n");

    [Theory]
    [InlineData("{ __type(name: \"Nothing\") { name } }", """{"__type":null}""")]
    [InlineData("{ __type(name: \"Query\") { __typename kind name } }", """{"__type":{"__typename":"__Type","kind":"OBJECT","name":"Query"}}""")]
    [InlineData("{ a: __type(name: \"Date\") { n: name } b: __type(name: \"Kind\") { k: kind } }", """{"a":{"n":"Date"},"b":{"k":"ENUM"}}""")]
    [InlineData("{ __schema { __typename s: subscriptionType { name } mutationType { name } } }",
        """{"__schema":{"__typename":"__Schema","s":null,"mutationType":{"name":"Change"}}}""")]
    [InlineData("{ __type(name: \"__Type\") { kind fields { name } } }",
        """{"__type":{"kind":"OBJECT","fields":[{"name":"kind"},{"name":"name"},{"name":"description"},{"name":"specifiedByURL"},{"name":"fields"},{"name":"interfaces"},{"name":"possibleTypes"},{"name":"enumValues"},{"name":"inputFields"},{"name":"ofType"},{"name":"isOneOf"}]}}""")]
    public void Types_are_found_by_name(string query, string answer) => Assert.Equal(answer, IntrospectionQuery.Run(Map, query));

    [Theory]
    [InlineData("Kind", "enumValues", "PLACE,ACTIVITY", "PLACE,ACTIVITY,VENUE")]
    [InlineData("MeetingPlaceFilterInput", "inputFields", "and,or,name,kind", "and,or,name,kind,venue")]
    [InlineData("Query", "fields", "node,nodes,meetingPlace,meetingPlaces,search", "node,nodes,meetingPlace,meetingPlaces,search,places")]
    public void Deprecated_elements_are_told_only_when_asked_for(string type, string list, string without, string with)
    {
        Assert.Equal(without, Names(list));
        Assert.Equal(without, Names($"{list}(includeDeprecated: false)"));
        Assert.Equal(with, Names($"{list}(includeDeprecated: true)"));

        string Names(string selection) =>
            string.Join(',', Ask(type, $"l: {selection} {{ name }}")["l"]!.AsArray().Select(n => (string)n!["name"]!));
    }

    [Fact]
    public void Deprecated_arguments_are_told_only_when_asked_for()
    {
        var fields = Ask("Query", "fields { name few: args { name } all: args(includeDeprecated: true) { name isDeprecated deprecationReason } }")["fields"]!;
        var places = fields.AsArray().Single(f => (string)f!["name"]! == "meetingPlaces")!;

        Assert.DoesNotContain(places["few"]!.AsArray(), a => (string)a!["name"]! == "page");
        Assert.Equal("""{"name":"page","isDeprecated":true,"deprecationReason":"Use \u0060after\u0060."}""", places["all"]!.AsArray()[^1]!.ToJsonString());
    }

    [Fact]
    public void Lists_and_non_nulls_unfold_from_the_outside()
    {
        var type = Ask("Query", "fields { name type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { name } } } } } }")["fields"]!
            .AsArray().Single(f => (string)f!["name"]! == "search")!["type"]!;

        Assert.Equal(
            """{"kind":"NON_NULL","name":null,"ofType":{"kind":"LIST","name":null,"ofType":{"kind":"NON_NULL","name":null,"ofType":{"kind":"UNION","name":"SearchResult","ofType":null}}}}""",
            type.ToJsonString());
    }

    [Fact]
    public void Fields_of_other_kinds_of_types_are_null()
    {
        const string Everything = "specifiedByURL fields { name } interfaces { name } possibleTypes { name } enumValues { name } inputFields { name } ofType { name } isOneOf";

        Assert.Equal(["specifiedByURL"], Known("Geometry"));
        Assert.Equal([], Known("Date"));
        Assert.Equal(["fields", "interfaces"], Known("Activity"));
        Assert.Equal(["fields", "interfaces", "possibleTypes"], Known("Named"));
        Assert.Equal(["possibleTypes"], Known("SearchResult"));
        Assert.Equal(["enumValues"], Known("Kind"));
        Assert.Equal(["inputFields", "isOneOf"], Known("MeetingPlaceBy"));

        IEnumerable<string> Known(string type) => Ask(type, Everything).Where(e => e.Value is not null).Select(e => e.Key);
    }

    [Fact]
    public void Possible_types_are_the_objects_of_an_interface_or_union()
    {
        Assert.Equal("""{"possibleTypes":[{"name":"MeetingPlace"},{"name":"Activity"}]}""", Ask("Node", "possibleTypes { name }").ToJsonString());
        Assert.Equal("""{"possibleTypes":[{"name":"MeetingPlace"}]}""", Ask("Named", "possibleTypes { name }").ToJsonString());
        Assert.Equal("""{"possibleTypes":[{"name":"MeetingPlace"},{"name":"Activity"}]}""", Ask("SearchResult", "possibleTypes { name }").ToJsonString());
    }

    [Fact]
    public void Defaults_are_written_as_graphql()
    {
        var fields = Ask("SuggestionInput", "inputFields { name defaultValue }")["inputFields"]!.AsArray();

        Assert.Equal([null, "null", "[[\"a\", \"b\"], []]", "-1.5e3"], fields.Select(f => (string?)f!["defaultValue"]));
    }

    private static JsonObject Ask(string type, string selections) =>
        JsonNode.Parse(IntrospectionQuery.Run(Map, $"{{ __type(name: {JsonSerializer.Serialize(type)}) {{ {selections} }} }}"))!["__type"]!.AsObject();
}
