using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Types.SchemaValidation;

/// <summary>
/// Literals in the schema, as defaults and as arguments of directives, are values of the type that stands beside them.
/// https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type
/// </summary>
internal sealed class ConstantRules(MergedSdl sdl, IReadOnlyDictionary<string, ScalarCoercion> scalars, SchemaErrors errors)
{
    public void DefaultsHaveTheTypeOfTheirPlace()
    {
        IEnumerable<InputValueDefinition> places =
        [
            .. sdl.Types.SelectMany(t => t.OutputFields).SelectMany(f => f.Arguments),
            .. sdl.Types.SelectMany(t => t.InputFields),
            .. sdl.Directives.SelectMany(d => d.Arguments),
        ];
        foreach (var place in places)
        {
            if (place.Default is { } value) Check(value, place.Type);
        }
    }

    public void Check(ValueNode value, TypeNode type)
    {
        switch (type, value)
        {
            case (NonNullTypeNode, NullValue):
                errors.Report($"Expected value of type \"{Printer.Print(type)}\", found null.", value);
                break;
            case (_, NullValue):
                break;
            case (NonNullTypeNode nonNull, _):
                CheckPresent(value, nonNull.Inner, type);
                break;
            default:
                CheckPresent(value, type, type);
                break;
        }
    }

    /// <param name="value">Anything but null.</param>
    /// <param name="type">The nullable type that the value meets.</param>
    /// <param name="wanted">The type as the schema writes it, for the message.</param>
    private void CheckPresent(ValueNode value, TypeNode type, TypeNode wanted)
    {
        switch (type, value)
        {
            case (NonNullTypeNode nonNull, _):
                CheckPresent(value, nonNull.Inner, wanted);
                break;
            case (ListTypeNode list, ListValue items):
                foreach (var item in items.Items) Check(item, list.Item);
                break;
            case (ListTypeNode list, _):
                CheckPresent(value, list.Item, wanted);
                break;
            default:
                CheckNamed(value, sdl.FindType(type.NamedType), wanted);
                break;
        }
    }

    private void CheckNamed(ValueNode value, TypeDefinition? type, TypeNode wanted)
    {
        switch (type)
        {
            case InputObjectDefinition input when value is ObjectValue given:
                CheckObject(given, input);
                break;
            case InputObjectDefinition:
                errors.Report($"Expected value of type \"{Printer.Print(wanted)}\", found {Printer.Print(value)}.", value);
                break;
            case EnumDefinition choice:
                CheckEnum(value, choice);
                break;
            case ScalarDefinition scalar when CoercionOf(scalar)?.FromLiteral(value, out _) is { } problem:
                errors.Report(problem, value);
                break;
            default:
                // A type that is unknown, or no input type at all, is another rule's error.
                break;
        }
    }

    private ScalarCoercion? CoercionOf(ScalarDefinition scalar) =>
        BuiltInScalars.All.GetValueOrDefault(scalar.Name.Value) ?? scalars.GetValueOrDefault(scalar.Name.Value);

    private void CheckEnum(ValueNode value, EnumDefinition type)
    {
        if (value is not EnumValue member)
        {
            errors.Report($"Enum \"{type.Name.Value}\" cannot represent non-enum value: {Printer.Print(value)}.", value);
        }
        else if (type.Values.All(v => v.Name.Value != member.Value))
        {
            errors.Report($"Value \"{member.Value}\" does not exist in \"{type.Name.Value}\" enum.", value);
        }
    }

    private void CheckObject(ObjectValue value, InputObjectDefinition type)
    {
        foreach (var same in value.Fields.GroupBy(f => f.Name.Value).Where(g => g.Count() > 1))
        {
            errors.Report($"There can be only one input field named \"{same.Key}\".", same.Select(f => f.Name));
        }
        foreach (var given in value.Fields)
        {
            var field = type.Fields.FirstOrDefault(f => f.Name.Value == given.Name.Value);
            if (field is null) errors.Report($"Field \"{given.Name.Value}\" is not defined by type \"{type.Name.Value}\".", given);
            else Check(given.Value, field.Type);
        }
        foreach (var missing in type.Fields.Where(f => f.IsRequired && value.Fields.All(given => given.Name.Value != f.Name.Value)))
        {
            errors.Report($"Field \"{type.Name.Value}.{missing.Name.Value}\" of required type \"{Printer.Print(missing.Type)}\" " +
                "was not provided.", value);
        }
        if (type.IsOneOf) CheckOneOf(value, type);
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-OneOf-Input-Objects</summary>
    private void CheckOneOf(ObjectValue value, InputObjectDefinition type)
    {
        if (value.Fields.Count != 1)
        {
            errors.Report($"OneOf Input Object \"{type.Name.Value}\" must specify exactly one key.", value);
        }
        else if (value.Fields[0].Value is NullValue)
        {
            errors.Report($"Field \"{type.Name.Value}.{value.Fields[0].Name.Value}\" must be non-null.", value);
        }
    }
}
