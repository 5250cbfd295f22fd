using System.Text;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Planning;

/// <summary>
/// Writes the structure of variables as a short text, the key by which compiled plans are kept: values become parameters of a plan,
/// structure decides what the plan is.
/// <para>
/// Structure is: whether a value is absent (<c>-</c>), null (<c>n</c>) or present (<c>v</c>); a Boolean itself (<c>t</c>, <c>f</c>); an
/// enum value itself (<c>=ASC;</c>); of a list of leaves whether a null is in it (<c>l</c>, <c>L</c>), not how long it is; of a list of
/// input objects every element (<c>[...]</c>); of an input object every field in order (<c>{name:v}</c>).
/// </para>
/// </summary>
internal static class VariableShape
{
    public static void WriteAbsent(StringBuilder shape) => shape.Append('-');

    public static void Write(StringBuilder shape, SchemaType type, object? value)
    {
        switch (type.Nullable, value)
        {
            case (_, null):
                shape.Append('n');
                break;
            case (ListType list, IReadOnlyList<object?> items) when list.Named.IsLeaf:
                shape.Append(HoldsNull(items) ? 'L' : 'l');
                break;
            case (ListType list, IReadOnlyList<object?> items):
                WriteItems(shape, list, items);
                break;
            case (InputObjectType input, InputObject fields):
                WriteFields(shape, input, fields);
                break;
            case (EnumType, _):
                shape.Append('=').Append(value).Append(';');
                break;
            case (_, bool flag):
                shape.Append(flag ? 't' : 'f');
                break;
            default:
                shape.Append('v');
                break;
        }
    }

    private static bool HoldsNull(IReadOnlyList<object?> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is null || (items[i] is IReadOnlyList<object?> inner && HoldsNull(inner)))
            {
                return true;
            }
        }
        return false;
    }

    private static void WriteItems(StringBuilder shape, ListType type, IReadOnlyList<object?> items)
    {
        shape.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            Write(shape, type.Item, items[i]);
        }
        shape.Append(']');
    }

    private static void WriteFields(StringBuilder shape, InputObjectType type, InputObject value)
    {
        shape.Append('{');
        for (var i = 0; i < value.Fields.Count; i++)
        {
            var (name, fieldValue) = value.Fields[i];
            shape.Append(name).Append(':');
            Write(shape, type.Find(name)!.Type, fieldValue);
        }
        shape.Append('}');
    }
}
