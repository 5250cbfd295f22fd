using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Types;

/// <summary>A type of the schema as a field, argument or variable names it: named, a list of, or never null. Prints as GraphQL writes it.</summary>
public abstract class SchemaType
{
    /// <summary>The named type inside all lists and non-nulls.</summary>
    public abstract NamedType Named { get; }

    /// <summary>This type without its outer non-null, if it has one.</summary>
    public virtual SchemaType Nullable => this;

    public bool IsNonNull => this is NonNullType;

    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    public bool IsOutput => Named is not InputObjectType;

    /// <summary>Structural equality: the same named type under the same lists and non-nulls.</summary>
    public bool SameAs(SchemaType other) => (this, other) switch
    {
        (NonNullType a, NonNullType b) => a.Inner.SameAs(b.Inner),
        (ListType a, ListType b) => a.Item.SameAs(b.Item),
        _ => ReferenceEquals(this, other),
    };
}

public sealed class ListType(SchemaType item) : SchemaType
{
    public SchemaType Item => item;
    public override NamedType Named => item.Named;
    public override string ToString() => $"[{item}]";
}

public sealed class NonNullType(SchemaType inner) : SchemaType
{
    public SchemaType Inner => inner;
    public override NamedType Named => inner.Named;
    public override SchemaType Nullable => inner;
    public override string ToString() => $"{inner}!";
}

/// <summary>A type with a name. Members are filled once while the schema is built and never change afterwards.</summary>
public abstract class NamedType(string name) : SchemaType
{
    public string Name => name;
    public string? Description { get; internal set; }

    /// <summary>The directives written on the type in its SDL, such as <c>@cost</c>, in order.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; internal set; } = [];
    public override NamedType Named => this;
    public bool IsLeaf => this is ScalarType or EnumType;
    public bool IsComposite => this is CompositeType;
    public bool IsAbstract => this is InterfaceType or UnionType;
    public bool IsIntrospection => name.StartsWith("__", StringComparison.Ordinal);

    /// <summary>Whether every schema has this type, so that a printed one leaves it out.</summary>
    public bool IsBuiltIn => IsIntrospection || (this is ScalarType && BuiltInScalars.All.ContainsKey(name));
    public sealed override string ToString() => name;
}

public sealed class ScalarType(string name, ScalarCoercion coercion) : NamedType(name)
{
    public ScalarCoercion Coercion => coercion;
    public string? SpecifiedBy { get; internal set; }
}

public sealed class EnumType(string name) : NamedType(name)
{
    public IReadOnlyList<EnumMember> Values { get; internal set; } = [];
    public EnumMember? Find(string value) => Values.FirstOrDefault(v => v.Name == value);
}

/// <summary>A type that a selection set can stand on: object, interface or union.</summary>
public abstract class CompositeType(string name) : NamedType(name);

/// <summary>A composite type with fields of its own: object or interface.</summary>
public abstract class FieldsType(string name) : CompositeType(name)
{
    public FieldMap Fields { get; internal set; } = FieldMap.Empty;
    public IReadOnlyList<InterfaceType> Interfaces { get; internal set; } = [];
}

public sealed class ObjectType(string name) : FieldsType(name);

public sealed class InterfaceType(string name) : FieldsType(name);

public sealed class UnionType(string name) : CompositeType(name)
{
    public IReadOnlyList<ObjectType> Members { get; internal set; } = [];
}

public sealed class InputObjectType(string name) : NamedType(name)
{
    public IReadOnlyList<InputField> Fields { get; internal set; } = [];
    public bool IsOneOf { get; internal set; }
    public InputField? Find(string field) => _byName.GetValueOrDefault(field);
    private Dictionary<string, InputField> _byName = [];
    internal void SetFields(IReadOnlyList<InputField> fields) => (Fields, _byName) = (fields, fields.ToDictionary(f => f.Name));
}
