using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>An argument that may not be null and has no default is given.
/// https://spec.graphql.org/September2025/#sec-Required-Arguments</summary>
internal sealed class ProvidedRequiredArguments(ValidationContext context) : Rule(context)
{
    public override void LeaveField(Field field, in Position at)
    {
        if (at.Field is { } known) Check(field, $"Field \"{known.Name}\"", known.Arguments, field.Arguments);
    }

    public override void LeaveDirective(DirectiveNode directive)
    {
        if (Context.Schema.FindDirective(directive.Name.Value) is { } known)
        {
            Check(directive, $"Directive \"@{known.Name}\"", known.Arguments, directive.Arguments);
        }
    }

    private void Check(Node owner, string what, IReadOnlyList<InputField> known, IReadOnlyList<Argument> given)
    {
        foreach (var argument in known)
        {
            if (argument.IsRequired && given.All(a => a.Name.Value != argument.Name))
            {
                Context.Report(
                    $"{what} argument \"{argument.Name}\" of type \"{argument.Type}\" is required, but it was not provided.", owner);
            }
        }
    }
}
