namespace OpenSocialMap.GraphQL.Planning;

/// <summary>The variables of one request, checked against their definitions, as plain CLR values with defaults filled in.</summary>
public sealed class CoercedVariables
{
    /// <summary>What an operation without variables gets; shared, so that such an operation costs nothing here.</summary>
    public static readonly CoercedVariables None = new([], "");

    private readonly IReadOnlyList<KeyValuePair<string, object?>> _provided;

    internal CoercedVariables(IReadOnlyList<KeyValuePair<string, object?>> provided, string shape) =>
        (_provided, Shape) = (provided, shape);

    /// <summary>
    /// The structure of these variables without their values, equal for two requests exactly when one compiled plan serves both.
    /// <see cref="VariableShape"/> tells what counts as structure.
    /// </summary>
    public string Shape { get; }

    internal IReadOnlyList<KeyValuePair<string, object?>> Provided => _provided;

    /// <summary>Finds a value; false when the client gave none and the definition has no default, which is not the same as null.</summary>
    public bool TryGet(string name, out object? value)
    {
        // A scan beats a hash table for the handful of variables that an operation has.
        for (var i = 0; i < _provided.Count; i++)
        {
            if (_provided[i].Key == name)
            {
                value = _provided[i].Value;
                return true;
            }
        }
        value = null;
        return false;
    }
}
