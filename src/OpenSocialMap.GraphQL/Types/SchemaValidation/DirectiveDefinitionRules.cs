using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Types.SchemaValidation;

/// <summary>
/// Directives are defined soundly; the parser sees to it that their locations exist.
/// https://spec.graphql.org/September2025/#sec-Type-System.Directives.Type-Validation
/// </summary>
internal static class DirectiveDefinitionRules
{
    public static void Check(MergedSdl sdl, SchemaErrors errors)
    {
        foreach (var directive in sdl.Directives)
        {
            ArgumentsHaveInputTypes(directive, sdl, errors);
            RequiredArgumentsAreNotDeprecated(directive, errors);
        }
        NoDirectiveRefersToItself(sdl, errors);
    }

    private static void ArgumentsHaveInputTypes(DirectiveDefinition directive, MergedSdl sdl, SchemaErrors errors)
    {
        foreach (var argument in directive.Arguments.Where(a => MemberRules.IsOutputOnly(sdl.FindType(a.Type.NamedType))))
        {
            errors.Report($"The type of @{directive.Name.Value}({argument.Name.Value}:) must be Input Type " +
                $"but got: {Printer.Print(argument.Type)}.", argument);
        }
    }

    private static void RequiredArgumentsAreNotDeprecated(DirectiveDefinition directive, SchemaErrors errors)
    {
        foreach (var argument in directive.Arguments.Where(a => a.IsRequired && a.Deprecation is not null))
        {
            errors.Report($"Required argument @{directive.Name.Value}({argument.Name.Value}:) cannot be deprecated.",
                argument.Deprecation, argument.Type);
        }
    }

    /// <summary>Neither by using itself on its own arguments nor through the types of those and the directives on them.</summary>
    private static void NoDirectiveRefersToItself(MergedSdl sdl, SchemaErrors errors)
    {
        foreach (var directive in sdl.Directives)
        {
            var seen = new HashSet<string>();
            if (PathTo($"@{directive.Name.Value}", directive.Arguments, seen) is { } path)
            {
                errors.Report($"Directive @{directive.Name.Value} cannot refer to itself: " +
                    $"{string.Join(" -> ", path.Prepend($"@{directive.Name.Value}"))}.", directive);
            }
        }

        // The names that lead from these nodes to the target, each element looked into once.
        IEnumerable<string>? PathTo(string target, IEnumerable<Node> from, HashSet<string> seen)
        {
            foreach (var node in from.SelectMany(SdlNodes.SelfAndBelow))
            {
                var (name, next) = node switch
                {
                    DirectiveNode use => ($"@{use.Name.Value}", sdl.FindDirective(use.Name.Value)?.Arguments as IEnumerable<Node>),
                    NamedTypeNode type => (type.Name.Value, sdl.PartsOf(type.Name.Value)),
                    _ => ("", null),
                };
                if (name == target) return [name];
                if (next is null || !seen.Add(name)) continue;
                if (PathTo(target, next, seen) is { } rest) return rest.Prepend(name);
            }
            return null;
        }
    }
}
