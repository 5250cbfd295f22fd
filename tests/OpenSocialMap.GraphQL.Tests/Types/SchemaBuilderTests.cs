using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Tests.Types;

public sealed class SchemaBuilderTests
{
    [Fact]
    public void Types_of_several_documents_refer_to_each_other()
    {
        var schema = Sdl.Build("type Query { place: Place }", "type Place { name: String! }");

        var place = schema.Query.Fields.Find("place")!.Type;

        Assert.Same(schema.FindType("Place"), place);
        Assert.Equal("String!", ((ObjectType)place).Fields.Find("name")!.Type.ToString());
    }

    [Fact]
    public void Extensions_add_to_what_they_extend_wherever_they_stand()
    {
        var schema = Sdl.Build(
            "extend type Query { b: U  c(x: I, k: Kind): Int } extend union U = B extend enum Kind { TWO } extend input I { second: Int }",
            """
            directive @mark repeatable on OBJECT | SCALAR
            type Query @mark { a: Int }
            extend type Query implements Named @mark { name: String }
            interface Named { name: String }
            union U = A
            type A { a: Int }
            type B { b: Int }
            enum Kind { ONE }
            input I { first: Int }
            scalar Date
            extend scalar Date @mark
            """);

        Assert.Equal(["a", "b", "c", "name"], schema.Query.Fields.Select(f => f.Name));
        Assert.Equal(["Named"], schema.Query.Interfaces.Select(i => i.Name));
        Assert.Equal(["mark", "mark"], schema.Query.Directives.Select(d => d.Name.Value));
        Assert.Equal(["A", "B"], ((UnionType)schema.FindType("U")!).Members.Select(m => m.Name));
        Assert.Equal(["ONE", "TWO"], ((EnumType)schema.FindType("Kind")!).Values.Select(v => v.Name));
        Assert.Equal(["first", "second"], ((InputObjectType)schema.FindType("I")!).Fields.Select(f => f.Name));
        Assert.Single(schema.FindType("Date")!.Directives);
    }

    [Fact]
    public void Root_types_have_their_customary_names_unless_the_schema_says_otherwise()
    {
        var customary = Sdl.Build("type Query { a: Int } type Mutation { b: Int } type Subscription { c: Int }");
        Assert.Equal("Mutation", customary.Root(OperationKind.Mutation)!.Name);
        Assert.Equal("Subscription", customary.Root(OperationKind.Subscription)!.Name);

        var renamed = Sdl.Build("schema { query: Start } type Start { a: Int } type Mutation { b: Int }");
        Assert.Equal("Start", renamed.Query.Name);
        Assert.Null(renamed.Mutation);

        var extended = Sdl.Build("type Query { a: Int } type Change { b: Int } extend schema { mutation: Change }");
        Assert.Equal("Query", extended.Query.Name);
        Assert.Equal("Change", extended.Mutation!.Name);
    }

    [Fact]
    public void Descriptions_defaults_and_deprecations_are_read()
    {
        var schema = Sdl.Build(
            """
            "All of it." schema { query: Query }
            "The way in."
            type Query {
              "Old." old("How many." n: Int = 10, less: Int @deprecated(reason: "use n")): Int @deprecated
            }
            enum Kind { OLD @deprecated(reason: "gone") NEW }
            """);
        var old = schema.Query.Fields.Find("old")!;

        Assert.Equal("All of it.", schema.Description);
        Assert.Equal("The way in.", schema.Query.Description);
        Assert.Equal("Old.", old.Description);
        Assert.Equal("No longer supported", old.DeprecationReason);
        Assert.Equal("How many.", old.Argument("n")!.Description);
        Assert.Equal("10", ((IntValue)old.Argument("n")!.Default!).Text);
        Assert.Null(old.Argument("n")!.DeprecationReason);
        Assert.Equal("use n", old.Argument("less")!.DeprecationReason);
        Assert.Equal(["gone", null], ((EnumType)schema.FindType("Kind")!).Values.Select(v => v.DeprecationReason));
    }

