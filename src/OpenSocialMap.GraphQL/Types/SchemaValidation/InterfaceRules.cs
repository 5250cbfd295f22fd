using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Types.SchemaValidation;

/// <summary>
/// A type that claims an interface keeps all of its promises.
/// https://spec.graphql.org/September2025/#IsValidImplementation()
/// </summary>
internal static class InterfaceRules
{
    public static void Check(MergedSdl sdl, SchemaErrors errors)
    {
        foreach (var type in sdl.Types)
        {
            foreach (var claims in type.Implements.GroupBy(i => i.Name.Value))
            {
                if (sdl.FindType(claims.Key) is not { } target) continue;
                if (OnlyInterfacesAreImplemented(type, target, claims, errors) is not { } contract) continue;
                InterfacesAreImplementedOnce(type, claims, errors);
                InterfacesOfTheInterfaceAreImplementedToo(type, contract, claims, sdl, errors);
                foreach (var promised in contract.Fields)
                {
                    if (FieldsOfTheInterfaceArePresent(type, contract, promised, sdl, errors) is not { } field) continue;
                    var pair = new Pair(type, field, contract, promised);
                    FieldTypesAreTheSameOrNarrower(pair, sdl, errors);
                    ArgumentsAreTheSame(pair, errors);
                    ExtraArgumentsAreOptional(pair, errors);
                    DeprecationStartsAtTheInterface(pair, errors);
                }
            }
        }
    }

    /// <summary>A field and the interface's field that it stands for.</summary>
    private sealed record Pair(TypeDefinition Type, FieldDefinition Field, InterfaceDefinition Contract, FieldDefinition Promised)
    {
        public string FieldName => $"{Type.Name.Value}.{Field.Name.Value}";
        public string PromisedName => $"{Contract.Name.Value}.{Promised.Name.Value}";
    }

    private static InterfaceDefinition? OnlyInterfacesAreImplemented(
        TypeDefinition type, TypeDefinition target, IEnumerable<NamedTypeNode> claims, SchemaErrors errors)
    {
        if (target is not InterfaceDefinition contract)
        {
            errors.Report($"Type {type.Name.Value} must only implement Interface types, it cannot implement {target.Name.Value}.", claims);
            return null;
        }
        if (ReferenceEquals(target, type))
        {
            errors.Report($"Type {type.Name.Value} cannot implement itself because it would create a circular reference.", claims);
            return null;
        }
        return contract;
    }

    private static void InterfacesAreImplementedOnce(TypeDefinition type, IGrouping<string, NamedTypeNode> claims, SchemaErrors errors)
    {
        if (claims.Count() > 1) errors.Report($"Type {type.Name.Value} can only implement {claims.Key} once.", claims);
    }

    private static void InterfacesOfTheInterfaceAreImplementedToo(
        TypeDefinition type, InterfaceDefinition contract, IEnumerable<NamedTypeNode> claims, MergedSdl sdl, SchemaErrors errors)
    {
        var implemented = type.Implements.Select(i => i.Name.Value).ToHashSet();
        foreach (var inherited in contract.Interfaces.Where(i => !implemented.Contains(i.Name.Value)))
        {
            if (sdl.FindType(inherited.Name.Value) is null) continue;
            errors.Report(inherited.Name.Value == type.Name.Value
                ? $"Type {type.Name.Value} cannot implement {contract.Name.Value} because it would create a circular reference."
                : $"Type {type.Name.Value} must implement {inherited.Name.Value} because it is implemented by {contract.Name.Value}.",
                [inherited, .. claims]);
        }
    }

    private static FieldDefinition? FieldsOfTheInterfaceArePresent(
        TypeDefinition type, InterfaceDefinition contract, FieldDefinition promised, MergedSdl sdl, SchemaErrors errors)
    {
        var field = type.OutputFields.FirstOrDefault(f => f.Name.Value == promised.Name.Value);
        if (field is null)
        {
            errors.Report($"Interface field {contract.Name.Value}.{promised.Name.Value} expected " +
                $"but {type.Name.Value} does not provide it.",
                [promised, .. sdl.PartsOf(type.Name.Value)]);
        }
        return field;
    }

    /// <summary>https://spec.graphql.org/September2025/#IsValidImplementationFieldType()</summary>
    private static void FieldTypesAreTheSameOrNarrower(Pair pair, MergedSdl sdl, SchemaErrors errors)
    {
        if (IsSubtype(pair.Field.Type, pair.Promised.Type, sdl)) return;
        errors.Report($"Interface field {pair.PromisedName} expects type {Printer.Print(pair.Promised.Type)} " +
            $"but {pair.FieldName} is type {Printer.Print(pair.Field.Type)}.", pair.Promised.Type, pair.Field.Type);
    }

    private static void ArgumentsAreTheSame(Pair pair, SchemaErrors errors)
    {
        foreach (var promised in pair.Promised.Arguments)
        {
            var name = promised.Name.Value;
            var argument = pair.Field.Arguments.FirstOrDefault(a => a.Name.Value == name);
            if (argument is null)
            {
                errors.Report($"Interface field argument {pair.PromisedName}({name}:) expected but {pair.FieldName} does not provide it.",
                    promised, pair.Field);
            }
            else if (!promised.Type.SameAs(argument.Type))
            {
                errors.Report($"Interface field argument {pair.PromisedName}({name}:) expects type {Printer.Print(promised.Type)} " +
                    $"but {pair.FieldName}({name}:) is type {Printer.Print(argument.Type)}.", promised.Type, argument.Type);
            }
        }
    }

    private static void ExtraArgumentsAreOptional(Pair pair, SchemaErrors errors)
    {
        var promised = pair.Promised.Arguments.Select(a => a.Name.Value).ToHashSet();
        foreach (var extra in pair.Field.Arguments.Where(a => a.IsRequired && !promised.Contains(a.Name.Value)))
        {
            errors.Report($"Object field {pair.FieldName} includes required argument {extra.Name.Value} " +
                $"that is missing from the Interface field {pair.PromisedName}.", extra, pair.Promised);
        }
    }

    private static void DeprecationStartsAtTheInterface(Pair pair, SchemaErrors errors)
    {
        if (pair.Field.Deprecation is { } deprecation && pair.Promised.Deprecation is null)
        {
            errors.Report($"Interface field {pair.PromisedName} is not deprecated, so implementation field {pair.FieldName} " +
                "must not be deprecated.", deprecation, pair.Field.Type);
        }
    }

    private static bool IsSubtype(TypeNode type, TypeNode of, MergedSdl sdl) => (type, of) switch
    {
        (NonNullTypeNode t, NonNullTypeNode o) => IsSubtype(t.Inner, o.Inner, sdl),
        (NonNullTypeNode t, _) => IsSubtype(t.Inner, of, sdl),
        (ListTypeNode t, ListTypeNode o) => IsSubtype(t.Item, o.Item, sdl),
        (NamedTypeNode t, NamedTypeNode o) => t.SameAs(o) || sdl.FindType(o.Name.Value) switch
        {
            UnionDefinition union => union.Members.Any(t.SameAs),
            InterfaceDefinition contract => sdl.FindType(t.Name.Value) is { } narrower &&
                narrower.Implements.Any(i => i.Name.Value == contract.Name.Value),
            _ => false,
        },
        _ => false,
    };
}
