namespace OpenSocialMap.GraphQL.Language;

/// <summary>The part of the source that a node was read from, in UTF-8 bytes, end exclusive.</summary>
public readonly record struct Span(int Start, int End);

/// <summary>Anything the grammar produces. Nodes are immutable and know where they stood; lists are never null.</summary>
public abstract record Node(Span Span);

/// <summary>A whole GraphQL text: operations and fragments, or a type system.</summary>
public sealed record Document(Span Span, Source Source, IReadOnlyList<Definition> Definitions) : Node(Span);

public sealed record Name(Span Span, string Value) : Node(Span);

public abstract record Definition(Span Span) : Node(Span);

// Executable definitions, https://spec.graphql.org/September2025/#sec-Language.Document

public enum OperationKind { Query, Mutation, Subscription }

public abstract record ExecutableDefinition(Span Span, StringValue? Description, IReadOnlyList<VariableDefinition> Variables,
    IReadOnlyList<DirectiveNode> Directives, SelectionSet Selections) : Definition(Span);

public sealed record OperationDefinition(Span Span, StringValue? Description, OperationKind Kind, Name? Name,
    IReadOnlyList<VariableDefinition> Variables, IReadOnlyList<DirectiveNode> Directives, SelectionSet Selections)
    : ExecutableDefinition(Span, Description, Variables, Directives, Selections);

public sealed record FragmentDefinition(Span Span, StringValue? Description, Name Name, NamedTypeNode Condition,
    IReadOnlyList<DirectiveNode> Directives, SelectionSet Selections)
    : ExecutableDefinition(Span, Description, [], Directives, Selections);

public sealed record VariableDefinition(Span Span, StringValue? Description, Variable Variable, TypeNode Type,
    ValueNode? Default, IReadOnlyList<DirectiveNode> Directives) : Node(Span);

public sealed record SelectionSet(Span Span, IReadOnlyList<Selection> Items) : Node(Span);

public abstract record Selection(Span Span, IReadOnlyList<DirectiveNode> Directives) : Node(Span);

public sealed record Field(Span Span, Name? Alias, Name Name, IReadOnlyList<Argument> Arguments,
    IReadOnlyList<DirectiveNode> Directives, SelectionSet? Selections) : Selection(Span, Directives)
{
    /// <summary>The key of this field in the response: its alias, or else its name.</summary>
    public string ResponseKey => (Alias ?? Name).Value;
}

public sealed record FragmentSpread(Span Span, Name Name, IReadOnlyList<DirectiveNode> Directives) : Selection(Span, Directives);

public sealed record InlineFragment(Span Span, NamedTypeNode? Condition, IReadOnlyList<DirectiveNode> Directives,
    SelectionSet Selections) : Selection(Span, Directives);

public sealed record Argument(Span Span, Name Name, ValueNode Value) : Node(Span);

public sealed record DirectiveNode(Span Span, Name Name, IReadOnlyList<Argument> Arguments) : Node(Span);

// Values, https://spec.graphql.org/September2025/#sec-Input-Values

public abstract record ValueNode(Span Span) : Node(Span);

public sealed record Variable(Span Span, Name Name) : ValueNode(Span);

/// <summary>An integer as written; the type it meets decides whether it fits.</summary>
public sealed record IntValue(Span Span, string Text) : ValueNode(Span);

public sealed record FloatValue(Span Span, string Text) : ValueNode(Span);

/// <summary>A string with its escapes resolved and, for a block string, its common indentation removed.</summary>
public sealed record StringValue(Span Span, string Value, bool Block) : ValueNode(Span);

public sealed record BooleanValue(Span Span, bool Value) : ValueNode(Span);

public sealed record NullValue(Span Span) : ValueNode(Span);

public sealed record EnumValue(Span Span, string Value) : ValueNode(Span);

public sealed record ListValue(Span Span, IReadOnlyList<ValueNode> Items) : ValueNode(Span);

public sealed record ObjectValue(Span Span, IReadOnlyList<ObjectField> Fields) : ValueNode(Span);

public sealed record ObjectField(Span Span, Name Name, ValueNode Value) : Node(Span);

// Type references, https://spec.graphql.org/September2025/#sec-Type-References

public abstract record TypeNode(Span Span) : Node(Span);

public sealed record NamedTypeNode(Span Span, Name Name) : TypeNode(Span);

public sealed record ListTypeNode(Span Span, TypeNode Item) : TypeNode(Span);

public sealed record NonNullTypeNode(Span Span, TypeNode Inner) : TypeNode(Span);

// The type system, https://spec.graphql.org/September2025/#sec-Type-System
// An extension is the same production with `Extends` set; it never has a description.

public sealed record SchemaDefinition(Span Span, bool Extends, StringValue? Description, IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<RootOperation> Operations) : Definition(Span);

public sealed record RootOperation(Span Span, OperationKind Kind, NamedTypeNode Type) : Node(Span);

public abstract record TypeDefinition(Span Span, bool Extends, StringValue? Description, Name Name,
    IReadOnlyList<DirectiveNode> Directives) : Definition(Span);

public sealed record ScalarDefinition(Span Span, bool Extends, StringValue? Description, Name Name,
    IReadOnlyList<DirectiveNode> Directives) : TypeDefinition(Span, Extends, Description, Name, Directives);

public sealed record ObjectDefinition(Span Span, bool Extends, StringValue? Description, Name Name, IReadOnlyList<NamedTypeNode> Interfaces,
    IReadOnlyList<DirectiveNode> Directives, IReadOnlyList<FieldDefinition> Fields) : TypeDefinition(Span, Extends, Description, Name, Directives);

public sealed record InterfaceDefinition(Span Span, bool Extends, StringValue? Description, Name Name, IReadOnlyList<NamedTypeNode> Interfaces,
    IReadOnlyList<DirectiveNode> Directives, IReadOnlyList<FieldDefinition> Fields) : TypeDefinition(Span, Extends, Description, Name, Directives);

public sealed record UnionDefinition(Span Span, bool Extends, StringValue? Description, Name Name, IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<NamedTypeNode> Members) : TypeDefinition(Span, Extends, Description, Name, Directives);

public sealed record EnumDefinition(Span Span, bool Extends, StringValue? Description, Name Name, IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<EnumValueDefinition> Values) : TypeDefinition(Span, Extends, Description, Name, Directives);

public sealed record InputObjectDefinition(Span Span, bool Extends, StringValue? Description, Name Name, IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<InputValueDefinition> Fields) : TypeDefinition(Span, Extends, Description, Name, Directives);

public sealed record FieldDefinition(Span Span, StringValue? Description, Name Name, IReadOnlyList<InputValueDefinition> Arguments,
    TypeNode Type, IReadOnlyList<DirectiveNode> Directives) : Node(Span);

public sealed record InputValueDefinition(Span Span, StringValue? Description, Name Name, TypeNode Type, ValueNode? Default,
    IReadOnlyList<DirectiveNode> Directives) : Node(Span);

public sealed record EnumValueDefinition(Span Span, StringValue? Description, Name Name, IReadOnlyList<DirectiveNode> Directives) : Node(Span);

public sealed record DirectiveDefinition(Span Span, StringValue? Description, Name Name, IReadOnlyList<InputValueDefinition> Arguments,
    bool Repeatable, IReadOnlyList<Name> Locations) : Definition(Span);
