using System.Globalization;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Planning;

/// <summary>A literal of a custom scalar that has variables inside, such as the coordinates of a shape: read anew for each request.</summary>
internal sealed class ScalarLiteral(ScalarType type, ValueNode literal, Source source)
{
    public static bool HasVariables(ValueNode value) => value switch
    {
        Variable => true,
        ListValue list => list.Items.Any(HasVariables),
        ObjectValue fields => fields.Fields.Any(field => HasVariables(field.Value)),
        _ => false,
    };

    /// <exception cref="GraphQLException">With these variables the literal is no value of the scalar.</exception>
    public object? Read(CoercedVariables variables) =>
        type.Coercion.FromLiteral(Fill(literal, variables), out var value) is { } problem
            ? throw new GraphQLException(GraphQLError.At(source, literal, ErrorCodes.Variables, problem))
            : value;

    private static ValueNode Fill(ValueNode node, CoercedVariables variables) => node switch
    {
        Variable variable => Literal(variable.Span, variables.TryGet(variable.Name.Value, out var value) ? value : null),
        ListValue list => list with { Items = [.. list.Items.Select(item => Fill(item, variables))] },
        ObjectValue fields => fields with { Fields = [.. fields.Fields.Select(field => field with { Value = Fill(field.Value, variables) })] },
        _ => node,
    };

    /// <summary>A variable's value as it would be written; a value of another custom scalar is written as text.</summary>
    private static ValueNode Literal(Span span, object? value) => value switch
    {
        null => new NullValue(span),
        bool boolean => new BooleanValue(span, boolean),
        int integer => new IntValue(span, integer.ToString(CultureInfo.InvariantCulture)),
        double number => new FloatValue(span, number.ToString("R", CultureInfo.InvariantCulture)),
        IReadOnlyList<object?> list => new ListValue(span, [.. list.Select(item => Literal(span, item))]),
        InputObject fields => new ObjectValue(span, [.. fields.Fields.Select(f => new ObjectField(span, new Name(span, f.Key), Literal(span, f.Value)))]),
        _ => new StringValue(span, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", Block: false),
    };
}
