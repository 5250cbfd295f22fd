using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>No two operations of a document have one name.
/// https://spec.graphql.org/September2025/#sec-Operation-Name-Uniqueness</summary>
internal sealed class UniqueOperationNames(ValidationContext context) : Rule(context)
{
    private readonly Dictionary<string, Name> _known = [];

    public override void EnterOperation(OperationDefinition operation)
    {
        if (operation.Name is { } name && !_known.TryAdd(name.Value, name))
        {
            Context.Report($"There can be only one operation named \"{name.Value}\".", _known[name.Value], name);
        }
    }
}
