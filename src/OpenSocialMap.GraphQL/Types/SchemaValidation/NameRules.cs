using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Types.SchemaValidation;

/// <summary>
/// Names are free to use and stand for something: no reserved prefix, no type that isn't there, no extension of nothing.
/// </summary>
internal static class NameRules
{
    public static void Check(MergedSdl sdl, SchemaErrors errors)
    {
        NamesAreNotReserved(sdl, errors);
        TypeReferencesNameATypeOfTheSchema(sdl, errors);
        ExtensionsExtendATypeOfTheirKind(sdl, errors);
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Names.Reserved-Names</summary>
    private static void NamesAreNotReserved(MergedSdl sdl, SchemaErrors errors)
    {
        var arguments = sdl.Types.SelectMany(t => t.OutputFields).SelectMany(f => f.Arguments)
            .Concat(sdl.Directives.SelectMany(d => d.Arguments));
        IEnumerable<(Name Name, Node Node)> named =
        [
            .. sdl.Types.Select(t => (t.Name, (Node)sdl.PartsOf(t.Name.Value).First())),
            .. sdl.Types.SelectMany(t => t.OutputFields).Select(f => (f.Name, (Node)f)),
            .. arguments.Concat(sdl.Types.SelectMany(t => t.InputFields)).Select(i => (i.Name, (Node)i)),
            .. sdl.Types.OfType<EnumDefinition>().SelectMany(e => e.Values).Select(v => (v.Name, (Node)v)),
            .. sdl.Directives.Select(d => (d.Name, (Node)d)),
        ];
        foreach (var (name, node) in named.Where(n => n.Name.Value.StartsWith("__", StringComparison.Ordinal)))
        {
            errors.Report($"Name \"{name.Value}\" must not begin with \"__\", which is reserved by GraphQL introspection.", node);
        }
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Type-References</summary>
    private static void TypeReferencesNameATypeOfTheSchema(MergedSdl sdl, SchemaErrors errors)
    {
        foreach (var reference in sdl.Definitions.SelectMany(SdlNodes.SelfAndBelow).OfType<NamedTypeNode>())
        {
            if (sdl.FindType(reference.Name.Value) is null) errors.Report($"Unknown type \"{reference.Name.Value}\".", reference);
        }
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Type-System-Extensions</summary>
    private static void ExtensionsExtendATypeOfTheirKind(MergedSdl sdl, SchemaErrors errors)
    {
        foreach (var extension in sdl.Definitions.OfType<TypeDefinition>().Where(t => t.Extends))
        {
            var name = extension.Name.Value;
            if (sdl.IsBuiltInType(name))
            {
                errors.Report($"Cannot extend type \"{name}\" because it is built in.", extension.Name);
            }
            else if (sdl.FindType(name) is not { } target)
            {
                errors.Report($"Cannot extend type \"{name}\" because it is not defined.", extension.Name);
            }
            else if (target.GetType() != extension.GetType())
            {
                var definition = sdl.PartsOf(name).First();
                errors.Report($"Cannot extend non-{KindOf(extension)} type \"{name}\".", definition, extension);
            }
        }
    }

    private static string KindOf(TypeDefinition type) => type switch
    {
        ScalarDefinition => "scalar",
        ObjectDefinition => "object",
        InterfaceDefinition => "interface",
        UnionDefinition => "union",
        EnumDefinition => "enum",
        _ => "input object",
    };
}
