using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>Every variable that an operation or its fragments use is defined by that operation.
/// https://spec.graphql.org/September2025/#sec-All-Variable-Uses-Defined</summary>
internal sealed class NoUndefinedVariables(ValidationContext context) : Rule(context)
{
    public override void LeaveOperation(OperationDefinition operation)
    {
        var defined = operation.Variables.Select(v => v.Variable.Name.Value).ToHashSet();
        foreach (var (variable, _, _, _) in Context.VariableUsages(operation))
        {
            if (!defined.Contains(variable.Name.Value))
            {
                var by = operation.Name is { } name ? $" by operation \"{name.Value}\"" : "";
                Context.Report($"Variable \"${variable.Name.Value}\" is not defined{by}.", variable, operation);
            }
        }
    }
}
