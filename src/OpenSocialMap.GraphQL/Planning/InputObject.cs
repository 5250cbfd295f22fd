namespace OpenSocialMap.GraphQL.Planning;

/// <summary>
/// The value of an input object, such as a filter: its fields in the order of the client, then those that a default filled in.
/// A field that is neither given nor has a default isn't there; a field given as null is there with null.
/// </summary>
public sealed class InputObject(IReadOnlyList<KeyValuePair<string, object?>> fields)
{
    public IReadOnlyList<KeyValuePair<string, object?>> Fields => fields;

    public bool TryGet(string name, out object? value)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].Key == name)
            {
                value = fields[i].Value;
                return true;
            }
        }
        value = null;
        return false;
    }
}
