using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>A variable is used only where every value that it can have fits.
/// https://spec.graphql.org/September2025/#sec-All-Variable-Usages-Are-Allowed</summary>
internal sealed class VariablesInAllowedPosition(ValidationContext context) : Rule(context)
{
    public override void LeaveOperation(OperationDefinition operation)
    {
        if (operation.Variables.Count == 0) return;
        var definitions = new Dictionary<string, (VariableDefinition Node, SchemaType? Type)>();
        foreach (var definition in operation.Variables)
        {
            definitions[definition.Variable.Name.Value] = (definition, Context.Schema.Resolve(definition.Type));
        }
        foreach (var usage in Context.VariableUsages(operation))
        {
            if (usage.Type is not null && definitions.TryGetValue(usage.Variable.Name.Value, out var found) && found.Type is { } type)
            {
                Check(found.Node, type, usage, usage.Type);
            }
        }
    }

    private void Check(VariableDefinition definition, SchemaType type, VariableUsage usage, SchemaType expected)
    {
        var name = usage.Variable.Name.Value;
        if (!Fits(type, definition.Default, expected, usage.HasDefault))
        {
            Context.Report(
                $"Variable \"${name}\" of type \"{type}\" used in position expecting type \"{expected}\".", definition, usage.Variable);
        }
        if (usage.ParentType is InputObjectType { IsOneOf: true } parent && !type.IsNonNull)
        {
            Context.Report(
                $"Variable \"${name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{parent}\".",
                definition, usage.Variable);
        }
    }

    private static bool Fits(SchemaType type, ValueNode? defaultValue, SchemaType expected, bool hasDefaultThere)
    {
        if (expected is NonNullType && !type.IsNonNull)
        {
            return (hasDefaultThere || defaultValue is not (null or NullValue)) && IsSubtype(type, expected.Nullable);
        }
        return IsSubtype(type, expected);
    }

    private static bool IsSubtype(SchemaType type, SchemaType expected) => (type, expected) switch
    {
        (NonNullType t, NonNullType e) => IsSubtype(t.Inner, e.Inner),
        (_, NonNullType) => false,
        (NonNullType t, _) => IsSubtype(t.Inner, expected),
        (ListType t, ListType e) => IsSubtype(t.Item, e.Item),
        _ => type == expected,
    };
}
