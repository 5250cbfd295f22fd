using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>No two variables of an operation have one name.
/// https://spec.graphql.org/September2025/#sec-Variable-Uniqueness</summary>
internal sealed class UniqueVariableNames(ValidationContext context) : Rule(context)
{
    public override void EnterOperation(OperationDefinition operation)
    {
        if (operation.Variables.Count < 2) return;
        foreach (var group in operation.Variables.GroupBy(v => v.Variable.Name.Value).Where(g => g.Skip(1).Any()))
        {
            Context.Report($"There can be only one variable named \"${group.Key}\".", group.Select(v => v.Variable.Name));
        }
    }
}
