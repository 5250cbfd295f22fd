using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>No two arguments of a field or directive have one name.
/// https://spec.graphql.org/September2025/#sec-Argument-Uniqueness</summary>
internal sealed class UniqueArgumentNames(ValidationContext context) : Rule(context)
{
    public override void EnterField(Field field, in Position at) => Check(field.Arguments);

    public override void EnterDirective(DirectiveNode directive, Node owner) => Check(directive.Arguments);

    private void Check(IReadOnlyList<Argument> arguments)
    {
        if (arguments.Count < 2) return;
        foreach (var group in arguments.GroupBy(a => a.Name.Value).Where(g => g.Skip(1).Any()))
        {
            Context.Report($"There can be only one argument named \"{group.Key}\".", group.Select(a => a.Name));
        }
    }
}
