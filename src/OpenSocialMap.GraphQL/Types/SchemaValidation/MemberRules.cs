using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Types.SchemaValidation;

/// <summary>
/// Every type has members, and fields give what can go out while arguments take what can come in.
/// https://spec.graphql.org/September2025/#sec-Objects.Type-Validation
/// </summary>
internal static class MemberRules
{
    public static void Check(MergedSdl sdl, SchemaErrors errors)
    {
        foreach (var type in sdl.Types)
        {
            TypesHaveMembers(type, sdl, errors);
            FieldsHaveOutputTypes(type, sdl, errors);
            ArgumentsHaveInputTypes(type, sdl, errors);
            RequiredArgumentsAreNotDeprecated(type, errors);
            UnionMembersAreDistinctObjects(type, sdl, errors);
        }
    }

    private static void TypesHaveMembers(TypeDefinition type, MergedSdl sdl, SchemaErrors errors)
    {
        var name = type.Name.Value;
        var missing = type switch
        {
            ObjectDefinition or InterfaceDefinition when type.OutputFields.Count == 0 => $"Type {name} must define one or more fields.",
            InputObjectDefinition when type.InputFields.Count == 0 => $"Input Object type {name} must define one or more fields.",
            UnionDefinition { Members.Count: 0 } => $"Union type {name} must define one or more member types.",
            EnumDefinition { Values.Count: 0 } => $"Enum type {name} must define one or more values.",
            _ => null,
        };
        if (missing is not null) errors.Report(missing, sdl.PartsOf(name));
    }

    private static void FieldsHaveOutputTypes(TypeDefinition type, MergedSdl sdl, SchemaErrors errors)
    {
        foreach (var field in type.OutputFields.Where(f => sdl.FindType(f.Type.NamedType) is InputObjectDefinition))
        {
            errors.Report($"The type of {type.Name.Value}.{field.Name.Value} must be Output Type " +
                $"but got: {Printer.Print(field.Type)}.", field.Type);
        }
    }

    /// <summary>https://spec.graphql.org/September2025/#IsInputType()</summary>
    private static void ArgumentsHaveInputTypes(TypeDefinition type, MergedSdl sdl, SchemaErrors errors)
    {
        foreach (var field in type.OutputFields)
        {
            foreach (var argument in field.Arguments.Where(a => IsOutputOnly(sdl.FindType(a.Type.NamedType))))
            {
                errors.Report($"The type of {type.Name.Value}.{field.Name.Value}({argument.Name.Value}:) must be Input Type " +
                    $"but got: {Printer.Print(argument.Type)}.", argument.Type);
            }
        }
    }

    /// <summary>https://spec.graphql.org/September2025/#sec--deprecated</summary>
    private static void RequiredArgumentsAreNotDeprecated(TypeDefinition type, SchemaErrors errors)
    {
        foreach (var field in type.OutputFields)
        {
            foreach (var argument in field.Arguments.Where(a => a.IsRequired && a.Deprecation is not null))
            {
                errors.Report($"Required argument {type.Name.Value}.{field.Name.Value}({argument.Name.Value}:) cannot be deprecated.",
                    argument.Deprecation, argument.Type);
            }
        }
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Unions.Type-Validation</summary>
    private static void UnionMembersAreDistinctObjects(TypeDefinition type, MergedSdl sdl, SchemaErrors errors)
    {
        if (type is not UnionDefinition union) return;
        foreach (var same in union.Members.GroupBy(m => m.Name.Value))
        {
            if (same.Count() > 1) errors.Report($"Union type {union.Name.Value} can only include type {same.Key} once.", same);
            if (sdl.FindType(same.Key) is not (null or ObjectDefinition))
            {
                errors.Report($"Union type {union.Name.Value} can only include Object types, it cannot include {same.Key}.", same);
            }
        }
    }

    public static bool IsOutputOnly(TypeDefinition? type) => type is ObjectDefinition or InterfaceDefinition or UnionDefinition;
}
