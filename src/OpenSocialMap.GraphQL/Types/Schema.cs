using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Types;

/// <summary>
/// A complete, valid type system, built from SDL by <see cref="SchemaBuilder"/> and immutable ever after.
/// Holds the built-in scalars and directives and the introspection types beside its own.
/// </summary>
public sealed class Schema
{
    private readonly Dictionary<string, NamedType> _types;
    private readonly Dictionary<string, DirectiveType> _directives;
    private readonly Dictionary<NamedType, IReadOnlyList<ObjectType>> _possible = [];
    private readonly Dictionary<NamedType, HashSet<NamedType>> _subtypes = [];

    internal Schema(IReadOnlyList<NamedType> types, IReadOnlyList<DirectiveType> directives)
    {
        Types = types;
        Directives = directives;
        _types = types.ToDictionary(t => t.Name);
        _directives = directives.ToDictionary(d => d.Name);
        foreach (var type in types)
        {
            IReadOnlyList<ObjectType> possible = type switch
            {
                ObjectType o => [o],
                UnionType u => u.Members,
                InterfaceType i => [.. types.OfType<ObjectType>().Where(o => o.Interfaces.Contains(i))],
                _ => [],
            };
            _possible[type] = possible;
            _subtypes[type] = [type, .. possible, .. types.OfType<InterfaceType>().Where(i => type is InterfaceType parent && i.Interfaces.Contains(parent))];
        }
    }

    public string? Description { get; internal init; }

    /// <summary>The directives written on the schema definition itself and its extensions.</summary>
    public IReadOnlyList<DirectiveNode> AppliedDirectives { get; internal init; } = [];
    public IReadOnlyList<NamedType> Types { get; }
    public IReadOnlyList<DirectiveType> Directives { get; }
    public required ObjectType Query { get; init; }
    public ObjectType? Mutation { get; internal init; }
    public ObjectType? Subscription { get; internal init; }

    public NamedType? FindType(string name) => _types.GetValueOrDefault(name);

    public DirectiveType? FindDirective(string name) => _directives.GetValueOrDefault(name);

    public ObjectType? Root(OperationKind kind) => kind switch
    {
        OperationKind.Query => Query,
        OperationKind.Mutation => Mutation,
        OperationKind.Subscription => Subscription,
        _ => null,
    };

    /// <summary>The object types that a value of this composite type can turn out to be, in schema order.</summary>
    public IReadOnlyList<ObjectType> PossibleTypes(NamedType composite) => _possible[composite];

    /// <summary>Whether a value of <paramref name="type"/> is always a <paramref name="parent"/> too, both named.</summary>
    public bool IsSubtype(NamedType type, NamedType parent) => _subtypes[parent].Contains(type);

    /// <summary>Whether some object can be both; a fragment on types that never overlap is an error.</summary>
    public bool Overlap(NamedType a, NamedType b) => _possible[a].Intersect(_possible[b]).Any();

    /// <summary>The type that a type reference in a document names, or null when it names nothing.</summary>
    public SchemaType? Resolve(TypeNode node) => node switch
    {
        NonNullTypeNode n => Resolve(n.Inner) is { } inner ? new NonNullType(inner) : null,
        ListTypeNode l => Resolve(l.Item) is { } item ? new ListType(item) : null,
        NamedTypeNode t => FindType(t.Name.Value),
        _ => null,
    };

    /// <summary>
    /// The field of this name on a composite type, the meta fields included: <c>__typename</c> anywhere, <c>__schema</c> and
    /// <c>__type</c> on the query root.
    /// </summary>
    public OutputField? FindField(CompositeType parent, string name) => name switch
    {
        "__typename" => MetaFields.Typename,
        "__schema" when parent == Query => MetaFields.SchemaField(this),
        "__type" when parent == Query => MetaFields.TypeField(this),
        _ => (parent as FieldsType)?.Fields.Find(name),
    };
}
