using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Types.SchemaValidation;

/// <summary>
/// Several SDL documents read as one type system: every type with its extensions folded in, found by name. Nothing is checked yet;
/// where a name is defined twice the first one counts.
/// </summary>
internal sealed class MergedSdl
{
    private readonly Dictionary<string, TypeDefinition> _types = [];
    private readonly Dictionary<string, DirectiveDefinition> _directives = [];
    private readonly ILookup<string, TypeDefinition> _parts;
    private readonly MergedSdl? _builtIn;

    public MergedSdl(IReadOnlyList<Document> documents, MergedSdl? builtIn = null)
    {
        _builtIn = builtIn;
        Definitions = [.. documents.SelectMany(d => d.Definitions)];
        SchemaParts = [.. Definitions.OfType<SchemaDefinition>().OrderBy(s => s.Extends)];
        _parts = Definitions.OfType<TypeDefinition>().OrderBy(t => t.Extends).ToLookup(t => t.Name.Value);

        var types = new List<TypeDefinition>();
        foreach (var definition in Definitions.OfType<TypeDefinition>().Where(t => !t.Extends))
        {
            if (_types.ContainsKey(definition.Name.Value)) continue;
            var merged = _parts[definition.Name.Value].Where(part => part.Extends).Aggregate(definition, Fold);
            _types.Add(definition.Name.Value, merged);
            types.Add(merged);
        }
        Types = types;

        var directives = new List<DirectiveDefinition>();
        foreach (var definition in Definitions.OfType<DirectiveDefinition>().Where(d => !IsBuiltInDirective(d.Name.Value)))
        {
            if (_directives.TryAdd(definition.Name.Value, definition)) directives.Add(definition);
        }
        Directives = directives;
    }

    /// <summary>Everything as written, in order.</summary>
    public IReadOnlyList<Definition> Definitions { get; }

    /// <summary>The schema definition, if any, and then its extensions.</summary>
    public IReadOnlyList<SchemaDefinition> SchemaParts { get; }

    public SchemaDefinition? SchemaDefinition => SchemaParts is [{ Extends: false } definition, ..] ? definition : null;

    /// <summary>The types of these documents, merged, in order of definition; the built-in ones are not among them.</summary>
    public IReadOnlyList<TypeDefinition> Types { get; }

    /// <summary>The directives of these documents; a built-in one that they state again is not among them.</summary>
    public IReadOnlyList<DirectiveDefinition> Directives { get; }

    /// <summary>The merged type of this name, built-in ones included.</summary>
    public TypeDefinition? FindType(string name) => _types.GetValueOrDefault(name) ?? _builtIn?.FindType(name);

    public DirectiveDefinition? FindDirective(string name) => _directives.GetValueOrDefault(name) ?? _builtIn?.FindDirective(name);

    public bool IsBuiltInType(string name) => _builtIn?.FindType(name) is not null;

    public bool IsBuiltInDirective(string name) => BuiltInDirective(name) is not null;

    public DirectiveDefinition? BuiltInDirective(string name) => _builtIn?.FindDirective(name);

    /// <summary>The definitions and extensions that make up the type of this name, as written.</summary>
    public IEnumerable<TypeDefinition> PartsOf(string typeName) => _parts[typeName];

    /// <summary>The name of the root type for operations of this kind: as the schema definition says, or else the customary one.</summary>
    public string? RootName(OperationKind kind)
    {
        if (Root(kind) is { } explicitly) return explicitly.Type.Name.Value;
        return SchemaDefinition is null && _types.ContainsKey(kind.ToString()) ? kind.ToString() : null;
    }

    public RootOperation? Root(OperationKind kind) =>
        SchemaParts.SelectMany(s => s.Operations).FirstOrDefault(o => o.Kind == kind);

    private static TypeDefinition Fold(TypeDefinition whole, TypeDefinition extension)
    {
        IReadOnlyList<DirectiveNode> directives = [.. whole.Directives, .. extension.Directives];
        return (whole, extension) switch
        {
            (ScalarDefinition w, ScalarDefinition) => w with { Directives = directives },
            (ObjectDefinition w, ObjectDefinition e) =>
                w with { Directives = directives, Interfaces = [.. w.Interfaces, .. e.Interfaces], Fields = [.. w.Fields, .. e.Fields] },
            (InterfaceDefinition w, InterfaceDefinition e) =>
                w with { Directives = directives, Interfaces = [.. w.Interfaces, .. e.Interfaces], Fields = [.. w.Fields, .. e.Fields] },
            (UnionDefinition w, UnionDefinition e) => w with { Directives = directives, Members = [.. w.Members, .. e.Members] },
            (EnumDefinition w, EnumDefinition e) => w with { Directives = directives, Values = [.. w.Values, .. e.Values] },
            (InputObjectDefinition w, InputObjectDefinition e) => w with { Directives = directives, Fields = [.. w.Fields, .. e.Fields] },
            _ => whole,
        };
    }
}
