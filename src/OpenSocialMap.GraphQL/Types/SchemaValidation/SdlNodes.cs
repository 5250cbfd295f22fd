using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Types.SchemaValidation;

/// <summary>Walks a type-system definition, node by node, in the order of the text.</summary>
internal static class SdlNodes
{
    public static IEnumerable<Node> SelfAndBelow(Node node) => [node, .. Children(node).SelectMany(SelfAndBelow)];

    private static IEnumerable<Node> Children(Node node) => node switch
    {
        SchemaDefinition n => [.. n.Directives, .. n.Operations],
        RootOperation n => [n.Type],
        ScalarDefinition n => [n.Name, .. n.Directives],
        ObjectDefinition n => [n.Name, .. n.Interfaces, .. n.Directives, .. n.Fields],
        InterfaceDefinition n => [n.Name, .. n.Interfaces, .. n.Directives, .. n.Fields],
        UnionDefinition n => [n.Name, .. n.Directives, .. n.Members],
        EnumDefinition n => [n.Name, .. n.Directives, .. n.Values],
        InputObjectDefinition n => [n.Name, .. n.Directives, .. n.Fields],
        FieldDefinition n => [n.Name, .. n.Arguments, n.Type, .. n.Directives],
        InputValueDefinition { Default: { } value } n => [n.Name, n.Type, value, .. n.Directives],
        InputValueDefinition n => [n.Name, n.Type, .. n.Directives],
        EnumValueDefinition n => [n.Name, .. n.Directives],
        DirectiveDefinition n => [n.Name, .. n.Arguments, .. n.Locations],
        DirectiveNode n => [n.Name, .. n.Arguments],
        Argument n => [n.Name, n.Value],
        ListTypeNode n => [n.Item],
        NonNullTypeNode n => [n.Inner],
        ListValue n => n.Items,
        ObjectValue n => n.Fields,
        ObjectField n => [n.Name, n.Value],
        _ => [],
    };
}
