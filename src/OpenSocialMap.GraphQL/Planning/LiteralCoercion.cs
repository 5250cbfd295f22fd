using System.Diagnostics;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Planning;

/// <summary>
/// Turns a value written in a document or in the SDL, such as a default, into the same CLR values that variables become.
/// The literal holds no variables and has passed validation, so an impossible one is our fault and throws.
/// </summary>
public static class LiteralCoercion
{
    public static object? Coerce(SchemaType type, ValueNode literal) => (type.Nullable, literal) switch
    {
        (_, NullValue) => null,
        (ListType list, ListValue items) => Items(list, items),
        (ListType list, _) => new[] { Coerce(list.Item, literal) },
        (InputObjectType input, ObjectValue value) => Fields(input, value),
        (EnumType, EnumValue value) => value.Value,
        (ScalarType scalar, _) => Scalar(scalar, literal),
        _ => throw new UnreachableException($"A {literal.GetType().Name} is no {type}; validation should have said so."),
    };

    private static object?[] Items(ListType type, ListValue literal)
    {
        var items = new object?[literal.Items.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Coerce(type.Item, literal.Items[i]);
        }
        return items;
    }

    private static InputObject Fields(InputObjectType type, ObjectValue literal)
    {
        var fields = new List<KeyValuePair<string, object?>>(literal.Fields.Count);
        foreach (var given in literal.Fields)
        {
            fields.Add(new(given.Name.Value, Coerce(type.Find(given.Name.Value)!.Type, given.Value)));
        }
        AddDefaults(type, fields);
        return new InputObject(fields);
    }

    /// <summary>Adds the fields that weren't given and have a default.</summary>
    internal static void AddDefaults(InputObjectType type, List<KeyValuePair<string, object?>> fields)
    {
        foreach (var field in type.Fields)
        {
            if (field.Default is not null && !Holds(fields, field.Name))
            {
                fields.Add(new(field.Name, Coerce(field.Type, field.Default)));
            }
        }
    }

    // A lambda here would be an object for each field of each value.
    internal static bool Holds(List<KeyValuePair<string, object?>> fields, string name)
    {
        foreach (var field in fields)
        {
            if (field.Key == name)
                return true;
        }
        return false;
    }

    private static object? Scalar(ScalarType type, ValueNode literal) =>
        type.Coercion.FromLiteral(literal, out var value) is { } problem ? throw new UnreachableException(problem) : value;
}
