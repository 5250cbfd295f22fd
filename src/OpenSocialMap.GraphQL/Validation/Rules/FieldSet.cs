using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>One use of a field in a document, with the type that it is selected from.</summary>
internal sealed record FieldUse(CompositeType? Parent, Field Node, SchemaType? Type)
{
    /// <summary>Without arguments and sub-selection: the fields that documents repeat most, and that are compared soonest.</summary>
    public bool IsPlainLeaf => Node.Arguments.Count == 0 && Node.Selections is null;

    public bool IsSameLeafAs(FieldUse other) => IsPlainLeaf && other.IsPlainLeaf && Node.Name.Value == other.Node.Name.Value
        && (Type == other.Type || (Type is not null && other.Type is not null && Type.SameAs(other.Type)));
}

/// <summary>The fields of a selection set that share a response key.</summary>
internal sealed class FieldGroup
{
    private readonly List<FieldUse> _fields = [];

    public IReadOnlyList<FieldUse> Fields => _fields;

    /// <summary>Whether all are the same plain leaf, so that comparing any two finds nothing.</summary>
    public bool IsUniform { get; private set; } = true;

    public void Add(FieldUse field)
    {
        IsUniform &= _fields.Count == 0 ? field.IsPlainLeaf : _fields[0].IsSameLeafAs(field);
        _fields.Add(field);
    }
}

/// <summary>What a selection set selects: its fields and those of its inline fragments by response key, and the fragments it spreads.</summary>
internal sealed class FieldSet
{
    public OrderedDictionary<string, FieldGroup> Groups { get; } = [];
    public List<string> Spreads { get; } = [];

    /// <summary>The fragments that this set was compared with, and whether only as one that it can never meet.</summary>
    public Dictionary<string, bool> ComparedFragments { get; } = [];
}
