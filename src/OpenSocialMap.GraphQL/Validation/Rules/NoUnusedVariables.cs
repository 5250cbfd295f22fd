using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>Every variable that an operation defines is used by it or by its fragments.
/// https://spec.graphql.org/September2025/#sec-All-Variables-Used</summary>
internal sealed class NoUnusedVariables(ValidationContext context) : Rule(context)
{
    public override void LeaveOperation(OperationDefinition operation)
    {
        var used = Context.VariableUsages(operation).Select(usage => usage.Variable.Name.Value).ToHashSet();
        foreach (var definition in operation.Variables)
        {
            if (!used.Contains(definition.Variable.Name.Value))
            {
                var where = operation.Name is { } name ? $" in operation \"{name.Value}\"" : "";
                Context.Report($"Variable \"${definition.Variable.Name.Value}\" is never used{where}.", definition);
            }
        }
    }
}
