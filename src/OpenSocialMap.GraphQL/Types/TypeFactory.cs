using System.Diagnostics;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types.SchemaValidation;

namespace OpenSocialMap.GraphQL.Types;

/// <summary>Turns valid SDL into types: first all names, so that types may refer to each other, then their members.</summary>
internal sealed class TypeFactory
{
    private readonly Dictionary<string, NamedType> _byName;

    public TypeFactory(MergedSdl sdl, IReadOnlyDictionary<string, ScalarCoercion> scalars, IReadOnlyList<NamedType> builtIn)
    {
        _byName = builtIn.ToDictionary(t => t.Name);
        Types = [.. sdl.Types.Select(definition => Name(definition, scalars))];
        foreach (var type in Types) _byName.Add(type.Name, type);
        foreach (var (type, definition) in Types.Zip(sdl.Types)) Fill(type, definition);
        Directives = [.. sdl.Directives.Select(Directive)];
    }

    /// <summary>The types of the SDL in order of definition, without the built-in ones.</summary>
    public IReadOnlyList<NamedType> Types { get; }

    public IReadOnlyList<DirectiveType> Directives { get; }

    public NamedType Find(string name) => _byName[name];

    private static NamedType Name(TypeDefinition definition, IReadOnlyDictionary<string, ScalarCoercion> scalars)
    {
        var name = definition.Name.Value;
        return definition switch
        {
            ScalarDefinition => new ScalarType(name, scalars[name]),
            ObjectDefinition => new ObjectType(name),
            InterfaceDefinition => new InterfaceType(name),
            UnionDefinition => new UnionType(name),
            EnumDefinition => new EnumType(name),
            InputObjectDefinition => new InputObjectType(name),
            _ => throw new UnreachableException(),
        };
    }

    private void Fill(NamedType type, TypeDefinition definition)
    {
        type.Description = definition.Description?.Value;
        type.Directives = definition.Directives;
        switch (type, definition)
        {
            case (ScalarType scalar, _):
                scalar.SpecifiedBy = StringArgument(definition.Directives, "specifiedBy", "url");
                break;
            case (FieldsType fields, _):
                fields.Interfaces = [.. definition.Implements.Select(i => (InterfaceType)Find(i.Name.Value))];
                fields.Fields = new FieldMap([.. definition.OutputFields.Select(Field)]);
                break;
            case (UnionType union, UnionDefinition { Members: var members }):
                union.Members = [.. members.Select(m => (ObjectType)Find(m.Name.Value))];
                break;
            case (EnumType choice, EnumDefinition { Values: var values }):
                choice.Values = [.. values.Select(Member)];
                break;
            case (InputObjectType input, _):
                input.IsOneOf = definition.IsOneOf;
                input.SetFields([.. definition.InputFields.Select(Input)]);
                break;
        }
    }

    private OutputField Field(FieldDefinition definition) =>
        new(definition.Name.Value, Reference(definition.Type), [.. definition.Arguments.Select(Input)])
        {
            Description = definition.Description?.Value,
            DeprecationReason = DeprecationReason(definition.Directives),
            Directives = definition.Directives,
        };

    private InputField Input(InputValueDefinition definition) =>
        new(definition.Name.Value, Reference(definition.Type))
        {
            Default = definition.Default,
            Description = definition.Description?.Value,
            DeprecationReason = DeprecationReason(definition.Directives),
            Directives = definition.Directives,
        };

    private static EnumMember Member(EnumValueDefinition definition) =>
        new(definition.Name.Value)
        {
            Description = definition.Description?.Value,
            DeprecationReason = DeprecationReason(definition.Directives),
            Directives = definition.Directives,
        };

    private DirectiveType Directive(DirectiveDefinition definition) =>
        new(definition.Name.Value, [.. definition.Arguments.Select(Input)], [.. definition.Locations.Select(l => l.Value)])
        {
            Repeatable = definition.Repeatable,
            Description = definition.Description?.Value,
        };

    private SchemaType Reference(TypeNode node) => node switch
    {
        NonNullTypeNode n => new NonNullType(Reference(n.Inner)),
        ListTypeNode l => new ListType(Reference(l.Item)),
        NamedTypeNode t => Find(t.Name.Value),
        _ => throw new UnreachableException(),
    };

    private static string? DeprecationReason(IReadOnlyList<DirectiveNode> directives) =>
        directives.Any(d => d.Name.Value == "deprecated")
            ? StringArgument(directives, "deprecated", "reason") ?? BuiltInTypes.DefaultDeprecationReason
            : null;

    private static string? StringArgument(IReadOnlyList<DirectiveNode> directives, string directive, string argument) =>
        directives.FirstOrDefault(d => d.Name.Value == directive)?
            .Arguments.FirstOrDefault(a => a.Name.Value == argument)?.Value is StringValue text ? text.Value : null;
}
