using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Planning;

/// <summary>
/// An argument as a plan keeps it: its structure is fixed (which fields are given, which are null), its values are read from the
/// variables of each request. Two requests whose variables have the same shape share the same inputs.
/// </summary>
/// <param name="Type">The type that the schema asks for here.</param>
/// <param name="Node">What the document says here, for error locations; null for a default of the schema.</param>
public abstract record Input(SchemaType Type, ValueNode? Node)
{
    public bool IsNull => this is LeafInput { Value: null };
}

/// <summary>A scalar, an enum value, a list of those, or null.</summary>
/// <param name="Value">The value at planning time as far as it is structure: null, a Boolean, an enum value or a literal; otherwise just something.</param>
/// <param name="Read">Reads the value for one request.</param>
public sealed record LeafInput(SchemaType Type, ValueNode? Node, object? Value, Func<CoercedVariables, object?> Read) : Input(Type, Node);

/// <summary>A list of input objects.</summary>
public sealed record ListInput(SchemaType Type, ValueNode? Node, IReadOnlyList<Input> Items) : Input(Type, Node);

/// <summary>An input object with the fields that were given or have a default, in that order.</summary>
public sealed record ObjectInput(SchemaType Type, ValueNode? Node, IReadOnlyList<KeyValuePair<string, Input>> Fields) : Input(Type, Node)
{
    public Input? Find(string name)
    {
        foreach (var field in Fields)
            if (field.Key == name)
                return field.Value;
        return null;
    }
}
