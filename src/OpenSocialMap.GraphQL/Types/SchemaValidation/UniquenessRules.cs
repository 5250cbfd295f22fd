using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Types.SchemaValidation;

/// <summary>Nothing in a schema is defined twice. https://spec.graphql.org/September2025/#sec-Schema</summary>
internal static class UniquenessRules
{
    public static void Check(MergedSdl sdl, SchemaErrors errors)
    {
        DocumentsHoldDefinitionsOfTypesOnly(sdl, errors);
        SchemaIsDefinedOnce(sdl, errors);
        RootOperationsAreUnique(sdl, errors);
        TypeNamesAreUnique(sdl, errors);
        DirectiveNamesAreUnique(sdl, errors);
        BuiltInDirectivesStayAsTheyAre(sdl, errors);
        FieldNamesAreUnique(sdl, errors);
        ArgumentNamesAreUnique(sdl, errors);
        EnumValuesAreUnique(sdl, errors);
    }

    /// <summary>https://spec.graphql.org/September2025/#TypeSystemDocument</summary>
    private static void DocumentsHoldDefinitionsOfTypesOnly(MergedSdl sdl, SchemaErrors errors)
    {
        foreach (var executable in sdl.Definitions.OfType<ExecutableDefinition>())
        {
            errors.Report("A schema holds type definitions only; operations and fragments belong in requests.", executable);
        }
    }

    private static void SchemaIsDefinedOnce(MergedSdl sdl, SchemaErrors errors)
    {
        foreach (var another in sdl.SchemaParts.Where(s => !s.Extends).Skip(1))
        {
            errors.Report("Must provide only one schema definition.", another);
        }
    }

    private static void RootOperationsAreUnique(MergedSdl sdl, SchemaErrors errors)
    {
        foreach (var (first, again) in Repeated(sdl.SchemaParts.SelectMany(s => s.Operations), o => o.Kind))
        {
            errors.Report($"There can be only one {Printer.KeywordOf(again.Kind)} type in schema.", first, again);
        }
    }

    private static void TypeNamesAreUnique(MergedSdl sdl, SchemaErrors errors)
    {
        var names = sdl.Definitions.OfType<TypeDefinition>().Where(t => !t.Extends).Select(t => t.Name).ToList();
        foreach (var name in names.Where(n => sdl.IsBuiltInType(n.Value)))
        {
            errors.Report($"Type \"{name.Value}\" is built in. It cannot also be defined in this type definition.", name);
        }
        foreach (var (first, again) in Repeated(names, n => n.Value))
        {
            errors.Report($"There can be only one type named \"{again.Value}\".", first, again);
        }
    }

    private static void DirectiveNamesAreUnique(MergedSdl sdl, SchemaErrors errors)
    {
        foreach (var (first, again) in Repeated(sdl.Definitions.OfType<DirectiveDefinition>().Select(d => d.Name), n => n.Value))
        {
            errors.Report($"There can be only one directive named \"@{again.Value}\".", first, again);
        }
    }

    /// <summary>
    /// Other servers print the built-in directives along with their own, so stating one again is fine as long as it says the same.
    /// https://spec.graphql.org/September2025/#sec-Type-System.Directives.Built-in-Directives
    /// </summary>
    private static void BuiltInDirectivesStayAsTheyAre(MergedSdl sdl, SchemaErrors errors)
    {
        foreach (var stated in sdl.Definitions.OfType<DirectiveDefinition>())
        {
            if (sdl.BuiltInDirective(stated.Name.Value) is { } builtIn && Gist(stated) != Gist(builtIn))
            {
                errors.Report($"Directive \"@{stated.Name.Value}\" is built in. It cannot be redefined.", stated.Name);
            }
        }

        static string Gist(DirectiveDefinition directive) => Printer.Print(directive with
        {
            Description = null,
            Arguments = [.. directive.Arguments.Select(a => a with { Description = null })],
            Locations = [.. directive.Locations.OrderBy(l => l.Value, StringComparer.Ordinal)],
        });
    }

    private static void FieldNamesAreUnique(MergedSdl sdl, SchemaErrors errors)
    {
        foreach (var type in sdl.Types)
        {
            var names = type.OutputFields.Select(f => f.Name).Concat(type.InputFields.Select(f => f.Name));
            foreach (var (first, again) in Repeated(names, n => n.Value))
            {
                errors.Report($"Field \"{type.Name.Value}.{again.Value}\" can only be defined once.", first, again);
            }
        }
    }

    private static void ArgumentNamesAreUnique(MergedSdl sdl, SchemaErrors errors)
    {
        foreach (var type in sdl.Types)
        {
            foreach (var field in type.OutputFields) Check($"{type.Name.Value}.{field.Name.Value}", field.Arguments);
        }
        foreach (var directive in sdl.Directives) Check($"@{directive.Name.Value}", directive.Arguments);

        void Check(string owner, IReadOnlyList<InputValueDefinition> arguments)
        {
            foreach (var same in arguments.GroupBy(a => a.Name.Value).Where(g => g.Count() > 1))
            {
                errors.Report($"Argument \"{owner}({same.Key}:)\" can only be defined once.", same.Select(a => a.Name));
            }
        }
    }

    private static void EnumValuesAreUnique(MergedSdl sdl, SchemaErrors errors)
    {
        foreach (var type in sdl.Types.OfType<EnumDefinition>())
        {
            foreach (var (first, again) in Repeated(type.Values.Select(v => v.Name), n => n.Value))
            {
                errors.Report($"Enum value \"{type.Name.Value}.{again.Value}\" can only be defined once.", first, again);
            }
        }
    }

    private static IEnumerable<(T First, T Again)> Repeated<T, TKey>(IEnumerable<T> items, Func<T, TKey> key) =>
        items.GroupBy(key).SelectMany(same => same.Skip(1).Select(again => (same.First(), again)));
}
