using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Validation;

/// <summary>
/// Where in the schema a node of a document stands. Each part is null where there is none, or where the document names something
/// that the schema doesn't have.
/// </summary>
internal readonly record struct Position
{
    /// <summary>The type of the value that this operation, fragment or field selects from.</summary>
    public SchemaType? Type { get; init; }

    /// <summary>The type that the selection set around this node stands on.</summary>
    public CompositeType? Parent { get; init; }

    /// <summary>The field that this node is or belongs to.</summary>
    public OutputField? Field { get; init; }

    /// <summary>The directive that this argument or value belongs to.</summary>
    public DirectiveType? Directive { get; init; }

    /// <summary>The argument that this node is or belongs to.</summary>
    public InputField? Argument { get; init; }

    /// <summary>The type expected of a value here; inside a list literal, the type of its items.</summary>
    public SchemaType? InputType { get; init; }

    /// <summary>The type one level further out: of the list literal that holds this value, or the input object that has this field.</summary>
    public SchemaType? ParentInputType { get; init; }

    /// <summary>Whether the argument or input field here has a default of its own.</summary>
    public bool HasDefault { get; init; }
}
