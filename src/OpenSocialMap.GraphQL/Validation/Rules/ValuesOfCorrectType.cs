using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>A value written in a document fits the type expected of it.
/// https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type</summary>
internal sealed class ValuesOfCorrectType(ValidationContext context) : Rule(context)
{
    // A value that is wrong as a whole isn't looked into.
    private ValueNode? _wrong;

    public override void EnterValue(ValueNode value, in Position at)
    {
        if (_wrong is not null) return;
        switch (value)
        {
            case ListValue when at.ParentInputType?.Nullable is not ListType:
            case ObjectValue when at.InputType?.Named is not InputObjectType:
                _wrong = value;
                CheckLeaf(value, at.InputType);
                break;
            case ObjectValue fields:
                CheckFields(fields, (InputObjectType)at.InputType!.Named);
                break;
            case NullValue when at.InputType is NonNullType type:
                Context.Report($"Expected value of type \"{type}\", found null.", value);
                break;
            case IntValue or FloatValue or StringValue or BooleanValue or EnumValue:
                CheckLeaf(value, at.InputType);
                break;
        }
    }

    public override void LeaveValue(ValueNode value)
    {
        if (ReferenceEquals(value, _wrong)) _wrong = null;
    }

    public override void EnterObjectField(ObjectField field, in Position at)
    {
        if (_wrong is null && at.InputType is null && at.ParentInputType?.Named is InputObjectType parent)
        {
            var suggestion = Suggestions.DidYouMean(Suggestions.For(field.Name.Value, parent.Fields.Select(f => f.Name)));
            Context.Report($"Field \"{field.Name.Value}\" is not defined by type \"{parent}\".{suggestion}", field);
        }
    }

    private void CheckFields(ObjectValue value, InputObjectType type)
    {
        foreach (var field in type.Fields)
        {
            if (field.IsRequired && value.Fields.All(f => f.Name.Value != field.Name))
            {
                Context.Report($"Field \"{type}.{field.Name}\" of required type \"{field.Type}\" was not provided.", value);
            }
        }
        if (type.IsOneOf) CheckOneOf(value, type);
    }

    private void CheckOneOf(ObjectValue value, InputObjectType type)
    {
        string[] names = [.. value.Fields.Select(f => f.Name.Value).Distinct()];
        if (names.Length != 1)
        {
            Context.Report($"OneOf Input Object \"{type}\" must specify exactly one key.", value);
        }
        else if (value.Fields[^1].Value is NullValue)
        {
            Context.Report($"Field \"{type}.{names[0]}\" must be non-null.", value);
        }
    }

    private void CheckLeaf(ValueNode value, SchemaType? expected)
    {
        var problem = expected?.Named switch
        {
            null => null,
            EnumType type => EnumProblem(type, value),
            ScalarType type => ScalarProblem(type, value, expected),
            _ => $"Expected value of type \"{expected}\", found {Printer.Print(value)}.",
        };
        if (problem is not null) Context.Report(problem, value);
    }

    private static string? EnumProblem(EnumType type, ValueNode value)
    {
        if (value is EnumValue member && type.Find(member.Value) is not null) return null;
        var text = Printer.Print(value);
        var problem = value is EnumValue
            ? $"Value \"{text}\" does not exist in \"{type}\" enum."
            : $"Enum \"{type}\" cannot represent non-enum value: {text}.";
        return problem + Suggestions.EnumValue(type, text);
    }

    private static string? ScalarProblem(ScalarType type, ValueNode value, SchemaType expected)
    {
        var isBuiltIn = BuiltInScalars.All.ContainsKey(type.Name);
        // What the variables inside a literal of a scalar of the schema's own are worth is known only when the operation runs.
        if ((!isBuiltIn && HoldsVariable(value)) || type.Coercion.FromLiteral(value, out _) is not { } problem) return null;
        return isBuiltIn
            ? problem
            : $"Expected value of type \"{expected}\", found {Printer.Print(value)}; {problem}";
    }

    private static bool HoldsVariable(ValueNode value) => value switch
    {
        Variable => true,
        ListValue list => list.Items.Any(HoldsVariable),
        ObjectValue fields => fields.Fields.Any(f => HoldsVariable(f.Value)),
        _ => false,
    };
}
