namespace OpenSocialMap.GraphQL.Cost;

/// <summary>What <c>@listSize</c> says of a field. https://ibm.github.io/graphql-specs/cost-spec.html#sec-The-List-Size-Directive</summary>
/// <param name="AssumedSize">The size when no slicing argument is given.</param>
/// <param name="SlicingArguments">The arguments of which the largest is the size.</param>
/// <param name="SizedFields">The fields below this one that have the size; this field itself when empty.</param>
/// <param name="RequireOneSlicingArgument">Whether exactly one slicing argument must be given.</param>
public sealed record ListSize(int? AssumedSize, IReadOnlyList<string> SlicingArguments, IReadOnlyList<string> SizedFields, bool RequireOneSlicingArgument);
