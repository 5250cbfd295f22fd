using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Planning;

/// <summary>One key of the response: a field with its arguments, and all selection sets that the document merges under it.</summary>
/// <param name="Path">The response keys from the root down to this field, without list positions.</param>
public sealed record PlannedField(string ResponseKey, OutputField Definition, Field Node, IReadOnlyDictionary<string, Input> Arguments,
    IReadOnlyList<SelectionSet> Selections, IReadOnlyList<object> Path)
{
    public string Name => Definition.Name;

    /// <summary>The argument, or null when it was not given or is null.</summary>
    public Input? Argument(string name) => Arguments.TryGetValue(name, out var input) && !input.IsNull ? input : null;
}
