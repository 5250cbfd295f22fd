using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Types.SchemaValidation;

/// <summary>A place in the schema that carries directives, by the specification's name for such places.</summary>
internal sealed record DirectivePlace(string Location, IReadOnlyList<DirectiveNode> Directives)
{
    /// <summary>All places of the schema; a type and its extensions are one place.</summary>
    public static IEnumerable<DirectivePlace> In(MergedSdl sdl) =>
    [
        new("SCHEMA", [.. sdl.SchemaParts.SelectMany(s => s.Directives)]),
        .. sdl.Directives.SelectMany(d => Arguments(d.Arguments)),
        .. sdl.Types.SelectMany(InType),
    ];

    private static IEnumerable<DirectivePlace> InType(TypeDefinition type) =>
    [
        new(LocationOf(type), type.Directives),
        .. type.OutputFields.SelectMany<FieldDefinition, DirectivePlace>(
            f => [new("FIELD_DEFINITION", f.Directives), .. Arguments(f.Arguments)]),
        .. type.InputFields.Select(f => new DirectivePlace("INPUT_FIELD_DEFINITION", f.Directives)),
        .. type is EnumDefinition choice ? choice.Values.Select(v => new DirectivePlace("ENUM_VALUE", v.Directives)) : [],
    ];

    private static IEnumerable<DirectivePlace> Arguments(IEnumerable<InputValueDefinition> arguments) =>
        arguments.Select(a => new DirectivePlace("ARGUMENT_DEFINITION", a.Directives));

    private static string LocationOf(TypeDefinition type) => type switch
    {
        ScalarDefinition => "SCALAR",
        ObjectDefinition => "OBJECT",
        InterfaceDefinition => "INTERFACE",
        UnionDefinition => "UNION",
        EnumDefinition => "ENUM",
        _ => "INPUT_OBJECT",
    };
}
