using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Types.SchemaValidation;

/// <summary>
/// Input objects can be filled in: with input types, in finite depth, and exactly one field of a oneOf.
/// https://spec.graphql.org/September2025/#sec-Input-Objects.Type-Validation
/// </summary>
internal static class InputObjectRules
{
    public static void Check(MergedSdl sdl, SchemaErrors errors)
    {
        foreach (var input in sdl.Types.OfType<InputObjectDefinition>())
        {
            InputFieldsHaveInputTypes(input, sdl, errors);
            RequiredInputFieldsAreNotDeprecated(input, errors);
            FieldsOfAOneOfAreNullableAndWithoutDefault(input, errors);
        }
        NoInputObjectRequiresItself(sdl, errors);
    }

    private static void InputFieldsHaveInputTypes(InputObjectDefinition input, MergedSdl sdl, SchemaErrors errors)
    {
        foreach (var field in input.Fields.Where(f => MemberRules.IsOutputOnly(sdl.FindType(f.Type.NamedType))))
        {
            errors.Report($"The type of {input.Name.Value}.{field.Name.Value} must be Input Type " +
                $"but got: {Printer.Print(field.Type)}.", field.Type);
        }
    }

    private static void RequiredInputFieldsAreNotDeprecated(InputObjectDefinition input, SchemaErrors errors)
    {
        foreach (var field in input.Fields.Where(f => f.IsRequired && f.Deprecation is not null))
        {
            errors.Report($"Required input field {input.Name.Value}.{field.Name.Value} cannot be deprecated.",
                field.Deprecation, field.Type);
        }
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-OneOf-Input-Objects</summary>
    private static void FieldsOfAOneOfAreNullableAndWithoutDefault(InputObjectDefinition input, SchemaErrors errors)
    {
        if (!input.IsOneOf) return;
        foreach (var field in input.Fields)
        {
            var name = $"{input.Name.Value}.{field.Name.Value}";
            if (field.Type is NonNullTypeNode) errors.Report($"OneOf input field {name} must be nullable.", field.Type);
            if (field.Default is not null) errors.Report($"OneOf input field {name} cannot have a default value.", field);
        }
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Input-Objects.Circular-References</summary>
    private static void NoInputObjectRequiresItself(MergedSdl sdl, SchemaErrors errors)
    {
        var visited = new HashSet<string>();
        var path = new List<InputValueDefinition>();
        var depthOf = new Dictionary<string, int>();
        foreach (var input in sdl.Types.OfType<InputObjectDefinition>()) Follow(input);

        void Follow(InputObjectDefinition input)
        {
            if (!visited.Add(input.Name.Value)) return;
            depthOf[input.Name.Value] = path.Count;
            foreach (var field in input.Fields)
            {
                if (field.Type is not NonNullTypeNode { Inner: NamedTypeNode { Name.Value: var name } } ||
                    sdl.FindType(name) is not InputObjectDefinition next) continue;
                path.Add(field);
                if (depthOf.TryGetValue(name, out var start))
                {
                    var cycle = path[start..];
                    errors.Report($"Cannot reference Input Object \"{name}\" within itself through a series of non-null fields: " +
                        $"\"{string.Join('.', cycle.Select(f => f.Name.Value))}\".", cycle);
                }
                else
                {
                    Follow(next);
                }
                path.RemoveAt(path.Count - 1);
            }
            depthOf.Remove(input.Name.Value);
        }
    }
}
