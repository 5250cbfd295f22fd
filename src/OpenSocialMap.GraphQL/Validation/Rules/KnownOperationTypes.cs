using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>A mutation or subscription needs a schema that has such a root.
/// https://spec.graphql.org/September2025/#sec-Operation-Type-Existence</summary>
internal sealed class KnownOperationTypes(ValidationContext context) : Rule(context)
{
    public override void EnterOperation(OperationDefinition operation)
    {
        if (Context.Schema.Root(operation.Kind) is null)
        {
            Context.Report($"The {operation.Kind.ToString().ToLowerInvariant()} operation is not supported by the schema.", operation);
        }
    }
}
