using System.Diagnostics;
using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Types.SchemaValidation;

/// <summary>What the schema's rules ask of type references and input values while they are still syntax.</summary>
internal static class TypeNodeProperties
{
    extension(TypeNode node)
    {
        /// <summary>The name inside all lists and non-nulls.</summary>
        public string NamedType => node switch
        {
            NonNullTypeNode n => n.Inner.NamedType,
            ListTypeNode l => l.Item.NamedType,
            NamedTypeNode t => t.Name.Value,
            _ => throw new UnreachableException(),
        };

        public bool SameAs(TypeNode other) => (node, other) switch
        {
            (NonNullTypeNode a, NonNullTypeNode b) => a.Inner.SameAs(b.Inner),
            (ListTypeNode a, ListTypeNode b) => a.Item.SameAs(b.Item),
            (NamedTypeNode a, NamedTypeNode b) => a.Name.Value == b.Name.Value,
            _ => false,
        };
    }

    extension(InputValueDefinition value)
    {
        /// <summary>Never null and without a default, so that whoever uses it has to give it.</summary>
        public bool IsRequired => value.Type is NonNullTypeNode && value.Default is null;

        public DirectiveNode? Deprecation => value.Directives.FirstOrDefault(d => d.Name.Value == "deprecated");
    }

    extension(FieldDefinition definition)
    {
        public DirectiveNode? Deprecation => definition.Directives.FirstOrDefault(d => d.Name.Value == "deprecated");
    }

    extension(TypeDefinition type)
    {
        /// <summary>The fields of an object or interface; other types have none.</summary>
        public IReadOnlyList<FieldDefinition> OutputFields => type switch
        {
            ObjectDefinition o => o.Fields,
            InterfaceDefinition i => i.Fields,
            _ => [],
        };

        public IReadOnlyList<InputValueDefinition> InputFields => type is InputObjectDefinition input ? input.Fields : [];

        public IReadOnlyList<NamedTypeNode> Implements => type switch
        {
            ObjectDefinition o => o.Interfaces,
            InterfaceDefinition i => i.Interfaces,
            _ => [],
        };

        public bool IsOneOf => type is InputObjectDefinition && type.Directives.Any(d => d.Name.Value == "oneOf");
    }
}
