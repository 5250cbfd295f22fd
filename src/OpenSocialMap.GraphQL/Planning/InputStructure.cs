using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Planning;

/// <summary>
/// What a plan may keep of a request's values: the structure that its shape promises. A kept plan outlives the request that it was made
/// for, so a long text or a large shape must not stay alive with it.
/// </summary>
internal static class InputStructure
{
    /// <summary>Stands for a value of which only its being there counts.</summary>
    private static readonly object Some = "";

    private static readonly object?[] Values = [Some];
    private static readonly object?[] ValuesAndNull = [Some, null];

    /// <summary>The value of a scalar, an enum, or a list of those, as a plan sees it: null, a Boolean, an enum value, or something.</summary>
    public static object? Of(SchemaType type, object? value) => value switch
    {
        null or bool => value,
        IReadOnlyList<object?> list when type.Nullable is ListType => list.Contains(null) ? ValuesAndNull : Values,
        string when type.Named is EnumType => value,
        _ => Some,
    };

    /// <summary>The variables as <c>@skip</c> and <c>@include</c> see them.</summary>
    public static CoercedVariables Of(CoercedVariables variables) => new(
        [.. variables.Provided.Select(variable => KeyValuePair.Create(variable.Key, variable.Value is null or bool ? variable.Value : Some))], variables.Shape);
}
