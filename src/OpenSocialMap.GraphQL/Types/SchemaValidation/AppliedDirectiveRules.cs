using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Types.SchemaValidation;

/// <summary>
/// Directives on the schema's elements are used as they are defined.
/// https://spec.graphql.org/September2025/#sec-Validation.Directives
/// </summary>
internal static class AppliedDirectiveRules
{
    public static void Check(MergedSdl sdl, ConstantRules constants, SchemaErrors errors)
    {
        foreach (var place in DirectivePlace.In(sdl))
        {
            DirectivesAreUniqueUnlessRepeatable(place, sdl, errors);
            foreach (var use in place.Directives)
            {
                ArgumentsAreUnique(use, errors);
                if (DirectivesAreDefined(use, sdl, errors) is not { } definition) continue;
                DirectivesStandWhereTheyMay(use, definition, place, errors);
                ArgumentsAreDefined(use, definition, errors);
                RequiredArgumentsAreGiven(use, definition, errors);
                ArgumentsHaveTheirType(use, definition, constants);
            }
        }
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Directives-Are-Defined</summary>
    private static DirectiveDefinition? DirectivesAreDefined(DirectiveNode use, MergedSdl sdl, SchemaErrors errors)
    {
        var definition = sdl.FindDirective(use.Name.Value);
        if (definition is null) errors.Report($"Unknown directive \"@{use.Name.Value}\".", use);
        return definition;
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Directives-Are-in-Valid-Locations</summary>
    private static void DirectivesStandWhereTheyMay(
        DirectiveNode use, DirectiveDefinition definition, DirectivePlace place, SchemaErrors errors)
    {
        if (definition.Locations.All(l => l.Value != place.Location))
        {
            errors.Report($"Directive \"@{use.Name.Value}\" may not be used on {place.Location}.", use);
        }
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Directives-Are-Unique-per-Location</summary>
    private static void DirectivesAreUniqueUnlessRepeatable(DirectivePlace place, MergedSdl sdl, SchemaErrors errors)
    {
        foreach (var same in place.Directives.GroupBy(d => d.Name.Value))
        {
            if (sdl.FindDirective(same.Key) is not { Repeatable: false }) continue;
            foreach (var again in same.Skip(1))
            {
                errors.Report($"The directive \"@{same.Key}\" can only be used once at this location.", same.First(), again);
            }
        }
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Argument-Names</summary>
    private static void ArgumentsAreDefined(DirectiveNode use, DirectiveDefinition definition, SchemaErrors errors)
    {
        foreach (var given in use.Arguments.Where(given => definition.Arguments.All(a => a.Name.Value != given.Name.Value)))
        {
            errors.Report($"Unknown argument \"{given.Name.Value}\" on directive \"@{use.Name.Value}\".", given);
        }
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Argument-Uniqueness</summary>
    private static void ArgumentsAreUnique(DirectiveNode use, SchemaErrors errors)
    {
        foreach (var same in use.Arguments.GroupBy(a => a.Name.Value).Where(g => g.Count() > 1))
        {
            errors.Report($"There can be only one argument named \"{same.Key}\".", same.Select(a => a.Name));
        }
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Required-Arguments</summary>
    private static void RequiredArgumentsAreGiven(DirectiveNode use, DirectiveDefinition definition, SchemaErrors errors)
    {
        var given = use.Arguments.Select(a => a.Name.Value).ToHashSet();
        foreach (var missing in definition.Arguments.Where(a => a.IsRequired && !given.Contains(a.Name.Value)))
        {
            errors.Report($"Directive \"@{use.Name.Value}\" argument \"{missing.Name.Value}\" of type " +
                $"\"{Printer.Print(missing.Type)}\" is required, but it was not provided.", use);
        }
    }

    private static void ArgumentsHaveTheirType(DirectiveNode use, DirectiveDefinition definition, ConstantRules constants)
    {
        foreach (var given in use.Arguments)
        {
            var argument = definition.Arguments.FirstOrDefault(a => a.Name.Value == given.Name.Value);
            if (argument is not null) constants.Check(given.Value, argument.Type);
        }
    }
}
