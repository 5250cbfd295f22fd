using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>A variable is a scalar, an enum or an input object, or lists of those.
/// https://spec.graphql.org/September2025/#sec-Variables-Are-Input-Types</summary>
internal sealed class VariablesAreInputTypes(ValidationContext context) : Rule(context)
{
    public override void EnterVariableDefinition(VariableDefinition definition)
    {
        if (Context.Schema.Resolve(definition.Type) is { IsInput: false } type)
        {
            Context.Report($"Variable \"${definition.Variable.Name.Value}\" cannot be non-input type \"{type}\".", definition.Type);
        }
    }
}
