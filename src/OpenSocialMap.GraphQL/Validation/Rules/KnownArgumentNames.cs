using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>An argument is one that its field or directive has.
/// https://spec.graphql.org/September2025/#sec-Argument-Names</summary>
internal sealed class KnownArgumentNames(ValidationContext context) : Rule(context)
{
    public override void EnterArgument(Argument argument, Node owner, in Position at)
    {
        if (owner is Field && at is { Argument: null, Field: { } field, Parent: { } parent })
        {
            Report(argument, $"field \"{parent}.{field.Name}\"", field.Arguments);
        }
    }

    // All of a directive's before any value in them: the order of the reference implementation.
    public override void EnterDirective(DirectiveNode directive, Node owner)
    {
        if (Context.Schema.FindDirective(directive.Name.Value) is not { } known) return;
        foreach (var argument in directive.Arguments)
        {
            if (known.Arguments.All(a => a.Name != argument.Name.Value))
            {
                Report(argument, $"directive \"@{known.Name}\"", known.Arguments);
            }
        }
    }

    private void Report(Argument argument, string owner, IReadOnlyList<InputField> known)
    {
        var name = argument.Name.Value;
        var suggestion = Suggestions.DidYouMean(Suggestions.For(name, known.Select(a => a.Name)));
        Context.Report($"Unknown argument \"{name}\" on {owner}.{suggestion}", argument);
    }
}
