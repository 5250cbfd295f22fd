using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Planning;

/// <summary>
/// A field that a request asks for, with fragments resolved and equal response keys merged: one key of the response.
/// </summary>
/// <param name="ResponseKey">Its key in the response: the alias, or else the name.</param>
/// <param name="Definition">The field of the schema that it names.</param>
/// <param name="Node">Where it stands in the document; the first place when several were merged.</param>
/// <param name="Arguments">Arguments by name, as CLR values, defaults filled in.</param>
/// <param name="Selections">The fields asked of its value, in the order of the response; empty for a leaf.</param>
public sealed record SelectedField(
    string ResponseKey,
    OutputField Definition,
    Field Node,
    IReadOnlyDictionary<string, object?> Arguments,
    IReadOnlyList<SelectedField> Selections);
