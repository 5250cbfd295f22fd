using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>An operation without a name is the only operation of its document.
/// https://spec.graphql.org/September2025/#sec-Lone-Anonymous-Operation</summary>
internal sealed class LoneAnonymousOperation(ValidationContext context) : Rule(context)
{
    private int _operations;

    public override void EnterDocument(Document document) => _operations = document.Definitions.Count(d => d is OperationDefinition);

    public override void EnterOperation(OperationDefinition operation)
    {
        if (operation.Name is null && _operations > 1)
        {
            Context.Report("This anonymous operation must be the only defined operation.", operation);
        }
    }
}
