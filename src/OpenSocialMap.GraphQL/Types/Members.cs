using System.Collections;
using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Types;

/// <summary>A field of an object or interface type.</summary>
public sealed class OutputField(string name, SchemaType type, IReadOnlyList<InputField> arguments)
{
    public string Name => name;
    public SchemaType Type => type;
    public IReadOnlyList<InputField> Arguments => arguments;
    public string? Description { get; init; }
    public string? DeprecationReason { get; init; }
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
    public InputField? Argument(string name) => arguments.FirstOrDefault(a => a.Name == name);
}

/// <summary>An argument of a field or directive, or a field of an input object.</summary>
public sealed class InputField(string name, SchemaType type)
{
    public string Name => name;
    public SchemaType Type => type;

    /// <summary>The default as written in the SDL; null when there is none.</summary>
    public ValueNode? Default { get; init; }
    public string? Description { get; init; }
    public string? DeprecationReason { get; init; }
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
    public bool IsRequired => type.IsNonNull && Default is null;
}

public sealed class EnumMember(string name)
{
    public string Name => name;
    public string? Description { get; init; }
    public string? DeprecationReason { get; init; }
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}

/// <summary>A directive that the schema knows, built in or its own.</summary>
public sealed class DirectiveType(string name, IReadOnlyList<InputField> arguments, IReadOnlyList<string> locations)
{
    public string Name => name;
    public IReadOnlyList<InputField> Arguments => arguments;

    /// <summary>Locations by the specification's names, such as <c>FIELD</c> or <c>ARGUMENT_DEFINITION</c>.</summary>
    public IReadOnlyList<string> Locations => locations;
    public bool Repeatable { get; init; }
    public string? Description { get; init; }
    public bool IsBuiltIn => name is "skip" or "include" or "deprecated" or "specifiedBy" or "oneOf";
}

/// <summary>Fields in schema order, found by name.</summary>
public sealed class FieldMap(IReadOnlyList<OutputField> fields) : IReadOnlyCollection<OutputField>
{
    public static readonly FieldMap Empty = new([]);
    private readonly Dictionary<string, OutputField> _byName = fields.ToDictionary(f => f.Name);
    public int Count => fields.Count;
    public OutputField? Find(string name) => _byName.GetValueOrDefault(name);
    public IEnumerator<OutputField> GetEnumerator() => fields.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