    [Fact]
    public void OneOf_and_specifiedBy_are_read()
    {
        var schema = Sdl.Build(
            """
            type Query { place(by: By, at: At): Int }
            input By @oneOf { id: ID slug: String }
            input At { date: Date }
            scalar Date @specifiedBy(url: "https://example.org/date")
            """);

        Assert.True(((InputObjectType)schema.FindType("By")!).IsOneOf);
        Assert.False(((InputObjectType)schema.FindType("At")!).IsOneOf);
        Assert.Equal("https://example.org/date", ((ScalarType)schema.FindType("Date")!).SpecifiedBy);
    }

    [Fact]
    public void Every_schema_holds_the_built_in_scalars_directives_and_introspection_types()
    {
        var schema = Sdl.Build("type Query { a: Int }");

        Assert.Equal(
            ["Query", "Int", "Float", "String", "Boolean", "ID", "__Schema", "__Type", "__TypeKind", "__Field", "__InputValue",
                "__EnumValue", "__Directive", "__DirectiveLocation"],
            schema.Types.Select(t => t.Name));
        Assert.Equal(["skip", "include", "deprecated", "specifiedBy", "oneOf"], schema.Directives.Select(d => d.Name));
        Assert.All(schema.Types.Skip(1), t => Assert.True(t.IsBuiltIn && !string.IsNullOrEmpty(t.Description)));
        Assert.False(schema.Query.IsBuiltIn);
    }

    [Fact]
    public void Every_element_of_introspection_is_described()
    {
        var schema = Sdl.Build("type Query { a: Int }");
        var introspection = schema.Types.Where(t => t.IsIntrospection).ToList();
        var fields = introspection.OfType<ObjectType>().SelectMany(t => t.Fields).ToList();

        Assert.All(fields, f => Assert.False(string.IsNullOrEmpty(f.Description), f.Name));
        Assert.All(fields.SelectMany(f => f.Arguments), a => Assert.False(string.IsNullOrEmpty(a.Description), a.Name));
        Assert.All(introspection.OfType<EnumType>().SelectMany(t => t.Values), v => Assert.False(string.IsNullOrEmpty(v.Description), v.Name));
        Assert.All(schema.Directives.SelectMany(d => d.Arguments), a => Assert.False(string.IsNullOrEmpty(a.Description), a.Name));
    }

    [Fact]
    public void Meta_fields_are_found_where_the_specification_puts_them()
    {
        var schema = Sdl.Build("type Query { u: U } type A { a: Int } union U = A");
        var a = (ObjectType)schema.FindType("A")!;

        Assert.Equal("__Schema!", schema.FindField(schema.Query, "__schema")!.Type.ToString());
        Assert.Equal("__Type", schema.FindField(schema.Query, "__type")!.Type.ToString());
        Assert.Equal("String!", schema.FindField(schema.Query, "__type")!.Argument("name")!.Type.ToString());
        Assert.Null(schema.FindField(a, "__schema"));
        Assert.Null(schema.FindField(a, "__type"));
        Assert.Equal("String!", schema.FindField((UnionType)schema.FindType("U")!, "__typename")!.Type.ToString());
        Assert.Same(schema.FindType("__Schema"), schema.FindField(schema.Query, "__schema")!.Type.Named);
    }

    [Fact]
    public void All_errors_come_at_once_each_with_its_file_line_and_column()
    {
        var broken = Assert.Throws<GraphQLException>(() => Sdl.Build(
            "type Query {\n  place: Plaats\n}",
            "type Place { }\nunion U = Place | Nowhere".Replace("{ }", "")));

        Assert.All(broken.Errors, e => Assert.Equal(ErrorCodes.Validation, e.Code));
        Assert.Equal(
            [
                ("Unknown type \"Plaats\".", "See part1.graphql, line 2, column 10."),
                ("Type Place must define one or more fields.", "See part2.graphql, line 1, column 1."),
                ("Unknown type \"Nowhere\".", "See part2.graphql, line 2, column 19."),
            ],
            broken.Errors.Select(e => (e.Message, e.Hint)));
    }
}
