using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Tests.Language;

public sealed class ParserTests
{
    [Fact]
    public void Every_executable_production_is_read()
    {
        var document = Parser.Parse(new Source(Samples.Executable));

        Assert.Equal(["OperationDefinition", "OperationDefinition", "OperationDefinition", "FragmentDefinition", "OperationDefinition"],
            document.Definitions.Select(d => d.GetType().Name));
        var near = (OperationDefinition)document.Definitions[0];
        Assert.Equal("Meeting places near a point", near.Description?.Value);
        Assert.Equal((OperationKind.Query, "Near"), (near.Kind, near.Name?.Value));
        Assert.Equal(["latitude", "themes", "where"], near.Variables.Select(v => v.Variable.Name.Value));
        var here = (Field)near.Selections.Items[0];
        Assert.Equal(("here", "places"), (here.ResponseKey, here.Name.Value));
        Assert.Equal(["FragmentSpread", "InlineFragment", "InlineFragment", "InlineFragment"],
            here.Selections!.Items.Select(s => s.GetType().Name));
        Assert.Equal(OperationKind.Subscription, ((OperationDefinition)document.Definitions[2]).Kind);
    }

    [Fact]
    public void Every_type_system_production_is_read()
    {
        var definitions = Parser.Parse(new Source(Samples.TypeSystem)).Definitions;

        Assert.Equal(["SchemaDefinition", "ObjectDefinition", "ObjectDefinition", "ScalarDefinition", "InterfaceDefinition",
                "UnionDefinition", "UnionDefinition", "EnumDefinition", "EnumDefinition", "InputObjectDefinition",
                "DirectiveDefinition", "DirectiveDefinition"],
            definitions.Take(12).Select(d => d.GetType().Name));
        Assert.All(definitions.Skip(12), d => Assert.True(d is TypeDefinition { Extends: true } or SchemaDefinition { Extends: true }));
        var place = (ObjectDefinition)definitions[1];
        Assert.Equal("A place where\npeople meet", place.Description?.Value);
        Assert.Equal(["Node", "Located"], place.Interfaces.Select(i => i.Name.Value));
        Assert.Equal(["id", "name", "themes"], place.Fields.Select(f => f.Name.Value));
        Assert.True(((DirectiveDefinition)definitions[10]).Repeatable);
    }
}
